/** The section History: bringing an export from Spotify, its progress, and what each import told. */
import { ExternalLink } from '../../components/external-link.tsx';
import { ImportDrop } from '../../import/import-drop.tsx';
import { ImportOutcome } from '../../import/import-outcome.tsx';
import { ImportProgressBox } from '../../import/import-progress-box.tsx';
import { ReceiptList } from '../../import/receipt-list.tsx';
import { t } from '../../text.ts';
import { FilesPanel } from './files-panel.tsx';
import type { HistoryModel } from './history-model.ts';
import { JoinPanel } from './join-panel.tsx';

const PRIVACY_PAGE = 'https://www.spotify.com/account/privacy/';

interface HistorySectionProps {
  model: HistoryModel;
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
      <ImportOutcome phase={phase} now={now} />
      <p class="small muted">
        {t('import_how')} <ExternalLink href={PRIVACY_PAGE}>{t('import_how_link')}</ExternalLink>
      </p>
      <JoinPanel model={model} now={now} />
      <ReceiptList model={model} receipts={model.receipts} now={now} returnId="history" />
      <FilesPanel model={model} now={now} />
    </>
  );
}
