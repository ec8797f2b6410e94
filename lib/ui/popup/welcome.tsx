/** The popup before any account is there: what this is, and the way in. */
import { Button } from '../components/button.tsx';
import { t } from '../text.ts';

export function Welcome({ onConnect }: { onConnect: () => void }) {
  return (
    <main class="popup welcome">
      <img class="welcome__icon" src="/icons/ostinato.svg" alt="" width="56" height="56" />
      <h1>{t('popup_welcome_title')}</h1>
      <p>{t('popup_welcome_text')}</p>
      <p class="muted small">{t('popup_welcome_privacy')}</p>
      <div class="welcome__way">
        <Button kind="primary" onClick={onConnect}>
          {t('popup_welcome_connect')}
        </Button>
        <p class="muted small">{t('popup_welcome_hint')}</p>
      </div>
    </main>
  );
}
