/** Says beside a setting that it is saved, or why not; to the eye and to a screen reader. */
import type { Settings } from '../../domain/settings.ts';
import { errorText } from '../error-text.ts';
import { t } from '../text.ts';
import type { OptionsModel } from './options-model.ts';

interface SavedLineProps {
  model: OptionsModel;
  field: keyof Settings;
}

export function SavedLine({ model, field }: SavedLineProps) {
  const outcome = model.settings.outcome.value;
  const mine = outcome?.field === field ? outcome : null;
  return (
    <output class={mine && mine.name !== 'saved' ? 'said field__error' : 'said field__good'}>
      {mine?.name === 'saved' ? t('options_saved') : ''}
      {mine?.name === 'half-done'
        ? t('options_half_done', errorText(mine.error, model.clock.now.value).what)
        : ''}
      {mine?.name === 'failed'
        ? t('options_not_saved', errorText(mine.error, model.clock.now.value).what)
        : ''}
    </output>
  );
}
