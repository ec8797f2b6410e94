/** The passphrase among the settings: what it is for, and the forms that set, change and end it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PassphraseState } from '../../domain/passphrase.ts';
import { Button } from '../components/button.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import { formatNumber } from '../format.ts';
import { t } from '../text.ts';
import { PASSPHRASE_LENGTH } from '../../domain/passphrase.ts';
import { PassphraseField } from './passphrase-field.tsx';
import type {
  PassphraseEntry,
  PassphraseForm,
  PassphraseProblem,
  PassphraseStore,
} from './passphrase-store.ts';

interface PassphraseSettingsProps {
  store: PassphraseStore;
  state: PassphraseState;
  /** Sign-ins are not kept on the disk at all. */
  memoryOnly: boolean;
  /** UTC ms. */
  now: number;
}

export function PassphraseSettings({ store, state, memoryOnly, now }: PassphraseSettingsProps) {
  const form = store.form.value;
  const done = store.done.value;
  const heading = useRef<HTMLHeadingElement>(null);

  // The form is gone: the keyboard goes on at what came of it.
  useLayoutEffect(() => {
    if (done) heading.current?.focus();
  }, [done]);

  return (
    <section class="passphrase" aria-labelledby="passphrase-title">
      <h3 id="passphrase-title" ref={heading} tabIndex={-1}>
        {t('passphrase')}
      </h3>
      <p class="muted small">{t('passphrase_text')}</p>
      <output class={done ? 'said field__good' : 'said small'}>
        {done ? t(DONE[done]) : form ? '' : t(STATES[state])}
      </output>
      {form ? <Form store={store} form={form} now={now} /> : null}
      {form || state === 'locked' ? null : (
        <div class="passphrase__buttons">
          {state === 'off' ? (
            <Button disabled={memoryOnly} onClick={() => store.open('turn-on')}>
              {t('passphrase_set')}
            </Button>
          ) : (
            <>
              <Button onClick={() => store.open('change')}>{t('passphrase_change')}</Button>
              <Button onClick={() => store.open('turn-off')}>{t('passphrase_turn_off')}</Button>
            </>
          )}
        </div>
      )}
      {memoryOnly && state === 'off' ? (
        <p class="field__hint">{t('passphrase_memory_only')}</p>
      ) : null}
    </section>
  );
}

interface FormProps {
  store: PassphraseStore;
  form: PassphraseForm;
  now: number;
}

function Form({ store, form, now }: FormProps) {
  const [visible, setVisible] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const problem = store.problem.value;
  const error = store.error.value;
  const fields = FIELDS[form];

  useLayoutEffect(() => box.current?.querySelector('input')?.focus(), [form]);
  useLayoutEffect(() => {
    if (problem) box.current?.querySelector<HTMLInputElement>(`#${idOf(problem.field)}`)?.select();
  }, [problem]);

  return (
    <form
      class="passphrase__form"
      ref={box}
      aria-labelledby="passphrase-title"
      onSubmit={(event) => {
        event.preventDefault();
        void store.submit(readEntry(event.currentTarget));
      }}
    >
      {fields.map((field) => (
        <PassphraseField
          key={field}
          id={idOf(field)}
          label={t(form === 'turn-on' && field === 'next' ? 'passphrase' : LABELS[field])}
          {...(field === 'next' ? { hint: t('passphrase_hint', formatNumber(LEAST)) } : {})}
          trouble={problem?.field === field ? describe(problem) : null}
          visible={visible}
        />
      ))}
      <label class="tick">
        <input
          type="checkbox"
          checked={visible}
          onChange={(event) => setVisible(event.currentTarget.checked)}
        />
        <span>{t('passphrase_show')}</span>
      </label>
      {error ? <ErrorNotice error={error} now={now} urgent /> : null}
      <div class="passphrase__buttons">
        <Button type="submit" kind="primary" busy={store.busy.value} onClick={submitForm}>
          {t(SUBMIT[form])}
        </Button>
        <Button kind="quiet" disabled={store.busy.value} onClick={() => store.close()}>
          {t('passphrase_cancel')}
        </Button>
      </div>
    </form>
  );
}

const LEAST = PASSPHRASE_LENGTH.least;

const FIELDS = {
  'turn-on': ['next', 'again'],
  change: ['current', 'next', 'again'],
  'turn-off': ['current'],
} as const satisfies Record<PassphraseForm, readonly (keyof PassphraseEntry)[]>;

const LABELS = {
  current: 'passphrase_current',
  next: 'passphrase_next',
  again: 'passphrase_again',
} as const;

const SUBMIT = {
  'turn-on': 'passphrase_set_now',
  change: 'passphrase_change',
  'turn-off': 'passphrase_turn_off',
} as const;

const DONE = {
  'turn-on': 'passphrase_done_on',
  change: 'passphrase_done_changed',
  'turn-off': 'passphrase_done_off',
} as const;

const STATES = {
  off: 'passphrase_is_off',
  unlocked: 'passphrase_is_on',
  locked: 'passphrase_is_locked',
} as const;

const PROBLEMS = {
  wrong: 'error_token_wrong_passphrase',
  'too-short': 'passphrase_too_short',
  different: 'passphrase_different',
} as const;

function describe({ name }: PassphraseProblem): string {
  return t(PROBLEMS[name], formatNumber(LEAST));
}

function idOf(field: keyof PassphraseEntry): string {
  return `passphrase-${field}`;
}

/** From the fields themselves: what is typed stands nowhere else. */
function readEntry(form: HTMLFormElement): PassphraseEntry {
  const data = new FormData(form);
  const read = (field: keyof PassphraseEntry) => {
    const value = data.get(idOf(field));
    return typeof value === 'string' ? value : '';
  };
  return { current: read('current'), next: read('next'), again: read('again') };
}

/** The form itself does it. */
function submitForm(): void {}
