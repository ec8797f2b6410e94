/** Where files are handed in: two buttons, and the word that the whole page takes what is dropped. */
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text.ts';
import { FileButton } from './file-button.tsx';
import type { ImportModel } from './import-model.ts';
import type { HandedIn } from './import-protocol.ts';
import { WhoseField } from './whose-field.tsx';

interface ImportDropProps {
  model: ImportModel;
  /** Whether something is held over the page. */
  over: boolean;
}

export function ImportDrop({ model, over }: ImportDropProps) {
  const take = (files: readonly HandedIn[]) =>
    void model.imports.start(model.targetId.value, () => Promise.resolve(files));
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
