/** The field and the button that open the sign-ins, the same on every page. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { errorText } from '../error-text.ts';
import { t } from '../text.ts';
import type { UnlockPhase } from './unlock-store.ts';

interface UnlockFormProps {
  phase: UnlockPhase;
  onUnlock: (passphrase: string) => void;
  /** UTC ms. */
  now: number;
}

export function UnlockForm({ phase, onUnlock, now }: UnlockFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const failed = phase.name === 'failed';

  // What was typed is there to be corrected, or typed over.
  useLayoutEffect(() => {
    if (!failed) return;
    field.current?.focus();
    field.current?.select();
  }, [phase]);

  return (
    <form
      class="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        onUnlock(field.current?.value ?? '');
      }}
    >
      <label class="field__label" for="unlock-passphrase">
        {t('passphrase')}
      </label>
      <div class="unlock__row">
        <input
          class="field__input"
          id="unlock-passphrase"
          ref={field}
          type="password"
          // The browser's own list of passwords lies in the very profile that this is to protect.
          autoComplete="off"
          aria-invalid={failed ? 'true' : undefined}
          aria-describedby="unlock-words"
        />
        <Button type="submit" kind="primary" busy={phase.name === 'working'} onClick={submitForm}>
          {t('passphrase_unlock')}
        </Button>
      </div>
      <p id="unlock-words" class="field__error" role="alert">
        {failed ? describe(phase, now) : ''}
      </p>
    </form>
  );
}

function describe({ error }: Extract<UnlockPhase, { name: 'failed' }>, now: number): string {
  const { what, advice } = errorText(error, now);
  // The popup has little room, and what to do about this one is plain.
  return error.code === 'token/wrong-passphrase' ? what : `${what} ${advice}`;
}

/** The form itself does it. */
function submitForm(): void {}
