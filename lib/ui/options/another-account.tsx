/** The way to one more account: a button, and the guided section it opens. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { t } from '../text.ts';
import { ConnectGuide } from './connect-guide.tsx';
import { Emphasis } from './emphasis.tsx';
import type { OptionsModel } from './options-model.ts';

interface AnotherAccountProps {
  model: OptionsModel;
  redirectUri: string;
}

export function AnotherAccount({ model, redirectUri }: AnotherAccountProps) {
  const open = model.connectingAnother.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLParagraphElement>(null);

  // The button that had the focus is gone: the keyboard goes on at what took its place.
  useLayoutEffect(() => {
    if (open) heading.current?.focus();
  }, [open]);

  function turn(next: boolean) {
    model.signIn.dismiss();
    model.connectingAnother.value = next;
  }

  function close() {
    turn(false);
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  }

  if (!open) {
    return (
      <p ref={opener}>
        <Button onClick={() => turn(true)}>{t('options_another')}</Button>
      </p>
    );
  }
  return (
    <div class="another">
      <header class="another__head">
        <h3 ref={heading} tabIndex={-1}>
          {t('options_another')}
        </h3>
        <Button kind="quiet" small onClick={close}>
          {t('options_another_close')}
        </Button>
      </header>
      <p>
        <Emphasis text={t('options_another_text')} />
      </p>
      <ConnectGuide model={model} redirectUri={redirectUri} />
    </div>
  );
}
