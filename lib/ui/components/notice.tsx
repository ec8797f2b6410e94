/** A message with a reason to stand out: what happened, what is safe, and the button that helps. */
import type { ComponentChildren } from 'preact';

interface NoticeProps {
  tone: 'info' | 'warning' | 'danger';
  title: ComponentChildren;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  /** Read out at once by a screen reader; otherwise when it has nothing else to say. */
  urgent?: boolean;
}

const MARKS = { info: 'i', warning: '!', danger: '!' } as const;

export function Notice({ tone, title, children, actions, urgent = false }: NoticeProps) {
  return (
    <div class={`notice notice--${tone}`} role={urgent ? 'alert' : 'status'}>
      <span class="notice__mark" aria-hidden="true">
        {MARKS[tone]}
      </span>
      <div class="notice__body">
        <p class="notice__title">{title}</p>
        {children ? <div class="notice__text">{children}</div> : null}
        {actions ? <div class="notice__actions">{actions}</div> : null}
      </div>
    </div>
  );
}
