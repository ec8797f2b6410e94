/** A few large figures side by side, each with what it is and what there is to say of it. */
import type { ComponentChildren } from 'preact';

export function Facts({ children }: { children: ComponentChildren }) {
  return <dl class="facts">{children}</dl>;
}

interface FactProps {
  label: string;
  /** The figure: an `Amount` or a `Duration`. */
  children: ComponentChildren;
  detail?: ComponentChildren;
}

export function Fact({ label, children, detail }: FactProps) {
  return (
    <div class="facts__fact">
      <dt class="facts__label">{label}</dt>
      <dd>
        <span class="facts__figure">{children}</span>
        {detail === undefined ? null : <span class="facts__detail">{detail}</span>}
      </dd>
    </div>
  );
}
