/**
 * Importing where there is little room for it: a button, the whole page to drop something on, and a
 * panel that floats while there is something to say.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { t } from '../text.ts';
import { FileButton } from './file-button.tsx';
import type { ImportModel } from './import-model.ts';
import { ImportOutcome, outcomeTitle } from './import-outcome.tsx';
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
  /** Another text on another page. */
  place: string;
}

export function ImportCorner({ model, now, place }: ImportCornerProps) {
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
      {phase.name === 'idle' ? null : phase.name === 'running' ? (
        <section class="import-corner__panel" aria-label={t('import_button')}>
          <ImportProgressBox phase={phase} onCancel={() => imports.cancel()} />
        </section>
      ) : (
        <Finished phase={phase} now={now} place={place} onClose={close} />
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
  place: string;
  onClose: () => void;
}

function Finished({ phase, now, place, onClose }: FinishedProps) {
  const panel = useRef<HTMLElement>(null);
  const close = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useFolding(panel, place, phase.name === 'done');
  // The button that had the focus is gone with the progress.
  useLayoutEffect(() => close.current?.querySelector('button')?.focus(), []);
  const isLine = folded && phase.name === 'done';
  return (
    <section
      ref={panel}
      class={isLine ? 'import-corner__line' : 'import-corner__panel'}
      aria-label={t('import_button')}
    >
      {isLine ? (
        <>
          <p class="one-line">{outcomeTitle(phase.receipt)}</p>
          <Button small kind="quiet" onClick={() => setFolded(false)}>
            {t('receipt_show')}
          </Button>
        </>
      ) : (
        <ImportOutcome phase={phase} now={now} />
      )}
      {phase.name === 'done' && !isLine ? (
        <details class="receipts__details">
          <summary>{t('receipt_show')}</summary>
          <ReceiptDetails receipt={phase.receipt} now={now} />
        </details>
      ) : null}
      <div key="close" class="import-corner__actions" ref={close}>
        <Button small onClick={onClose}>
          {t('options_close')}
        </Button>
      </div>
    </section>
  );
}

/** Long enough to have read it, and to have heard it read. */
const READ_MS = 10_000;

/**
 * What has been read lies over the page no longer: it becomes one line after a while, unless somebody
 * is looking closer, and at once on another page.
 */
function useFolding(
  panel: { current: HTMLElement | null },
  place: string,
  folds: boolean,
): [boolean, (folded: boolean) => void] {
  const [folded, setFolded] = useState(false);
  const first = useRef(place);
  useEffect(() => {
    if (first.current === place) return;
    first.current = place;
    setFolded(true);
  }, [place]);
  useEffect(() => {
    if (!folds) return undefined;
    const timer = setTimeout(() => {
      const isRead = panel.current?.matches(':hover') || panel.current?.querySelector('[open]');
      if (!isRead) setFolded(true);
    }, READ_MS);
    return () => clearTimeout(timer);
  }, [folds, panel]);
  return [folded, setFolded];
}
