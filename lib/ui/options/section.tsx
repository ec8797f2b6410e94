/** One part of the page: its name in the margin, its matter beside it. */
import type { ComponentChildren } from 'preact';

interface SectionProps {
  /** Unique on the page; the heading's id, and the fragment that leads here. */
  id: string;
  title: string;
  children: ComponentChildren;
}

export function Section({ id, title, children }: SectionProps) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 class="section__title" id={id} tabIndex={-1}>
        {title}
      </h2>
      <div class="section__body">{children}</div>
    </section>
  );
}
