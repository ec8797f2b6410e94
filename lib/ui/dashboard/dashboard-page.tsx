/** The dashboard: one account's listening in one range. A pure picture of its model. */
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { Segmented } from '../components/segmented.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { SpotifyLink } from '../components/spotify-link.tsx';
import { errorText } from '../error-text.ts';
import { rangeOptions } from '../range-text.ts';
import { t } from '../text.ts';
import type { DashboardActions } from './dashboard-actions.ts';
import type { DashboardModel } from './dashboard-store.ts';
import { DashboardHead } from './dashboard-head.tsx';
import { HistoryPanels } from './history-panels.tsx';

interface DashboardPageProps {
  model: DashboardModel;
  actions: DashboardActions;
}

export function DashboardPage({ model, actions }: DashboardPageProps) {
  return (
    <div class="dash">
      <DashboardHead model={model} actions={actions} />
      <main class="dash__main" aria-busy={model.stale || model.stage === 'loading'}>
        <h1 class="visually-hidden">{t('dashboard_title')}</h1>
        <ErrorNotice model={model} actions={actions} />
        {model.stage === 'welcome' ? <NoAccount onConnect={actions.openOptions} /> : null}
        {model.stage === 'account' ? (
          <Segmented
            legend={t('popup_range')}
            name="range"
            options={rangeOptions()}
            value={model.range}
            onChange={actions.selectRange}
          />
        ) : null}
        {model.view ? (
          <HistoryPanels model={model} view={model.view} />
        ) : model.stage === 'welcome' || model.error ? null : (
          <Waiting />
        )}
      </main>
      <footer class="dash__foot muted small">
        <p>
          <SpotifyLink>{t('spotify_attribution')}</SpotifyLink>
        </p>
        <p>{t('dashboard_promise')}</p>
      </footer>
    </div>
  );
}

function ErrorNotice({ model, actions }: DashboardPageProps) {
  if (!model.error) return null;
  const { what, safe, advice } = errorText(model.error, model.now);
  return (
    <Notice
      tone="danger"
      title={what}
      actions={
        <Button small onClick={actions.retry}>
          {t('action_retry')}
        </Button>
      }
    >
      {safe} {advice}
    </Notice>
  );
}

function NoAccount({ onConnect }: { onConnect: () => void }) {
  return (
    <section class="card dash__empty">
      <h2>{t('popup_welcome_title')}</h2>
      <p>{t('popup_welcome_text')}</p>
      <Button kind="primary" onClick={onConnect}>
        {t('popup_welcome_connect')}
      </Button>
    </section>
  );
}

/** In the sizes of what will be there. */
function Waiting() {
  return (
    <>
      <output class="visually-hidden">{t('loading')}</output>
      <Skeleton width="100%" height="15rem" />
      <Skeleton width="100%" height="36rem" />
    </>
  );
}
