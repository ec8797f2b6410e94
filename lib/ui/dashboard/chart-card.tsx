/** A chart on a card of its own, and what stands there while there is too little to draw. */
import type { ComponentChildren, ComponentProps } from 'preact';
import { ChartFrame } from '../charts/chart-frame.tsx';

export function ChartCard(props: ComponentProps<typeof ChartFrame>) {
  return (
    <section class="card">
      <ChartFrame {...props} />
    </section>
  );
}

/** Says what a view needs before it has something to show. */
export function NotYet({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="card">
      <div class="not-yet">
        <h2>{title}</h2>
        <p class="muted">{children}</p>
      </div>
    </section>
  );
}
