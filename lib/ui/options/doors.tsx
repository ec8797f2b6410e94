/** The first screen after installing: three ways in, each begun with one click. */
import { Door } from '../components/door.tsx';
import { SampleButton } from '../sample/sample-button.tsx';
import { ImportPart } from './history/import-part.tsx';
import { t } from '../text.ts';
import type { OptionsModel } from './options-model.ts';
import { SampleState } from './sample-section.tsx';

/** `guideId`: the heading of the guided connection, further down. */
export function Doors({ model, guideId }: { model: OptionsModel; guideId: string }) {
  return (
    <ol class="doors" aria-label={t('doors_title')}>
      <Door title={t('sample_door')}>
        <p>{t('sample_text')}</p>
        <div class="door__way">
          <SampleButton sample={model.sample} kind="primary">
            {t('sample_add')}
          </SampleButton>
          <SampleState model={model} />
        </div>
        <SamplePicture />
      </Door>
      <Door title={t('doors_import')}>
        <p>{t('doors_import_text')}</p>
        <ImportPart model={model.history} now={model.clock.now.value} />
      </Door>
      <Door title={t('options_connect')}>
        <p>{t('doors_connect_text')}</p>
        <div class="door__way">
          <a
            class="button"
            href={`#${guideId}`}
            onClick={() => document.getElementById(guideId)?.focus()}
          >
            {t('doors_connect_show')}
          </a>
        </div>
        <p class="small muted">{t('doors_connect_privacy')}</p>
      </Door>
    </ol>
  );
}

/** Months of somebody who hears a little more every year: a foretaste, no figures. */
const BARS = [5, 7, 6, 9, 8, 11, 9, 12, 15, 13, 10, 14, 17, 15, 19, 16, 21, 18, 23, 20, 26, 24];

function SamplePicture() {
  return (
    <svg
      class="door__picture"
      viewBox={`0 0 ${BARS.length * 10 - 2} 28`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {BARS.map((height, place) => (
        <rect key={place} x={place * 10} y={28 - height} width="8" height={height} />
      ))}
    </svg>
  );
}
