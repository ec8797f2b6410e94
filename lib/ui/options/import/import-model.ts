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
import type { Settings } from '../../../domain/settings.ts';
import type { Client } from '../../../messages/client.ts';
import type { ImportedListening } from '../../../messages/contract.ts';
import type { OverviewStore } from '../../overview-store.ts';
import type { RunImportTask } from './import-client.ts';
import { createFilesStore, type FilesStore } from './files-store.ts';
import type { MadeFile } from './import-protocol.ts';
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
  files: FilesStore;
  /** The connected ones, the disconnected ones, and last the one for what is nobody's. */
  targets: ReadonlySignal<readonly ImportTarget[]>;
  /** Whom the next import is for: the popup's account unless somebody else is chosen. */
  targetId: ReadonlySignal<AccountId>;
  chosenId: Signal<AccountId | null>;
  /** Whose listening can be exported. */
  sources: ReadonlySignal<readonly ImportTarget[]>;
  /** Listening that is nobody's, and the connected accounts it can be given to; null without both. */
  joinable: ReadonlySignal<{ imported: ImportedListening; into: readonly ImportTarget[] } | null>;
  /** As they stand in a backup. */
  settings: ReadonlySignal<Settings | null>;
}

interface ImportModelOptions {
  client: Client;
  overview: OverviewStore;
  run: RunImportTask;
  /** Hands a file to the person. */
  save: (file: MadeFile) => void;
  now: () => number;
}

export function createImportModel(options: ImportModelOptions): ImportModel {
  const { client, overview, run, save, now } = options;
  const state = overview.overview;

  /** The history is what it is by now: figures that are late come with the next sync. */
  async function changed(accountId: AccountId): Promise<void> {
    await client.ask('history.changed', { accountId }).catch(() => undefined);
    await overview.reload();
  }

  const imports = createImportStore({ run, changed, now });
  const receipts = createReceiptsStore({ run, changed });
  const files = createFilesStore({
    run,
    changed,
    applySettings: (settings) => client.ask('settings.set', settings),
    save,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
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

  /** Connected accounts may be empty still: their exports are, too. */
  const sources = computed(() => {
    const imported = state.value?.imported ?? null;
    return targets.value.filter((target) => !target.imported || imported !== null);
  });
  const joinable = computed(() => {
    const { accounts = [], imported = null } = state.value ?? {};
    const connected = new Set(accounts.map(({ account }) => account.id));
    const into = targets.value.filter(({ id }) => connected.has(id));
    return imported && into.length > 0 ? { imported, into } : null;
  });
  const settings = computed(() => state.value?.settings ?? null);

  return {
    imports,
    receipts,
    files,
    targets,
    targetId,
    chosenId,
    sources,
    joinable,
    settings,
  };
}
