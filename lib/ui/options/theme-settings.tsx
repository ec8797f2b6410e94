/** Light, dark, or as the system has it; shown at once. */
import { Theme } from '../../domain/settings.ts';
import { Segmented } from '../components/segmented.tsx';
import { t, type MessageKey } from '../text.ts';
import type { OptionsModel } from './options-model.ts';
import { SavedLine } from './saved-line.tsx';

const LABELS: Readonly<Record<Theme, MessageKey>> = {
  system: 'options_theme_system',
  light: 'options_theme_light',
  dark: 'options_theme_dark',
};

export function ThemeSettings({ model }: { model: OptionsModel }) {
  const { settings } = model;
  return (
    <div class="field">
      <p class="field__label" aria-hidden="true">
        {t('options_theme')}
      </p>
      <div class="beside beside--start">
        <Segmented
          legend={t('options_theme')}
          name="theme"
          options={Theme.options.map((key) => ({ key, label: t(LABELS[key]) }))}
          value={settings.values.value?.theme ?? 'system'}
          onChange={(theme) => void settings.save('theme', { theme })}
        />
        <SavedLine model={model} field="theme" />
      </div>
    </div>
  );
}
