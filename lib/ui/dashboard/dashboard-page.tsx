/** The dashboard: navigation, range, and the page the URL names. A pure picture of its model. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { SAMPLE_ACCOUNT_ID } from '../../domain/account-ids.ts';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { SpotifyLink } from '../components/spotify-link.tsx';
import { errorText } from '../error-text.ts';
import { t } from '../text.ts';
import { describeDetails, isFetching } from '../details-text.ts';
import type { DashboardActions } from './dashboard-actions.ts';
import { DashboardHead } from './dashboard-head.tsx';
import { placeOf } from './dashboard-route.ts';
import type { DashboardModel } from './dashboard-store.ts';
import { datedRange } from './image-about.ts';
import { Navigation } from './navigation.tsx';
import { rangeUseOf } from './page.ts';
import { PAGES } from './pages.tsx';
import { RangeBar } from './range-bar.tsx';
import { ShownPanels } from './shown-panels.tsx';

interface PartProps {
  model: DashboardModel;
  actions: DashboardActions;
}

interface DashboardPageProps extends PartProps {
  search?: ComponentChildren;
  /** What else stands in the head. */
  corner?: ComponentChildren;
  /** What is to be known of all that is shown. */
  banner?: ComponentChildren;
  /** The list of imports with their receipts. */
  receipts?: ComponentChildren;
  /** When playlists and liked songs were read. */
  saved?: ComponentChildren;
  /** The ways in, while there is no account. */
  welcome?: ComponentChildren;
}

export function DashboardPage(props: DashboardPageProps) {
  const { model, actions, search, corner, banner, receipts, saved, welcome } = props;
  const { route, stage, shown, error } = model;
  const page = PAGES[route.page];
  const uses = rangeUseOf(page, route);
  const name = stage === 'account' ? page.nameOf?.(route) : undefined;
  const heading = useFocusAfterMove(placeOf(route));
  return (
    <div class="dash">
      <a
        class="dash__skip"
        href="#main"
        onClick={(event) => {
          // The hash says what is shown: a jump must not change it.
          event.preventDefault();
          heading.current?.focus();
        }}
      >
        {t('dashboard_skip')}
      </a>
      <DashboardHead {...{ model, actions, search, corner }} />
      {stage === 'account' ? <Navigation page={route.page} actions={actions} /> : null}
      <main class="dash__main" aria-busy={model.stale || stage === 'loading'}>
        {banner}
        <div>
          {name === undefined ? null : <p class="dash__kicker">{t(page.title)}</p>}
          <h1
            ref={heading}
            id="main"
            class={isLong(name) ? 'dash__title dash__title--long' : 'dash__title'}
            title={isLong(name) ? name : undefined}
            tabIndex={-1}
            dir="auto"
          >
            {name ?? (stage === 'account' ? t(page.title) : t('dashboard_title'))}
          </h1>
        </div>
        <ErrorNotice model={model} actions={actions} />
        {stage === 'welcome' ? <NoAccount>{welcome}</NoAccount> : null}
        {stage === 'account' && uses.range ? (
          <RangeBar
            place={placeOf(route)}
            range={route.range}
            compare={route.compare}
            scope={shown?.scope ?? null}
            comparing={uses.compare && !shown?.beyondCompare}
            onRange={(range) => actions.go({ range })}
            onCompare={(compare) => actions.go({ compare })}
          />
        ) : null}
        {shown && uses.range ? <p class="dash__printed">{datedRange(route, shown.scope)}</p> : null}
        {shown ? (
          <ShownPanels {...{ model, shown, actions, receipts, saved }} />
        ) : stage === 'welcome' || error ? null : (
          <Waiting />
        )}
      </main>
      <footer class="dash__foot muted small">
        {model.selectedId === SAMPLE_ACCOUNT_ID ? null : (
          <p>
            <SpotifyLink>{t('spotify_attribution')}</SpotifyLink>
          </p>
        )}
        <DetailsLine model={model} />
        <p>{t('dashboard_promise')}</p>
      </footer>
    </div>
  );
}

/** Beyond this a heading would push what it is about out of view. */
const LONG_NAME = 90;

function isLong(name: string | undefined): boolean {
  return name !== undefined && name.length > LONG_NAME;
}

/** Whoever follows a link stands at the head of the new page, screen readers included. */
function useFocusAfterMove(place: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    heading.current?.focus({ preventScroll: true });
  }, [place]);
  return heading;
}

function ErrorNotice({ model, actions }: PartProps) {
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

function NoAccount({ children }: { children: ComponentChildren }) {
  return (
    <>
      <p class="dash__welcome">{t('popup_welcome_text')}</p>
      {children}
    </>
  );
}

/** How far covers and dates are fetched, while they are not all here. */
function DetailsLine({ model: { overview, selectedId, now } }: { model: DashboardModel }) {
  const state = overview?.details.find(({ accountId }) => accountId === selectedId);
  const text = state && isFetching(state) ? describeDetails(state, now) : null;
  return text === null ? null : <p class="dash__details">{text}</p>;
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
