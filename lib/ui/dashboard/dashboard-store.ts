/** The dashboard's state: what the URL names, and the page the worker's answer makes of it. */
import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { Account, AccountId } from '../../domain/account.ts';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import { displayTimeZone } from '../../domain/display.ts';
import type { Weekday } from '../charts/week.ts';
import type { Overview } from '../../messages/contract.ts';
import type { AccountChoiceEntry } from '../components/account-choice.tsx';
import type { OverviewStore } from '../overview-store.ts';
import type { DashboardRoute } from './dashboard-route.ts';
import type { AskView, LoadedPage } from './page.ts';
import type { AskHistory } from './view-client.ts';

/** A page as it is shown, and what it was asked for. */
export interface ShownPage extends LoadedPage {
  route: DashboardRoute;
  ask: AskView;
}

/** Everything the dashboard shows. */
export interface DashboardModel {
  /** `welcome`: there is no account. */
  stage: 'loading' | 'welcome' | 'account';
  /** Those that are connected, those of which only the listening is here, and what is nobody's. */
  accounts: readonly AccountChoiceEntry[];
  /** Null before the background has answered. */
  overview: Overview | null;
  selectedId: AccountId | null;
  /** What the URL names. */
  route: DashboardRoute;
  /** Null until the worker has answered for this account; the last answer stays meanwhile. */
  shown: ShownPage | null;
  /** What is shown is not what the URL names, yet. */
  stale: boolean;
  error: ErrorRecord | null;
  timeZone: string;
  /** 1 is Monday, 7 is Sunday. */
  firstWeekday: Weekday;
  /** UTC ms. */
  now: number;
}

export interface DashboardStore {
  model: ReadonlySignal<DashboardModel>;
  /** Follows the background and the route from now on. Resolves with the first overview. */
  start: () => Promise<void>;
  /** The URL has changed. */
  setRoute: (route: DashboardRoute) => void;
  /** Asks again after an error. */
  retry: () => Promise<void>;
}

interface DashboardStoreOptions {
  overview: OverviewStore;
  askHistory: AskHistory;
  /** The page a route names, loaded: usually of `PAGES`. */
  loadPage: (ask: AskView, route: DashboardRoute) => Promise<LoadedPage>;
  route: DashboardRoute;
  /** As the browser's language has it; 1 is Monday. */
  firstWeekday: Weekday;
  now: () => number;
}

export function createDashboardStore(options: DashboardStoreOptions): DashboardStore {
  const { overview: overviewStore, askHistory, loadPage, now } = options;
  const { overview } = overviewStore;
  const route = signal(options.route);
  const answer = signal<{ id: AccountId; page: ShownPage } | null>(null);
  const failure = signal<ErrorRecord | null>(null);
  let question = 0;

  const accounts = computed<AccountChoiceEntry[]>(() => {
    const { accounts: connected = [], former = [], imported, sample } = overview.value ?? {};
    return [
      ...connected.map(({ account }) => entryOf(account, false)),
      ...former.map(({ account }) => entryOf(account, true)),
      ...[imported, sample].flatMap((loose) => (loose ? { id: loose.accountId, name: null } : [])),
    ];
  });
  const selectedId = computed<AccountId | null>(() => {
    const ids = accounts.value.map(({ id }) => id);
    const wanted = [route.value.accountId, overview.value?.selectedId ?? null];
    return wanted.find((id) => id !== null && ids.includes(id)) ?? ids[0] ?? null;
  });

  /** What is chosen in the options, or as it is here. */
  const display = computed(() => {
    const settings = overview.value?.settings ?? null;
    return {
      timeZone: displayTimeZone(settings),
      firstWeekday: settings?.firstWeekday ?? options.firstWeekday,
      hemisphere: settings?.hemisphere ?? null,
    };
  });

  function askAbout(accountId: AccountId, { range, compare }: DashboardRoute): AskView {
    const base = { accountId, range, compare, ...display.peek() };
    return (view, params, over) => askHistory({ ...base, now: now(), ...over }, view, params);
  }

  async function load(): Promise<void> {
    const id = selectedId.value;
    const wanted = route.value;
    question += 1;
    const mine = question;
    if (id === null) return;
    const ask = askAbout(id, wanted);
    try {
      const page = await loadPage(ask, wanted);
      if (mine !== question) return;
      answer.value = { id, page: { ...page, route: wanted, ask } };
      failure.value = null;
    } catch (thrown) {
      if (mine === question) failure.value = toErrorRecord(thrown);
    }
  }

  const model = computed<DashboardModel>(() => {
    const id = selectedId.value;
    const shown = answer.value?.id === id ? (answer.value?.page ?? null) : null;
    return {
      stage: id !== null ? 'account' : overview.value ? 'welcome' : 'loading',
      accounts: accounts.value,
      overview: overview.value,
      selectedId: id,
      route: route.value,
      shown,
      stale: shown !== null && shown.route !== route.value,
      error: failure.value ?? (overview.value ? null : overviewStore.error.value),
      timeZone: display.value.timeZone,
      firstWeekday: display.value.firstWeekday,
      now: now(),
    };
  });

  return {
    model,
    async start() {
      // A new overview may mean new streams: the worker looks, and reads again if so.
      effect(() => {
        void [overview.value, selectedId.value, route.value];
        void untracked(load);
      });
      await overviewStore.reload();
    },
    setRoute(next) {
      route.value = next;
    },
    async retry() {
      await overviewStore.reload();
      await load();
    },
  };
}

function entryOf({ id, displayName }: Account, former: boolean): AccountChoiceEntry {
  return { id, name: displayName, former };
}
