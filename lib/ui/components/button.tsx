/** The one button: what it does stands in its text, how much it matters in its kind. */
import type { ComponentChildren } from 'preact';

interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  small?: boolean;
  /** Work is under way: says so to assistive technology, and takes no further click. */
  busy?: boolean;
  disabled?: boolean;
  /** For a button whose text alone would not say which thing it is about. */
  name?: string;
  type?: 'button' | 'submit';
}

/** Stays focusable while busy or disabled, so that the keyboard does not lose its place. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', small = false, busy = false, disabled = false, type = 'button' } = props;
  const idle = busy || disabled;
  const classes = ['button', `button--${kind}`, ...(small ? ['button--small'] : [])];
  return (
    <button
      type={type}
      class={classes.join(' ')}
      aria-label={props.name}
      aria-disabled={idle ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      onClick={(event) => {
        if (idle) event.preventDefault();
        else props.onClick();
      }}
    >
      {props.children}
    </button>
  );
}
