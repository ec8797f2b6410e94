/** The stores of the section History, put together: whose listening it is, the import, the receipts. */
import {
  computed,
  effect,
  signal,
  untracked,
  type ReadonlySignal,
  type Signal,
} from '@preact/signals-core';
import { IMPORTED_ACCOUNT_ID, type AccountId } from '../../../domain/account.ts';
import type { Client } from '../../../messages/client.ts';
import type { OverviewStore } from '../../overview-store.ts';
import type { RunImportTask } from './import-client.ts';
import { createImportStore, type ImportStore } from './import-store.ts';
import { createReceiptsStore, type ReceiptsStore } from './receipts-store.ts';

/** An account an import can be for. */
export interface ImportTarget {
  id: AccountId;
  /** What Spotify calls it; null where it has no name. */
  name: string | null;
  /** No account of Spotify's. */
  imported: boolean;
}

export interface ImportModel {
  imports: ImportStore;
  receipts: ReceiptsStore;
  /** The connected ones, the disconnected ones, and last the one for what is nobody's. */
  targets: ReadonlySignal<readonly ImportTarget[]>;
  /** Whom the next import is for: the popup's account unless somebody else is chosen. */
  targetId: ReadonlySignal<AccountId>;
  chosenId: Signal<AccountId | null>;
}

interface ImportModelOptions {
  client: Client;
  overview: OverviewStore;
  run: RunImportTask;
  now: () => number;
}

export function createImportModel({ client, overview, run, now }: ImportModelOptions): ImportModel {
  const state = overview.overview;

  /** The history is what it is by now: figures that are late come with the next sync. */
  async function changed(accountId: AccountId): Promise<void> {
    await client.ask('history.changed', { accountId }).catch(() => undefined);
    await overview.reload();
  }

  const imports = createImportStore({ run, changed, now });
  const receipts = createReceiptsStore({ run, changed });
  const chosenId = signal<AccountId | null>(null);

  const targets = computed<ImportTarget[]>(() => {
    const { accounts = [], former = [] } = state.value ?? {};
    return [
      ...[...accounts, ...former].map(({ account: { id, displayName } }) => ({
        id,
        name: displayName,
        imported: false,
      })),
      { id: IMPORTED_ACCOUNT_ID, name: null, imported: true },
    ];
  });
  const targetId = computed<AccountId>(() => {
    const ids = new Set(targets.value.map(({ id }) => id));
    const wanted = [chosenId.value, state.value?.selectedId ?? null];
    return wanted.find((id) => id !== null && ids.has(id)) ?? IMPORTED_ACCOUNT_ID;
  });

  effect(() => {
    // Whatever has changed may have been an import, here or in another tab.
    if (!state.value) return;
    const ids = targets.value.map(({ id }) => id);
    void untracked(() => receipts.load(ids));
  });

  return { imports, receipts, targets, targetId, chosenId };
}
