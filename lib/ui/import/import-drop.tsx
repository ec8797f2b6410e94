/** Where files are handed in: two buttons, and the whole page to drop something on. */
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text.ts';
import { FileButton } from './file-button.tsx';
import type { ImportModel } from './import-model.ts';
import type { HandedIn } from './import-protocol.ts';
import { pickDropped } from './pick-files.ts';
import { useDrop } from './use-drop.ts';
import { WhoseField } from './whose-field.tsx';

export function ImportDrop({ model }: { model: ImportModel }) {
  const start = (read: () => Promise<readonly HandedIn[]>) =>
    void model.imports.start(model.targetId.value, read);
  const take = (files: readonly HandedIn[]) => start(() => Promise.resolve(files));
  const over = useDrop((items) => start(pickDropped(items)));
  const first = useRef<HTMLDivElement>(null);
  // After an import, whose button had the focus, the keyboard goes on where it started.
  useEffect(() => {
    if (model.imports.phase.peek().name !== 'idle') first.current?.querySelector('button')?.focus();
  }, []);

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
        <FileButton kind="primary" onChoose={take}>
          {t('import_button')}
        </FileButton>
        <FileButton folder onChoose={take}>
          {t('import_folder')}
        </FileButton>
      </div>
    </div>
  );
}
