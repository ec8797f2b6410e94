/** Says that the sign-ins are locked and what that means, with the form that opens them. */
import type { ComponentChildren } from 'preact';
import { Notice } from '../components/notice.tsx';
import { t } from '../text.ts';
import { UnlockForm } from './unlock-form.tsx';
import type { UnlockPhase } from './unlock-store.ts';

interface LockedNoticeProps {
  phase: UnlockPhase;
  onUnlock: (passphrase: string) => void;
  /** UTC ms. */
  now: number;
  /** Beside the form. */
  children?: ComponentChildren;
}

export function LockedNotice({ phase, onUnlock, now, children }: LockedNoticeProps) {
  return (
    <Notice tone="warning" title={t('locked')}>
      <p>{t('locked_do')}</p>
      <UnlockForm phase={phase} onUnlock={onUnlock} now={now} />
      {children}
    </Notice>
  );
}
