/** On the options page: the way in while locked, the way out for who forgot, and that it is open now. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Overview } from '../../messages/contract.ts';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { t } from '../text.ts';
import { LockedNotice } from './locked-notice.tsx';
import type { UnlockStore } from './unlock-store.ts';

interface PassphraseNoticesProps {
  store: UnlockStore;
  overview: Overview;
  /** UTC ms. */
  now: number;
  /** The heading that takes the focus when the form is gone. */
  returnId: string;
}

export function PassphraseNotices({ store, overview, now, returnId }: PassphraseNoticesProps) {
  const phase = store.phase.value;
  const isLocked = overview.passphrase === 'locked';
  const wasLocked = useRef(isLocked);

  useEffect(() => {
    if (wasLocked.current && !isLocked) document.getElementById(returnId)?.focus();
    wasLocked.current = isLocked;
  }, [isLocked]);

  if (isLocked) {
    return (
      <LockedNotice phase={phase} onUnlock={(entered) => void store.unlock(entered)} now={now}>
        <Forgotten store={store} />
      </LockedNotice>
    );
  }
  if (phase.name !== 'done') return null;
  return (
    <Notice
      tone="info"
      title={t(phase.how === 'unlocked' ? 'passphrase_unlocked' : 'passphrase_forgotten')}
      actions={
        <Button small kind="quiet" onClick={() => store.dismiss()}>
          {t('options_close')}
        </Button>
      }
    />
  );
}

function Forgotten({ store }: { store: UnlockStore }) {
  const [asking, setAsking] = useState(false);
  const question = useRef<HTMLFieldSetElement>(null);
  const busy = store.phase.value.name === 'working';

  useLayoutEffect(() => {
    if (asking) question.current?.querySelector('button')?.focus();
  }, [asking]);

  if (!asking) {
    return (
      <Button small kind="quiet" onClick={() => setAsking(true)}>
        {t('passphrase_forgot')}
      </Button>
    );
  }
  return (
    <fieldset class="question" ref={question} aria-describedby="forgot-words">
      <legend class="visually-hidden">{t('passphrase_forgot')}</legend>
      <p id="forgot-words">{t('passphrase_forgot_text')}</p>
      <div class="question__answers">
        <Button small onClick={() => setAsking(false)}>
          {t('passphrase_forgot_keep')}
        </Button>
        <Button small kind="danger" busy={busy} onClick={() => void store.forget()}>
          {t('passphrase_forgot_remove')}
        </Button>
      </div>
    </fieldset>
  );
}
