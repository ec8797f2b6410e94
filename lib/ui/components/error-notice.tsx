/** An error as a person reads it here: what happened, what is safe, what to do. */
import type { ComponentChildren } from 'preact';
import type { ErrorRecord } from '../../domain/app-error.ts';
import { Notice } from './notice.tsx';
import { errorText } from '../error-text.ts';

interface ErrorNoticeProps {
  error: ErrorRecord;
  /** UTC ms. */
  now: number;
  actions?: ComponentChildren;
  /** Read out at once: for what answers a click. */
  urgent?: boolean;
}

export function ErrorNotice({ error, now, actions, urgent = false }: ErrorNoticeProps) {
  const { what, safe, advice } = errorText(error, now);
  // Closing the window is a choice, not a fault.
  const tone = error.code === 'oauth/cancelled' ? 'info' : 'warning';
  return (
    <Notice tone={tone} title={what} actions={actions} urgent={urgent}>
      {advice} {safe}
    </Notice>
  );
}
