/** What is stored where, in plain words, the switch for shared computers, and the passphrase. */
import type { PassphraseState } from '../../domain/passphrase.ts';
import { PassphraseSettings } from '../passphrase/passphrase-settings.tsx';
import { t } from '../text.ts';
import type { OptionsModel } from './options-model.ts';
import { SavedLine } from './saved-line.tsx';

interface PrivacySettingsProps {
  model: OptionsModel;
  passphrase: PassphraseState;
}

export function PrivacySettings({ model, passphrase }: PrivacySettingsProps) {
  const { settings } = model;
  const memoryOnly = settings.values.value?.memoryOnlyTokens ?? false;
  const canForget = passphrase === 'off';
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
            checked={memoryOnly}
            disabled={!canForget}
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
              {t(canForget ? 'options_memory_only_text' : 'options_memory_only_locked')}
            </span>
          </span>
        </label>
        <SavedLine model={model} field="memoryOnlyTokens" />
      </div>
      <PassphraseSettings
        store={model.passphrase}
        state={passphrase}
        memoryOnly={memoryOnly}
        now={model.clock.now.value}
      />
    </>
  );
}
