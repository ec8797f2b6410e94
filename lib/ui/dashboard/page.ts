/** What every page of the dashboard is: a question to the worker, and a picture of its answer. */
import type { ComponentChildren } from 'preact';
import type { ParamsOf, ViewName } from '../../views/contract.ts';
import type { ViewBase, ViewScope } from '../../views/protocol.ts';
import type { Overview } from '../../messages/contract.ts';
import type { Weekday } from '../charts/week.ts';
import type { MessageKey } from '../text.ts';
import type { DashboardActions } from './dashboard-actions.ts';
import type { DashboardRoute } from './dashboard-route.ts';
import type { Answered } from './view-client.ts';

/** Asks about the account, range and comparison of the route; `over` asks about others instead. */
export type AskView = <N extends ViewName>(
  view: N,
  params: ParamsOf<N>,
  over?: Partial<Pick<ViewBase, 'range' | 'compare'>>,
) => Promise<Answered<N>>;

/** What a page's picture is drawn with, beside the answer. */
export interface PageProps {
  /** Of the answer shown, which may lag behind the URL. */
  route: DashboardRoute;
  scope: ViewScope;
  /** IANA name. */
  timeZone: string;
  /** UTC ms. */
  now: number;
  /** 1 is Monday, 7 is Sunday. */
  firstWeekday: Weekday;
  actions: DashboardActions;
  /** Of the whole extension; null before the background has answered. */
  overview: Overview | null;
  /** The list of imports with their receipts, for the page that shows it. */
  receipts: ComponentChildren;
  /** When playlists and liked songs were read, for the pages of both; null where nobody can read them. */
  saved: ComponentChildren;
  /** For what a page asks later, such as the rest of a long list. */
  ask: AskView;
}

export interface LoadedPage {
  scope: ViewScope;
  /** It has something to show though nothing was heard: what Spotify itself says. */
  standsIn?: boolean;
  /** Nothing in it can be compared, whatever the page can do otherwise: the choice is not offered. */
  beyondCompare?: boolean;
  /** Stands above the picture, and stays where there is nothing to show: a navigation of its own. */
  head?: (props: PageProps) => ComponentChildren;
  render: (props: PageProps) => ComponentChildren;
}

/** What of the range bar makes sense on a page. */
export interface RangeUse {
  range: boolean;
  compare: boolean;
}

export interface DashboardPage {
  title: MessageKey;
  /** The name a page is about, by strangers: it is the page's heading, below the title. */
  nameOf?: (route: DashboardRoute) => string;
  uses: RangeUse | ((route: DashboardRoute) => RangeUse);
  /** @throws AppError as `AskHistory` does. */
  load: (ask: AskView, route: DashboardRoute) => Promise<LoadedPage>;
}

export function rangeUseOf({ uses }: DashboardPage, route: DashboardRoute): RangeUse {
  return typeof uses === 'function' ? uses(route) : uses;
}
