/** Copies a text and says that it did, to the eye and to a screen reader. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../text.ts';
import { Button } from './button.tsx';

const SHOWN_MS = 2500;

interface CopyButtonProps {
  text: string;
  label?: string;
  /** What is copied, for a screen reader; the label alone when not given. */
  name?: string;
  small?: boolean;
}

export function CopyButton({
  text,
  label = t('copy_action'),
  name,
  small = false,
}: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'none' | 'done' | 'failed'>('none');

  useEffect(() => {
    if (outcome !== 'done') return undefined;
    const timer = setTimeout(() => setOutcome('none'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('done');
    } catch {
      setOutcome('failed');
    }
  }

  return (
    <span class="copy">
      <Button small={small} onClick={() => void copy()} {...(name ? { name } : {})}>
        {outcome === 'done' ? t('copy_done') : label}
      </Button>
      <output class={outcome === 'failed' ? 'field__error' : 'visually-hidden'}>
        {outcome === 'done' ? t('copy_done') : outcome === 'failed' ? t('copy_failed') : ''}
      </output>
    </span>
  );
}
