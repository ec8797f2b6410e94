/** One of the ways in that stand side by side while there is nothing to see yet. */
import type { ComponentChildren } from 'preact';

export function Door({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <li class="door">
      <h2 class="door__title">{title}</h2>
      {children}
    </li>
  );
}
