/** The popup's state: what was remembered, then what the background says, and what can be done. */
import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import { IMPORTED_ACCOUNT_ID, SAMPLE_ACCOUNT_ID } from '../../domain/account-ids.ts';
import type { AccountId } from '../../domain/account.ts';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { RangeKey } from '../../domain/snapshot.ts';
import type { Client } from '../../messages/client.ts';
import type { OverviewStore } from '../overview-store.ts';
import { createAccountFigures } from './account-figures.ts';
import {
  derivePopup,
  deriveRemembered,
  findSelectedId,
  type PopupFacts,
  type PopupModel,
} from './popup-model.ts';
import { createUnlockStore } from '../passphrase/unlock-store.ts';
import type { Remembered } from './remembered.ts';

export interface PopupStore {
  model: ReadonlySignal<PopupModel>;
  /** For the next first paint; null when there is nothing, `undefined` while nobody has said. */
  toRemember: ReadonlySignal<Remembered | null | undefined>;
  /** Asks the background for everything, and again at every change. Never rejects. */
  start: () => Promise<void>;
  selectAccount: (id: AccountId) => Promise<void>;
  selectRange: (range: RangeKey) => void;
  /** Collects now; a failure shows in the model. Never rejects. */
  syncNow: () => Promise<void>;
  removeSample: () => Promise<void>;
  /** Opens the sign-ins; what comes of it shows in the model. Never rejects. */
  unlock: (passphrase: string) => Promise<void>;
  setOnline: (online: boolean) => void;
  /** Moves “4 minutes ago” on. */
  tick: () => void;
}

interface PopupStoreOptions {
  client: Client;
  overview: OverviewStore;
  remembered: Remembered | null;
  online: boolean;
  now: () => number;
}

/** An import tells of years, and seldom of this week. */
function firstRange(id: AccountId | null): RangeKey {
  return id === IMPORTED_ACCOUNT_ID ? 'all-time' : '7-days';
}

export function createPopupStore(options: PopupStoreOptions): PopupStore {
  const { client, overview: overviewStore, remembered } = options;
  const { overview } = overviewStore;
  const figures = createAccountFigures(client, remembered?.snapshot ?? null);

  const unlocking = createUnlockStore({ client, reload: () => overviewStore.reload() });
  const now = signal(options.now());
  const online = signal(options.online);
  const range = signal(remembered?.range ?? null);
  const chosenId = signal<AccountId | null>(null);
  const busy = signal(false);
  const failure = signal<ErrorRecord | null>(null);

  const selectedId = computed(() => findSelectedId(overview.value, chosenId.value, remembered));
  const facts = computed<PopupFacts>(() => ({
    overview: overview.value,
    remembered,
    selectedId: selectedId.value,
    snapshot: figures.snapshot.value,
    playing: figures.playing.value,
    range: range.value ?? firstRange(selectedId.value),
    online: online.value,
    busy: busy.value,
    failure: failure.value ?? figures.error.value ?? overviewStore.error.value,
    unlock: unlocking.phase.value,
    now: now.value,
  }));

  /** Runs one action at a time; what fails is shown, and forgotten with the next action. */
  async function act(work: () => Promise<unknown>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    failure.value = null;
    try {
      await work();
    } catch (thrown) {
      failure.value = toErrorRecord(thrown);
    }
    await overviewStore.reload();
    busy.value = false;
  }

  return {
    model: computed(() => derivePopup(facts.value)),
    toRemember: computed(() => deriveRemembered(facts.value)),

    async start() {
      // Each answer of the background, its revision included, may mean new figures.
      effect(() => {
        void overview.value;
        const id = selectedId.value;
        if (id !== null) void untracked(() => figures.show(id));
      });
      await overviewStore.reload();
    },

    async selectAccount(id) {
      chosenId.value = id;
      failure.value = null;
      await client.ask('account.select', { accountId: id }).catch((thrown: unknown) => {
        failure.value = toErrorRecord(thrown);
      });
    },

    selectRange(key) {
      range.value = key;
    },

    async syncNow() {
      const accountId = selectedId.value;
      if (accountId === null) await overviewStore.reload();
      else await act(() => client.ask('sync.now', { accountId }));
    },

    removeSample: () => act(() => client.ask('listening.delete', { accountId: SAMPLE_ACCOUNT_ID })),

    unlock: (passphrase) => unlocking.unlock(passphrase),

    setOnline(value) {
      online.value = value;
    },

    tick() {
      now.value = options.now();
    },
  };
}
