/** What is stored where, in plain words, and the switch for shared computers. */
import { t } from '../text.ts';
import type { OptionsModel } from './options-model.ts';
import { SavedLine } from './saved-line.tsx';

export function PrivacySettings({ model }: { model: OptionsModel }) {
  const { settings } = model;
  return (
    <>
      <p>{t('options_privacy_lead')}</p>
      <dl class="stored">
        <div>
          <dt>{t('options_stored_history')}</dt>
          <dd>{t('options_stored_history_text')}</dd>
        </div>
        <div>
          <dt>{t('options_stored_signin')}</dt>
          <dd>{t('options_stored_signin_text')}</dd>
        </div>
        <div>
          <dt>{t('options_stored_settings')}</dt>
          <dd>{t('options_stored_settings_text')}</dd>
        </div>
        <div>
          <dt>{t('options_stored_covers')}</dt>
          <dd>{t('options_stored_covers_text')}</dd>
        </div>
      </dl>
      <div class="field">
        <label class="tick">
          <input
            type="checkbox"
            // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a native checkbox tells its own state
            role="switch"
            class="switch"
            checked={settings.values.value?.memoryOnlyTokens ?? false}
            aria-labelledby="memory-only-name"
            aria-describedby="memory-only-words"
            onChange={(event) =>
              void settings.save('memoryOnlyTokens', {
                memoryOnlyTokens: event.currentTarget.checked,
              })
            }
          />
          <span>
            <span id="memory-only-name">{t('options_memory_only')}</span>
            <span class="tick__words" id="memory-only-words">
              {t('options_memory_only_text')}
            </span>
          </span>
        </label>
        <SavedLine model={model} field="memoryOnlyTokens" />
      </div>
    </>
  );
}
