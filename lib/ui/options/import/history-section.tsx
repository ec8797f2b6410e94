/** The section History: bringing an export from Spotify, its progress, and what each import told. */
import { Notice } from '../../components/notice.tsx';
import { ErrorNotice } from '../error-notice.tsx';
import { ExternalLink } from '../external-link.tsx';
import { formatNumber } from '../../format.ts';
import { t, tPlural } from '../../text.ts';
import type { ImportModel } from './import-model.ts';
import { FilesPanel } from './files-panel.tsx';
import { ImportDrop } from './import-drop.tsx';
import { ImportProgressBox } from './import-progress-box.tsx';
import type { ImportPhase } from './import-store.ts';
import { JoinPanel } from './join-panel.tsx';
import { ReceiptList } from './receipt-list.tsx';

const PRIVACY_PAGE = 'https://www.spotify.com/account/privacy/';

interface HistorySectionProps {
  model: ImportModel;
  /** UTC ms. */
  now: number;
}

export function HistorySection({ model, now }: HistorySectionProps) {
  const phase = model.imports.phase.value;
  return (
    <>
      <p>{t('import_lead')}</p>
      {phase.name === 'running' ? (
        <ImportProgressBox phase={phase} onCancel={() => model.imports.cancel()} />
      ) : (
        <ImportDrop model={model} />
      )}
      <Outcome phase={phase} now={now} />
      <p class="small muted">
        {t('import_how')} <ExternalLink href={PRIVACY_PAGE}>{t('import_how_link')}</ExternalLink>
      </p>
      <JoinPanel model={model} now={now} />
      <ReceiptList model={model} now={now} />
      <FilesPanel model={model} now={now} />
    </>
  );
}

function Outcome({ phase, now }: { phase: ImportPhase; now: number }) {
  if (phase.name === 'failed') {
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
  const { added, notMusic, unnamed, upgraded, rows, failures } = phase.receipt;
  const fresh = added + notMusic + unnamed;
  return (
    <Notice
      tone={failures.length > 0 ? 'warning' : 'info'}
      title={
        fresh + upgraded === 0
          ? t('import_nothing_new')
          : tPlural('import_done', fresh, formatNumber(fresh))
      }
    >
      {tPlural('import_done_rows', rows, formatNumber(rows))}{' '}
      {failures.length > 0
        ? tPlural('import_done_failures', failures.length, formatNumber(failures.length))
        : null}
    </Notice>
  );
}
