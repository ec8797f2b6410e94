/** Tells that the browser has lost something by itself, and where it can come back from. */
import type { Losses } from '../../domain/losses.ts';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { formatDate } from '../format.ts';
import { t } from '../text.ts';

interface LossNoticesProps {
  lost: Losses;
  onDismiss: () => void;
}

const WORDS = {
  history: { what: 'lost_history', advice: 'lost_history_do' },
  passphrase: { what: 'lost_passphrase', advice: 'lost_passphrase_do' },
  settings: { what: 'lost_settings', advice: 'lost_settings_do' },
} as const;

/** The gravest first. */
const ORDER = ['history', 'passphrase', 'settings'] as const;

export function LossNotices({ lost, onDismiss }: LossNoticesProps) {
  const name = ORDER.find((store) => lost[store] !== null);
  const at = name && lost[name];
  if (!at) return null;
  const { what, advice } = WORDS[name];
  return (
    <Notice
      tone="danger"
      title={t(what)}
      actions={
        <>
          {name === 'passphrase' ? null : (
            <Button small kind="primary" onClick={showBackups}>
              {t('lost_to_backups')}
            </Button>
          )}
          <Button small kind="quiet" onClick={onDismiss}>
            {t('options_close')}
          </Button>
        </>
      }
    >
      {t(advice, formatDate(at, 'moment'))}
    </Notice>
  );
}

function showBackups(): void {
  document.getElementById('backups')?.focus();
}
