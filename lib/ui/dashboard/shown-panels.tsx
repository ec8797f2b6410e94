/** The page itself, or why there is nothing on it. */
import type { ComponentChildren } from 'preact';
import { Button } from '../components/button.tsx';
import { t } from '../text.ts';
import type { DashboardActions } from './dashboard-actions.ts';
import type { DashboardModel, ShownPage } from './dashboard-store.ts';
import { PAGES } from './pages.tsx';
import { daysText } from './range-words.ts';

interface ShownPanelsProps {
  model: DashboardModel;
  shown: ShownPage;
  actions: DashboardActions;
  receipts: ComponentChildren;
}

export function ShownPanels({ model, shown, actions, receipts }: ShownPanelsProps) {
  const { scope, render, route, ask } = shown;
  const { timeZone, now, firstWeekday, overview } = model;
  const common = { timeZone, now, firstWeekday, overview, actions, receipts };
  const classes = model.stale ? 'panels panels--stale' : 'panels';
  if (scope.kept.streams === 0) {
    return (
      <section class="card dash__empty">
        <h2>{t('popup_empty_title')}</h2>
        <p class="muted">{t('dashboard_empty_text')}</p>
      </section>
    );
  }
  if (PAGES[route.page].uses.range && scope.streams === 0 && scope.days) {
    return (
      <section class="card dash__empty">
        <h2>{t('dashboard_quiet_title')}</h2>
        <p class="muted">{t('dashboard_quiet_text', daysText(scope.days))}</p>
        <Button onClick={() => actions.go({ range: 'all-time' })}>
          {t('dashboard_show_all_time')}
        </Button>
      </section>
    );
  }
  return <div class={classes}>{render({ ...common, route, scope, ask })}</div>;
}
