/** Asks before imported listening goes, and says what goes and what stays. */
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { t } from '../../text.ts';
import type { HistoryModel } from './history-model.ts';
import { describeLoose } from './imported-panel.tsx';

interface ImportedDialogProps {
  model: HistoryModel;
  /** UTC ms. */
  now: number;
  /** The heading that takes the focus when the button is gone. */
  returnId: string;
}

export function ImportedDialog({ model, now, returnId }: ImportedDialogProps) {
  const { deletion, imported } = model;
  const phase = deletion.phase.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const working = phase.name === 'working';
  const open = phase.name === 'asking' || working;

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  async function confirm() {
    await deletion.confirm();
    if (deletion.phase.value.name === 'done') document.getElementById(returnId)?.focus();
  }

  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="imported-title"
      onCancel={(event) => {
        event.preventDefault();
        deletion.cancel();
      }}
    >
      {open ? (
        <div class="dialog__body">
          <h2 id="imported-title">{t('imported_sure')}</h2>
          {imported.value ? <p>{t('imported_goes', describeLoose(imported.value))}</p> : null}
          <p>{t('imported_stays')}</p>
          {phase.name === 'asking' && phase.error ? (
            <ErrorNotice error={phase.error} now={now} urgent />
          ) : null}
          <div class="dialog__actions">
            <Button disabled={working} onClick={() => deletion.cancel()}>
              {t('options_former_keep')}
            </Button>
            <Button kind="danger" busy={working} onClick={() => void confirm()}>
              {t('options_former_delete_yes')}
            </Button>
          </div>
        </div>
      ) : null}
    </dialog>
  );
}
