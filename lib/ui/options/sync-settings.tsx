/** How often to ask Spotify for new plays: typed, checked, saved on leaving the field. */
import { formatNumber } from '../format.ts';
import { t } from '../text.ts';
import type { OptionsModel } from './options-model.ts';
import { SavedLine } from './saved-line.tsx';
import { INTERVAL_MINUTES } from './settings-store.ts';

export function SyncSettings({ model }: { model: OptionsModel }) {
  const { settings } = model;
  const problem = settings.intervalProblem.value;
  const least = formatNumber(INTERVAL_MINUTES.least);
  const most = formatNumber(INTERVAL_MINUTES.most);
  return (
    <div class="field">
      <label class="field__label" for="interval">
        {t('options_interval')}
      </label>
      <div class="beside beside--start">
        <input
          class="field__input field__input--short"
          id="interval"
          type="number"
          inputMode="numeric"
          min={INTERVAL_MINUTES.least}
          max={INTERVAL_MINUTES.most}
          step={1}
          value={settings.intervalText.value}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby="interval-words"
          onInput={(event) => settings.typeInterval(event.currentTarget.value)}
          onChange={() => void settings.commitInterval()}
        />
        <span class="muted" aria-hidden="true">
          {t('options_interval_unit')}
        </span>
        <SavedLine model={model} field="syncIntervalMinutes" />
      </div>
      <p id="interval-words" class={problem ? 'field__error' : 'field__hint'}>
        {problem === 'not-a-whole-number'
          ? t('options_interval_whole')
          : problem === 'out-of-range'
            ? t('options_interval_range', least, most)
            : t('options_interval_hint', least, most)}
      </p>
    </div>
  );
}
