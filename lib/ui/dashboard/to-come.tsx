/** What is said of days of which nothing can be known yet. */
import { t } from '../text.ts';

export function ToCome({ days }: { days: string }) {
  return (
    <section class="card dash__empty">
      <h2>{t('dashboard_to_come_title')}</h2>
      <p class="muted">{t('dashboard_to_come_text', days)}</p>
    </section>
  );
}
