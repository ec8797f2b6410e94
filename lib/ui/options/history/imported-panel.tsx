/** Listening that was imported without an account: how much it is, and its end. */
import { Button } from '../../components/button.tsx';
import type { LooseListening } from '../../../messages/contract.ts';
import { formatDate, formatNumber } from '../../format.ts';
import { t, tPlural } from '../../text.ts';
import type { HistoryModel } from './history-model.ts';

export function ImportedPanel({ model: { imported, deletion } }: { model: HistoryModel }) {
  const kept = imported.value;
  if (!kept) {
    return (
      <output class="said field__good">
        {deletion.phase.value.name === 'done' ? t('imported_deleted') : ''}
      </output>
    );
  }
  return (
    <div class="files">
      <h3>{t('account_imported')}</h3>
      <p class="small muted">{describeLoose(kept)}</p>
      <div class="files__buttons">
        <Button onClick={() => deletion.ask(kept.accountId)}>{t('imported_delete')}</Button>
      </div>
    </div>
  );
}

/** “1,234 streams, since May 3, 2019” */
export function describeLoose({ streams, since }: LooseListening): string {
  const date = since === null ? '' : formatDate(since, 'date');
  return tPlural('options_former_kept', streams, formatNumber(streams), date);
}
