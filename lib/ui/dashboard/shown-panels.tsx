/** The page itself, or why there is nothing on it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ImageAbout } from '../charts/chart-context.ts';
import { Button } from '../components/button.tsx';
import { t, type MessageKey } from '../text.ts';
import type { ViewScope } from '../../views/protocol.ts';
import type { DashboardActions } from './dashboard-actions.ts';
import type { DashboardModel, ShownPage } from './dashboard-store.ts';
import { imageAbout } from './image-about.ts';
import { type PageProps, rangeUseOf } from './page.ts';
import { PAGES } from './pages.tsx';
import { daysText } from './range-words.ts';
import { ToCome } from './to-come.tsx';

interface ShownPanelsProps {
  model: DashboardModel;
  shown: ShownPage;
  actions: DashboardActions;
  receipts: ComponentChildren;
  saved: ComponentChildren;
}

export function ShownPanels({ model, shown, actions, receipts, saved }: ShownPanelsProps) {
  const { scope, render, head, route, ask } = shown;
  const { timeZone, now, firstWeekday, overview } = model;
  const common = { timeZone, now, firstWeekday, overview, actions, receipts, saved };
  const props: PageProps = { ...common, route, scope, ask };
  // What is about to go is not drawn once more: the answer is on its way, and this would stand in its way.
  const isLeaving = model.stale && !model.error;
  const isWaiting = useLasting(model.stale);
  const drawn = useRef<{ shown: ShownPage; content: ComponentChildren } | null>(null);
  if (!isLeaving || drawn.current?.shown !== shown) {
    const content = (
      <>
        {head?.(props)}
        <ImageAbout.Provider value={aboutOf(model, shown)}>
          {nothingIn(shown, actions) ?? render(props)}
        </ImageAbout.Provider>
      </>
    );
    drawn.current = { shown, content };
  }
  return <div class={isWaiting ? 'panels panels--stale' : 'panels'}>{drawn.current?.content}</div>;
}

/** As long as this takes, nobody misses an answer; to fade for so short would be a flicker. */
const UNNOTICED_MS = 120;

/** Whether something has been so for longer than goes unnoticed. */
function useLasting(isSo: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) return undefined;
    const timer = setTimeout(() => setLasts(true), UNNOTICED_MS);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isSo]);
  return isSo && lasts;
}

function aboutOf({ accounts, selectedId }: DashboardModel, { route, scope }: ShownPage) {
  const page = PAGES[route.page];
  return imageAbout({
    thing: page.nameOf?.(route),
    listener: accounts.find(({ id }) => id === selectedId)?.name ?? null,
    route,
    scope: rangeUseOf(page, route).range ? scope : null,
  });
}

/** Silence is told from what nobody recorded. */
const QUIET: Readonly<Record<ViewScope['recorded'], Record<'title' | 'text', MessageKey>>> = {
  whole: { title: 'dashboard_quiet_title', text: 'dashboard_quiet_text' },
  part: { title: 'dashboard_part_title', text: 'dashboard_part_text' },
  nothing: { title: 'dashboard_gap_title', text: 'dashboard_gap_text' },
};

/** What is said in place of a page that would be empty; null where it would not. */
function nothingIn({ scope, route, standsIn = false }: ShownPage, actions: DashboardActions) {
  if (standsIn) return null;
  if (scope.kept.streams === 0) {
    return (
      <section class="card dash__empty">
        <h2>{t('popup_empty_title')}</h2>
        <p class="muted">{t('dashboard_empty_text')}</p>
      </section>
    );
  }
  const { range } = rangeUseOf(PAGES[route.page], route);
  if (!range || scope.streams > 0 || !scope.days) return null;
  const days = daysText(scope.days);
  if (scope.days.first > scope.today) return <ToCome days={days} />;
  return (
    <section class="card dash__empty">
      <h2>{t(QUIET[scope.recorded].title)}</h2>
      <p class="muted">
        {t(QUIET[scope.recorded].text, days)}
        {scope.recorded === 'whole' ? null : (
          <>
            {' '}
            <a class="link" href={actions.hrefFor({ page: 'history', params: {} })}>
              {t('dashboard_gap_link')}
            </a>
          </>
        )}
      </p>
      <Button onClick={() => actions.go({ range: 'all-time' })}>
        {t('dashboard_show_all_time')}
      </Button>
    </section>
  );
}
