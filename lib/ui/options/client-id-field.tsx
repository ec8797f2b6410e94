/** Takes the client ID and says, beside the field and in words, how it looks so far. */
import { formatNumber } from '../format.ts';
import { t } from '../text.ts';
import { CLIENT_ID_LENGTH, type ClientIdCheck } from './client-id-check.ts';
import type { ConnectFormStore } from './connect-form-store.ts';

interface ClientIdFieldProps {
  form: ConnectFormStore;
  /** While the sign-in window is open. */
  locked: boolean;
}

export function ClientIdField({ form, locked }: ClientIdFieldProps) {
  const check = form.check.value;
  const faulty = form.faulty.value;
  const words = describeCheck(check, faulty);
  const tone = faulty ? 'field__error' : check.state === 'good' ? 'field__good' : 'field__hint';
  return (
    <div class="field">
      <label class="field__label" for="client-id">
        {t('options_client_label')}
      </label>
      <input
        class="field__input field__input--code field__input--client"
        id="client-id"
        value={form.text.value}
        readOnly={locked}
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        aria-invalid={faulty ? 'true' : undefined}
        aria-describedby="client-id-words"
        onInput={(event) => form.type(event.currentTarget.value)}
      />
      <p id="client-id-words" class={tone}>
        {words}
      </p>
      {/* Counting aloud at every key would drown the typing. */}
      <output class="visually-hidden">{faulty || check.state === 'good' ? words : ''}</output>
    </div>
  );
}

function describeCheck(check: ClientIdCheck, faulty: boolean): string {
  const full = formatNumber(CLIENT_ID_LENGTH);
  if (check.state === 'good') return t('options_client_good');
  if (check.state === 'strange-character') return t('options_client_strange', check.character);
  if (check.state === 'empty') {
    return faulty ? t('options_client_missing') : t('options_client_hint', full);
  }
  const words = check.state === 'too-short' ? 'options_client_short' : 'options_client_long';
  return t(words, formatNumber(check.length), full);
}
