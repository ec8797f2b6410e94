/** What the last import came to: how much is new, or why nothing was kept. */
import type { Receipt } from '../../domain/receipt.ts';
import { Notice } from '../components/notice.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import { formatNumber } from '../format.ts';
import { t, tPlural } from '../text.ts';
import type { ImportPhase } from './import-store.ts';

interface ImportOutcomeProps {
  phase: ImportPhase;
  /** UTC ms. */
  now: number;
}

/** “Imported: 1,204 new streams” */
export function outcomeTitle(receipt: Receipt): string {
  const { added, notMusic, unnamed, upgraded } = receipt;
  const fresh = added + notMusic + unnamed;
  if (fresh + upgraded > 0) return tPlural('import_done', fresh, formatNumber(fresh));
  return isLists(receipt) ? t('import_done_lists') : t('import_nothing_new');
}

/** Nothing while there is none. */
export function ImportOutcome({ phase, now }: ImportOutcomeProps) {
  if (phase.name === 'failed') {
    if (phase.error.code === 'history/quota') {
      // The words of the error are of plays that come in by themselves.
      return (
        <Notice tone="warning" title={t('import_no_room')} urgent>
          {t('import_no_room_do')} {t('error_safe_nothing_changed')}
        </Notice>
      );
    }
    // Stopping was a wish, not a fault.
    return phase.error.code === 'archive/cancelled' ? (
      <Notice tone="info" title={t('error_archive_cancelled')}>
        {t('error_safe_nothing_changed')} {t('error_archive_cancelled_do')}
      </Notice>
    ) : (
      <ErrorNotice error={phase.error} now={now} urgent />
    );
  }
  if (phase.name !== 'done') return null;
  const { rows, failures } = phase.receipt;
  return (
    <Notice tone={failures.length > 0 ? 'warning' : 'info'} title={outcomeTitle(phase.receipt)}>
      {isLists(phase.receipt)
        ? t('import_done_lists_text')
        : tPlural('import_done_rows', rows, formatNumber(rows))}{' '}
      {failures.length > 0
        ? tPlural('import_done_failures', failures.length, formatNumber(failures.length))
        : null}
    </Notice>
  );
}

/** Nothing but playlists or a library was handed in. */
function isLists({ rows, files }: Receipt): boolean {
  return rows === 0 && files.some(({ kind }) => kind !== 'streams');
}
