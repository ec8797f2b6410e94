/** What stands on the dashboard while there is no listening at all: the same three ways in as in the options. */
import { Button } from '../components/button.tsx';
import { Door } from '../components/door.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import { FileButton } from '../import/file-button.tsx';
import type { ImportModel } from '../import/import-model.ts';
import { SampleButton } from '../sample/sample-button.tsx';
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
      <Door title={t('sample_door')}>
        <p>{t('sample_text')}</p>
        <div class="door__way">
          <SampleButton sample={sample} kind="primary">
            {t('sample_add')}
          </SampleButton>
          {phase.name === 'failed' ? <ErrorNotice error={phase.error} now={now} urgent /> : null}
          <output class="small muted">{phase.name === 'making' ? t('sample_making') : ''}</output>
        </div>
      </Door>
      <Door title={t('doors_import')}>
        <p>{t('doors_import_text')}</p>
        <div class="door__way">
          <FileButton
            busy={imports.phase.value.name === 'running'}
            onChoose={(files) => void imports.start(targetId.value, () => Promise.resolve(files))}
          >
            {t('doors_import_choose')}
          </FileButton>
          <p class="small muted">{t('doors_import_drop')}</p>
        </div>
      </Door>
      <Door title={t('options_connect')}>
        <p>{t('doors_connect_text')}</p>
        <div class="door__way">
          <Button onClick={onConnect}>{t('doors_connect_show')}</Button>
          <p class="small muted">{t('doors_connect_privacy')}</p>
        </div>
      </Door>
    </ol>
  );
}
