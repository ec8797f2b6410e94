/** Where files are handed in: two buttons, and the whole page to drop something on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { t } from '../../text.ts';
import type { ImportModel } from './import-model.ts';
import type { HandedIn } from './import-protocol.ts';
import { pickChosen, pickDropped } from './pick-files.ts';
import { WhoseField } from './whose-field.tsx';

/** Known to every browser, and to no list of attributes. */
const FOLDER = { webkitdirectory: true };

export function ImportDrop({ model }: { model: ImportModel }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const start = (read: () => Promise<readonly HandedIn[]>) =>
    void model.imports.start(model.targetId.value, read);
  const first = useRef<HTMLDivElement>(null);
  // After an import, whose button had the focus, the keyboard goes on where it started.
  useEffect(() => {
    if (model.imports.phase.peek().name !== 'idle') first.current?.querySelector('button')?.focus();
  }, []);
  const over = useDrop((items) => start(pickDropped(items)));

  function take(input: HTMLInputElement) {
    const chosen = pickChosen(input.files ?? []);
    // The same file can be chosen again.
    input.value = '';
    if (chosen.length > 0) start(() => Promise.resolve(chosen));
  }

  return (
    <div class={over ? 'import-drop import-drop--over' : 'import-drop'}>
      {model.targets.value.length > 1 ? (
        <WhoseField
          id="import-whose"
          targets={model.targets.value}
          value={model.targetId.value}
          onChange={(id) => (model.chosenId.value = id)}
        />
      ) : null}
      <div class="import-drop__words">
        <p class="import-drop__lead">{t('import_drop')}</p>
        <p class="small muted">{t('import_drop_more')}</p>
      </div>
      <div class="import-drop__buttons" ref={first}>
        <Button kind="primary" onClick={() => files.current?.click()}>
          {t('import_button')}
        </Button>
        <Button onClick={() => folder.current?.click()}>{t('import_folder')}</Button>
      </div>
      <input
        ref={files}
        class="import-files"
        type="file"
        multiple
        hidden
        accept=".zip,.json"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        {...FOLDER}
        onChange={(event) => take(event.currentTarget)}
      />
    </div>
  );
}

/** Files dropped anywhere on the page are for the import: the browser would leave for them. */
function useDrop(take: (items: DataTransferItemList) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    function onOver(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    }
    function onLeave(event: DragEvent) {
      // From one element to the next is not out of the page.
      if (event.relatedTarget === null) setOver(false);
    }
    function onDrop(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer) latest.current(event.dataTransfer.items);
    }
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return over;
}
