/** All imports so far: when, how much, the whole receipt on request, and the way back. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { formatDate, formatNumber } from '../format.ts';
import { joinParts } from '../isolate.ts';
import { t, tPlural } from '../text.ts';
import { ChangeFailed } from '../components/change-failed.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import type { ImportModel } from './import-model.ts';
import type { KeptReceipt } from './import-protocol.ts';
import { ReceiptDetails } from './receipt-details.tsx';
import type { ReceiptsStore } from './receipts-store.ts';
import { nameTarget } from './whose-field.tsx';

interface ReceiptListProps {
  model: ImportModel;
  receipts: ReceiptsStore;
  /** UTC ms. */
  now: number;
  /** The heading that takes the focus when a receipt is gone. */
  returnId: string;
  /** Said where there has been no import. */
  empty?: string;
}

export function ReceiptList(props: ReceiptListProps) {
  const { receipts, error, undo } = props.receipts;
  const kept = receipts.value ?? [];
  return (
    <>
      {error.value ? <ErrorNotice error={error.value} now={props.now} /> : null}
      <output class="said field__good">
        {undo.value.name === 'done' ? t('receipt_undone') : ''}
      </output>
      {props.empty && receipts.value?.length === 0 ? <p class="muted">{props.empty}</p> : null}
      {kept.length > 0 ? (
        <div class="receipts">
          <h3>{t('receipt_list')}</h3>
          <ul>
            {kept.map((entry) => (
              <li key={entry.receipt.importId} class="receipts__entry">
                <Entry {...props} kept={entry} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

function Entry({ kept, ...props }: ReceiptListProps & { kept: KeptReceipt }) {
  const { model, receipts, now } = props;
  const { accountId, receipt } = kept;
  const { importId, importedAt, rows } = receipt;
  const undo = receipts.undo.value;
  const isMine = (undo.name === 'asking' || undo.name === 'working') && undo.importId === importId;
  const targets = model.targets.value;
  const target = targets.find(({ id }) => id === accountId);
  const date = formatDate(importedAt, 'moment');
  const latest = model.imports.phase.value;
  const justNow = latest.name === 'done' && latest.receipt.importId === importId;
  return (
    <>
      <div class="receipts__head">
        <div>
          <p class="receipts__date">{date}</p>
          <p class="small muted">
            {joinParts([
              tPlural('receipt_rows_read', rows, formatNumber(rows)),
              ...(targets.length > 1 && target ? [nameTarget(target)] : []),
            ])}
          </p>
        </div>
        {isMine ? null : (
          <Button
            small
            name={t('receipt_undo_name', date)}
            disabled={undo.name === 'working'}
            onClick={() => receipts.ask(importId)}
          >
            {t('receipt_undo')}
          </Button>
        )}
      </div>
      {isMine ? <Question {...props} /> : null}
      <details class="receipts__details" open={justNow}>
        <summary>{t('receipt_show')}</summary>
        <ReceiptDetails receipt={receipt} now={now} />
      </details>
    </>
  );
}

function Question({ receipts, now, returnId }: ReceiptListProps) {
  const undo = receipts.undo.value;
  const box = useRef<HTMLFieldSetElement>(null);
  async function confirm() {
    await receipts.confirm();
    // The button is gone with the receipt.
    if (receipts.undo.value.name === 'done') document.getElementById(returnId)?.focus();
  }
  // The button that had the focus is gone: the keyboard goes on at the harmless answer.
  useLayoutEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <fieldset class="question" ref={box}>
      <legend>{t('receipt_undo_sure')}</legend>
      {undo.name === 'asking' && undo.error ? <ChangeFailed error={undo.error} now={now} /> : null}
      <div class="question__answers">
        <Button small disabled={undo.name === 'working'} onClick={() => receipts.keep()}>
          {t('receipt_undo_keep')}
        </Button>
        <Button small kind="danger" busy={undo.name === 'working'} onClick={() => void confirm()}>
          {t('receipt_undo_yes')}
        </Button>
      </div>
    </fieldset>
  );
}
