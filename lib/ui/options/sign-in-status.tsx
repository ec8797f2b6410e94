/** The Connect button, and what stands in its place while Spotify's window is open. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { t } from '../text.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import type { OptionsModel } from './options-model.ts';
import { WaitingNotice } from './waiting-notice.tsx';

export function SignInStatus({ model }: { model: OptionsModel }) {
  const { signIn, overview } = model;
  const phase = signIn.phase.value;
  const box = useRef<HTMLDivElement>(null);
  const failed = phase.name === 'failed' && phase.renew === null;

  // Cancel is gone: the keyboard goes on where one would try again.
  useLayoutEffect(() => {
    if (failed) box.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
  }, [failed]);

  if (phase.name === 'waiting' && phase.renew === null) {
    return <WaitingNotice cancelling={phase.cancelling} onCancel={() => void signIn.cancel()} />;
  }
  const elsewhere = phase.name !== 'waiting' && overview.overview.value?.signInRunning === true;
  return (
    <div class="sign-in" ref={box}>
      {elsewhere ? (
        <Notice
          tone="info"
          title={t('options_elsewhere')}
          actions={
            <Button small onClick={() => void signIn.cancel()}>
              {t('options_elsewhere_cancel')}
            </Button>
          }
        >
          {t('options_elsewhere_text')}
        </Notice>
      ) : null}
      {failed ? <ErrorNotice error={phase.error} now={model.clock.now.value} urgent /> : null}
      <p>
        <Button type="submit" kind="primary" onClick={() => undefined}>
          {t('options_connect')}
        </Button>
      </p>
    </div>
  );
}
