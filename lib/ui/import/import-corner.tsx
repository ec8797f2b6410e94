/**
 * Importing where there is little room for it: a button, the whole page to drop something on, and a
 * panel that floats while there is something to say.
 */
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { t } from '../text.ts';
import { FileButton } from './file-button.tsx';
import type { ImportModel } from './import-model.ts';
import { ImportOutcome } from './import-outcome.tsx';
import { ImportProgressBox } from './import-progress-box.tsx';
import type { HandedIn } from './import-protocol.ts';
import type { ImportPhase } from './import-store.ts';
import { pickDropped } from './pick-files.ts';
import { ReceiptDetails } from './receipt-details.tsx';
import { useDrop } from './use-drop.ts';
import { nameTarget } from './whose-field.tsx';

interface ImportCornerProps {
  model: ImportModel;
  /** UTC ms. */
  now: number;
}

export function ImportCorner({ model, now }: ImportCornerProps) {
  const { imports, targets, targetId } = model;
  const corner = useRef<HTMLDivElement>(null);
  const phase = imports.phase.value;
  const start = (read: () => Promise<readonly HandedIn[]>) =>
    void imports.start(targetId.value, read);
  const over = useDrop((items) => start(pickDropped(items)));
  const target = targets.value.find(({ id }) => id === targetId.value);

  function close() {
    imports.dismiss();
    corner.current?.querySelector('button')?.focus();
  }

  return (
    <div class="import-corner" ref={corner}>
      <FileButton
        busy={phase.name === 'running'}
        onChoose={(files) => start(() => Promise.resolve(files))}
      >
        {t('import_button')}
      </FileButton>
      {phase.name === 'idle' ? null : (
        <section class="import-corner__panel" aria-label={t('import_button')}>
          {phase.name === 'running' ? (
            <ImportProgressBox phase={phase} onCancel={() => imports.cancel()} />
          ) : (
            <Finished phase={phase} now={now} onClose={close} />
          )}
        </section>
      )}
      {over ? (
        <div class="import-corner__over" aria-hidden="true">
          <p>{t('import_drop_here', target ? nameTarget(target) : '')}</p>
        </div>
      ) : null}
    </div>
  );
}

interface FinishedProps {
  phase: ImportPhase;
  /** UTC ms. */
  now: number;
  onClose: () => void;
}

function Finished({ phase, now, onClose }: FinishedProps) {
  const actions = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone with the progress.
  useEffect(() => actions.current?.querySelector('button')?.focus(), []);
  return (
    <>
      <ImportOutcome phase={phase} now={now} />
      {phase.name === 'done' ? (
        <details class="receipts__details">
          <summary>{t('receipt_show')}</summary>
          <ReceiptDetails receipt={phase.receipt} now={now} />
        </details>
      ) : null}
      <div class="import-corner__actions" ref={actions}>
        <Button small onClick={onClose}>
          {t('options_close')}
        </Button>
      </div>
    </>
  );
}
