/** Says above every picture of the sample that it is one, and takes it away. */
import { Button } from '../components/button.tsx';
import { t } from '../text.ts';

interface SampleBarProps {
  onRemove: () => void;
  busy?: boolean;
}

export function SampleBar({ onRemove, busy = false }: SampleBarProps) {
  return (
    <aside class="sample-bar" aria-label={t('account_sample')}>
      <p>{t('sample_bar')}</p>
      <Button small busy={busy} onClick={onRemove}>
        {t('sample_remove')}
      </Button>
    </aside>
  );
}
