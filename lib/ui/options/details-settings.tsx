/** The switch for asking Spotify about the music that was heard, and how far that has come. */
import type { Overview } from '../../messages/contract.ts';
import { accountName } from '../account-name.ts';
import { t } from '../text.ts';
import { describeDetails } from '../details-text.ts';
import type { OptionsModel } from './options-model.ts';
import { SavedLine } from './saved-line.tsx';

interface DetailsSettingsProps {
  model: OptionsModel;
  overview: Overview;
}

export function DetailsSettings({ model, overview }: DetailsSettingsProps) {
  const { settings, clock } = model;
  const lines = overview.details.flatMap((state) => {
    const text = describeDetails(state, clock.now.value);
    return text === null ? [] : [{ id: state.accountId, text }];
  });
  return (
    <div class="field">
      <label class="tick">
        <input
          type="checkbox"
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a native checkbox tells its own state
          role="switch"
          class="switch"
          checked={settings.values.value?.fetchDetails ?? true}
          aria-labelledby="details-name"
          aria-describedby="details-words"
          onChange={(event) =>
            void settings.save('fetchDetails', { fetchDetails: event.currentTarget.checked })
          }
        />
        <span>
          <span id="details-name">{t('options_details')}</span>
          <span class="tick__words" id="details-words">
            {t('options_details_text')}
          </span>
        </span>
      </label>
      <SavedLine model={model} field="fetchDetails" />
      {lines.map(({ id, text }) => (
        <p class="field__hint" key={id}>
          {lines.length > 1 ? (
            <>
              <bdi>{nameOf(id, overview)}</bdi>
              {' · '}
            </>
          ) : null}
          {text}
        </p>
      ))}
    </div>
  );
}

function nameOf(accountId: string, { accounts, former }: Overview): string {
  const found = [...accounts, ...former].find(({ account }) => account.id === accountId);
  return found ? accountName(found.account) : t('account_imported');
}
