/** The section History: bringing an export from Spotify, what each import told, files to take along. */
import { ReceiptList } from '../../import/receipt-list.tsx';
import { t } from '../../text.ts';
import { FilesPanel } from './files-panel.tsx';
import type { HistoryModel } from './history-model.ts';
import { ImportPart } from './import-part.tsx';
import { ImportedPanel } from './imported-panel.tsx';
import { JoinPanel } from './join-panel.tsx';

interface HistorySectionProps {
  model: HistoryModel;
  /** UTC ms. */
  now: number;
  /** On the first screen, importing has a place of its own. */
  importing: boolean;
}

export function HistorySection({ model, now, importing }: HistorySectionProps) {
  return (
    <>
      {importing ? (
        <>
          <p>{t('import_lead')}</p>
          <ImportPart model={model} now={now} />
        </>
      ) : null}
      <JoinPanel model={model} now={now} />
      <ReceiptList model={model} receipts={model.receipts} now={now} returnId="history" />
      <FilesPanel model={model} now={now} />
      <ImportedPanel model={model} />
    </>
  );
}
