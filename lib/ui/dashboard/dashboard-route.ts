/** What the dashboard shows, as the hash of its URL: so that back, reload and bookmarks work. */
import type { AccountId } from '../../domain/account.ts';
import {
  COMPARE_PRESETS,
  type CompareChoice,
  isDaysText,
  isPreset,
  type RangeChoice,
} from '../../domain/range-choice.ts';
import { isPageKey, type PageKey } from './page-keys.ts';

export interface DashboardRoute {
  page: PageKey;
  /** Null: whatever account the popup shows. */
  accountId: AccountId | null;
  range: RangeChoice;
  compare: CompareChoice;
  /** What the page itself keeps in the URL: a list, an order, a name. */
  params: Readonly<Record<string, string>>;
}

const DEFAULTS = { page: 'overview', range: 'all-time', compare: 'before' } as const;

/** Anything that is not understood reads as the default: all time, of the popup's account. */
export function parseRoute(hash: string): DashboardRoute {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const { page = '', account, range = '', compare = '', ...params } = Object.fromEntries(query);
  return {
    page: isPageKey(page) ? page : DEFAULTS.page,
    accountId: account || null,
    range: isPreset(range) || isDaysText(range) ? range : DEFAULTS.range,
    compare: isCompareText(compare) ? compare : DEFAULTS.compare,
    params,
  };
}

/** Whether it names days to compare with, or a way to find them. */
export function isCompareText(text: string): boolean {
  return COMPARE_PRESETS.some((key) => key === text) || isDaysText(text);
}

/** With its leading `#`. What is as always is left out, and so are empty parameters. */
export function formatRoute({ page, accountId, range, compare, params }: DashboardRoute): string {
  const query = new URLSearchParams({ page });
  if (accountId !== null) query.set('account', accountId);
  query.set('range', range);
  if (compare !== DEFAULTS.compare) query.set('compare', compare);
  for (const [name, value] of Object.entries(params)) if (value !== '') query.set(name, value);
  return `#${query.toString()}`;
}

/** The same route with something changed; another page starts without the last one's parameters. */
export function changeRoute(
  route: DashboardRoute,
  change: Partial<DashboardRoute>,
): DashboardRoute {
  const moves = change.page !== undefined && change.page !== route.page;
  return { ...route, ...(moves ? { params: {} } : {}), ...change };
}

/** To another page, or to that of another thing: no longer the same page with another choice on it. */
export function isMove(from: DashboardRoute, to: DashboardRoute): boolean {
  return placeOf(from) !== placeOf(to);
}

/** What tells a page from all others. */
export function placeOf({ page, params }: Pick<DashboardRoute, 'page' | 'params'>): string {
  return JSON.stringify([page, params['name'], params['artist']]);
}
