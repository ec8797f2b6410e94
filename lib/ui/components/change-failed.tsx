/** Why a change to the history that a person asked for was not made. */
import type { ErrorRecord } from '../../domain/app-error.ts';
import { t } from '../text.ts';
import { ErrorNotice } from './error-notice.tsx';
import { Notice } from './notice.tsx';

interface ChangeFailedProps {
  error: ErrorRecord;
  /** UTC ms. */
  now: number;
}

/** An `ErrorNotice`, but for a full disk: the words of that error are of plays that come in by themselves. */
export function ChangeFailed({ error, now }: ChangeFailedProps) {
  if (error.code !== 'history/quota') return <ErrorNotice error={error} now={now} urgent />;
  return (
    <Notice tone="warning" title={t('change_no_room')} urgent>
      {t('error_history_quota_do')} {t('error_safe_nothing_changed')}
    </Notice>
  );
}
