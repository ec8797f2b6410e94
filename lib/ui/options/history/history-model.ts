/** The stores of the section History, put together: the import, the receipts, the files. */
import { computed, effect, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { Settings } from '../../../domain/settings.ts';
import type { Client } from '../../../messages/client.ts';
import type { ImportedListening } from '../../../messages/contract.ts';
import type { RunImportTask } from '../../import/import-client.ts';
import {
  createImportModel,
  type ImportModel,
  type ImportTarget,
} from '../../import/import-model.ts';
import type { MadeFile } from '../../import/import-protocol.ts';
import { createReceiptsStore, type ReceiptsStore } from '../../import/receipts-store.ts';
import type { OverviewStore } from '../../overview-store.ts';
import { createFilesStore, type FilesStore } from './files-store.ts';

export interface HistoryModel extends ImportModel {
  receipts: ReceiptsStore;
  files: FilesStore;
  /** Whose listening can be exported. */
  sources: ReadonlySignal<readonly ImportTarget[]>;
  /** Listening that is nobody's, and the connected accounts it can be given to; null without both. */
  joinable: ReadonlySignal<{ imported: ImportedListening; into: readonly ImportTarget[] } | null>;
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
}

export function createHistoryModel(options: HistoryModelOptions): HistoryModel {
  const { client, overview, run, save, now } = options;
  const state = overview.overview;
  const inView = computed(() => state.value?.selectedId ?? null);
  const importing = createImportModel({ client, overview, run, inView, now });
  const { targets, changed } = importing;

  const receipts = createReceiptsStore({ run, changed });
  const files = createFilesStore({
    run,
    changed,
    applySettings: (settings) => client.ask('settings.set', settings),
    save,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
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

  return { ...importing, receipts, files, sources, joinable, settings };
}
