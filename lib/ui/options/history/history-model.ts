/** The stores of the section History, put together: the import, the receipts, the files. */
import { computed, effect, untracked, type ReadonlySignal } from '@preact/signals-core';
import { IMPORTED_ACCOUNT_ID } from '../../../domain/account-ids.ts';
import { displayTimeZone } from '../../../domain/display.ts';
import type { Settings } from '../../../domain/settings.ts';
import type { Client } from '../../../messages/client.ts';
import type { LooseListening } from '../../../messages/contract.ts';
import type { RunImportTask } from '../../import/import-client.ts';
import {
  createImportModel,
  type ImportModel,
  type ImportTarget,
} from '../../import/import-model.ts';
import type { ImportJournal } from '../../import/import-journal.ts';
import type { MadeFile } from '../../import/import-protocol.ts';
import { createReceiptsStore, type ReceiptsStore } from '../../import/receipts-store.ts';
import type { OverviewStore } from '../../overview-store.ts';
import { createDeletionStore, type DeletionStore } from '../deletion-store.ts';
import { createFilesStore, type FilesStore } from './files-store.ts';

export interface HistoryModel extends ImportModel {
  receipts: ReceiptsStore;
  files: FilesStore;
  /** Listening that is nobody's; null while there is none. */
  imported: ReadonlySignal<LooseListening | null>;
  /** Of what is nobody's. */
  deletion: DeletionStore;
  /** Whose listening can be exported. */
  sources: ReadonlySignal<readonly ImportTarget[]>;
  /** Listening that is nobody's, and the connected accounts it can be given to; null without both. */
  joinable: ReadonlySignal<{ imported: LooseListening; into: readonly ImportTarget[] } | null>;
  /** As they stand in a backup. */
  settings: ReadonlySignal<Settings | null>;
}

interface HistoryModelOptions {
  client: Client;
  overview: OverviewStore;
  run: RunImportTask;
  /** Hands a file to the person. */
  save: (file: MadeFile) => void;
  now: () => number;
  journal: ImportJournal;
}

export function createHistoryModel(options: HistoryModelOptions): HistoryModel {
  const { client, overview, run, save, now, journal } = options;
  const state = overview.overview;
  const inView = computed(() => state.value?.selectedId ?? null);
  const importing = createImportModel({ client, overview, run, inView, now, journal });
  const { targets, changed } = importing;

  const receipts = createReceiptsStore({ run, changed });
  const files = createFilesStore({
    run,
    changed,
    applySettings: (settings) => client.ask('settings.set', settings),
    save,
    timeZone: () => displayTimeZone(state.value?.settings ?? null),
  });

  effect(() => {
    // Whatever has changed may have been an import, here or in another tab.
    if (!state.value) return;
    const ids = targets.value.map(({ id }) => id);
    void untracked(() => receipts.load(ids));
  });

  const imported = computed(() => state.value?.imported ?? null);
  /** Connected accounts may be empty still: their exports are, too. */
  const sources = computed(() =>
    targets.value.filter(({ id }) => id !== IMPORTED_ACCOUNT_ID || imported.value !== null),
  );
  const joinable = computed(() => {
    const { accounts = [] } = state.value ?? {};
    const connected = new Set(accounts.map(({ account }) => account.id));
    const into = targets.value.filter(({ id }) => connected.has(id));
    return imported.value && into.length > 0 ? { imported: imported.value, into } : null;
  });
  const settings = computed(() => state.value?.settings ?? null);

  const deletion = createDeletionStore({ client, reload: () => overview.reload() });

  effect(() => {
    // What the last import brought is no news any more.
    if (deletion.phase.value.name === 'done') untracked(() => importing.imports.dismiss());
  });

  return { ...importing, receipts, files, imported, deletion, sources, joinable, settings };
}
