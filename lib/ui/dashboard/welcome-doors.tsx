/** What stands on the dashboard while there is no listening at all: the same three ways in as in the options. */
import type { ComponentChildren } from 'preact';
import { Button } from '../components/button.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import { FileButton } from '../import/file-button.tsx';
import type { ImportModel } from '../import/import-model.ts';
import type { SampleStore } from '../sample/sample-store.ts';
import { t } from '../text.ts';

interface WelcomeDoorsProps {
  importing: ImportModel;
  sample: SampleStore;
  onConnect: () => void;
  /** UTC ms. */
  now: number;
}

export function WelcomeDoors({ importing, sample, onConnect, now }: WelcomeDoorsProps) {
  const { imports, targetId } = importing;
  const phase = sample.phase.value;
  return (
    <ol class="doors welcome-doors" aria-label={t('doors_title')}>
      <Door title={t('sample_door')} text={t('sample_text')}>
        <Button kind="primary" busy={phase.name === 'making'} onClick={() => void sample.add()}>
          {t('sample_add')}
        </Button>
        {phase.name === 'failed' ? <ErrorNotice error={phase.error} now={now} urgent /> : null}
        <output class="small muted">{phase.name === 'making' ? t('sample_making') : ''}</output>
      </Door>
      <Door title={t('doors_import')} text={t('doors_import_text')}>
        <FileButton
          busy={imports.phase.value.name === 'running'}
          onChoose={(files) => void imports.start(targetId.value, () => Promise.resolve(files))}
        >
          {t('doors_import_choose')}
        </FileButton>
        <p class="small muted">{t('doors_import_drop')}</p>
      </Door>
      <Door title={t('options_connect')} text={t('doors_connect_text')}>
        <Button onClick={onConnect}>{t('doors_connect_show')}</Button>
        <p class="small muted">{t('doors_connect_privacy')}</p>
      </Door>
    </ol>
  );
}

interface DoorProps {
  title: string;
  text: string;
  children: ComponentChildren;
}

function Door({ title, text, children }: DoorProps) {
  return (
    <li class="door">
      <h2 class="door__title">{title}</h2>
      <p>{text}</p>
      <div class="door__way">{children}</div>
    </li>
  );
}
