/** Stands on the page while a person is in Spotify's sign-in window. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { t } from '../text.ts';

interface WaitingNoticeProps {
  cancelling: boolean;
  onCancel: () => void;
}

export function WaitingNotice({ cancelling, onCancel }: WaitingNoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone: the keyboard goes on at Cancel.
  useLayoutEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={box}>
      <Notice
        tone="info"
        title={t('options_waiting')}
        actions={
          <Button small busy={cancelling} onClick={onCancel}>
            {t('options_cancel')}
          </Button>
        }
      >
        {t('options_waiting_text')}
      </Notice>
    </div>
  );
}
