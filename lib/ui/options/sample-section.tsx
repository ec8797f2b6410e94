/** The section Sample listening, once the first screen is past: the way in again, or out. */
import type { Overview } from '../../messages/contract.ts';
import { Button } from '../components/button.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import { SampleButton } from '../sample/sample-button.tsx';
import { formatNumber } from '../format.ts';
import { t, tPlural } from '../text.ts';
import type { OptionsModel } from './options-model.ts';

interface SampleSectionProps {
  model: OptionsModel;
  overview: Overview;
}

export function SampleSection({ model, overview: { sample } }: SampleSectionProps) {
  const phase = model.sample.phase.value;
  return (
    <>
      <p>
        {sample
          ? tPlural('sample_kept', sample.streams, formatNumber(sample.streams))
          : t('sample_text')}
      </p>
      <div class="files__buttons">
        <SampleButton sample={model.sample}>
          {sample ? t('sample_open') : t('sample_add')}
        </SampleButton>
        {sample ? (
          <Button busy={phase.name === 'removing'} onClick={() => void model.sample.remove()}>
            {t('sample_remove')}
          </Button>
        ) : null}
      </div>
      <SampleState model={model} />
    </>
  );
}

/** What the sample is doing, or what went wrong with it. */
export function SampleState({ model }: { model: OptionsModel }) {
  const phase = model.sample.phase.value;
  if (phase.name === 'failed') {
    return <ErrorNotice error={phase.error} now={model.clock.now.value} urgent />;
  }
  return (
    <output class={phase.name === 'removed' ? 'said field__good' : 'said small muted'}>
      {phase.name === 'making' ? t('sample_making') : ''}
      {phase.name === 'removed' ? t('sample_removed') : ''}
    </output>
  );
}
