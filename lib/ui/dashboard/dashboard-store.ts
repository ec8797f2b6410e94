/** The dashboard's state: which account and range the URL names, and what the worker says of them. */
import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { Account, AccountId } from '../../domain/account.ts';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { RangeKey } from '../../domain/snapshot.ts';
import type { AccountChoiceEntry } from '../components/account-choice.tsx';
import type { OverviewStore } from '../overview-store.ts';
import type { DashboardRoute } from './dashboard-route.ts';
import type { AskHistory } from './history-client.ts';
import type { HistoryView } from './history-protocol.ts';

/** Everything the dashboard shows. */
export interface DashboardModel {
  /** `welcome`: there is no account. */
  stage: 'loading' | 'welcome' | 'account';
  /** Those that are connected, those of which only the listening is here, and what is nobody's. */
  accounts: readonly AccountChoiceEntry[];
  selectedId: AccountId | null;
  range: RangeKey;
  /** Null until the worker has answered for this account; that of the range before stays meanwhile. */
  view: HistoryView | null;
  /** The figures in view are not those of the range chosen, yet. */
  stale: boolean;
  error: ErrorRecord | null;
  timeZone: string;
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
  route: DashboardRoute;
  timeZone: string;
  now: () => number;
}

export function createDashboardStore(options: DashboardStoreOptions): DashboardStore {
  const { overview: overviewStore, askHistory, timeZone, now } = options;
  const { overview } = overviewStore;
  const route = signal(options.route);
  const answer = signal<{ id: AccountId; range: RangeKey; view: HistoryView } | null>(null);
  const failure = signal<ErrorRecord | null>(null);
  let question = 0;

  const accounts = computed<AccountChoiceEntry[]>(() => {
    const { accounts: connected = [], former = [], imported = null } = overview.value ?? {};
    return [
      ...connected.map(({ account }) => entryOf(account, false)),
      ...former.map(({ account }) => entryOf(account, true)),
      ...(imported ? [{ id: imported.accountId, name: null, imported: true }] : []),
    ];
  });
  const selectedId = computed<AccountId | null>(() => {
    const ids = accounts.value.map(({ id }) => id);
    const wanted = [route.value.accountId, overview.value?.selectedId ?? null];
    return wanted.find((id) => id !== null && ids.includes(id)) ?? ids[0] ?? null;
  });

  async function ask(): Promise<void> {
    const id = selectedId.value;
    const { range } = route.value;
    question += 1;
    const mine = question;
    if (id === null) return;
    try {
      const view = await askHistory({ accountId: id, range, timeZone, now: now() });
      if (mine !== question) return;
      answer.value = { id, range, view };
      failure.value = null;
    } catch (thrown) {
      if (mine === question) failure.value = toErrorRecord(thrown);
    }
  }

  const model = computed<DashboardModel>(() => {
    const { range } = route.value;
    const id = selectedId.value;
    const shown = answer.value?.id === id ? answer.value : null;
    return {
      stage: id !== null ? 'account' : overview.value ? 'welcome' : 'loading',
      accounts: accounts.value,
      selectedId: id,
      range,
      view: shown?.view ?? null,
      stale: shown !== null && shown.range !== range,
      error: failure.value ?? (overview.value ? null : overviewStore.error.value),
      timeZone,
      now: now(),
    };
  });

  return {
    model,
    async start() {
      // A new overview may mean new streams: the worker looks, and reads again if so.
      effect(() => {
        void [overview.value, selectedId.value, route.value];
        void untracked(ask);
      });
      await overviewStore.reload();
    },
    setRoute(next) {
      route.value = next;
    },
    async retry() {
      await overviewStore.reload();
      await ask();
    },
  };
}

function entryOf({ id, displayName }: Account, former: boolean): AccountChoiceEntry {
  return { id, name: displayName, former };
}
