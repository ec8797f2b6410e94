/** What both pages need to import: the import itself, and whose listening it is. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { IMPORTED_ACCOUNT_ID } from '../../domain/account-ids.ts';
import type { AccountId } from '../../domain/account.ts';
import { displayTimeZone } from '../../domain/display.ts';
import type { Client } from '../../messages/client.ts';
import type { OverviewStore } from '../overview-store.ts';
import type { RunImportTask } from './import-client.ts';
import type { ImportJournal } from './import-journal.ts';
import { createImportStore, type ImportStore } from './import-store.ts';

/** An account an import can be for. */
export interface ImportTarget {
  id: AccountId;
  /** What Spotify calls it; null where it has no name. */
  name: string | null;
}

export interface ImportModel {
  imports: ImportStore;
  /** The connected ones, the disconnected ones, and last the one for what is nobody's. No sample. */
  targets: ReadonlySignal<readonly ImportTarget[]>;
  /** Whom the next import is for: the account in view unless somebody else is chosen. */
  targetId: ReadonlySignal<AccountId>;
  chosenId: Signal<AccountId | null>;
  /** To be called when an account's history has changed: every page hears of it. Never rejects. */
  changed: (accountId: AccountId) => Promise<void>;
}

interface ImportModelOptions {
  client: Client;
  overview: OverviewStore;
  run: RunImportTask;
  /** The account in view; null for none. */
  inView: ReadonlySignal<AccountId | null>;
  now: () => number;
  journal: ImportJournal;
}

export function createImportModel(options: ImportModelOptions): ImportModel {
  const { client, overview, run, inView, now, journal } = options;

  /** The history is what it is by now: figures that are late come with the next sync. */
  async function changed(accountId: AccountId): Promise<void> {
    await client.ask('history.changed', { accountId }).catch(() => undefined);
    await overview.reload();
  }

  const timeZone = () => displayTimeZone(overview.overview.peek()?.settings ?? null);
  const chosenId = signal<AccountId | null>(null);
  const targets = computed<ImportTarget[]>(() => {
    const { accounts = [], former = [] } = overview.overview.value ?? {};
    return [
      ...[...accounts, ...former].map(({ account: { id, displayName } }) => ({
        id,
        name: displayName,
      })),
      { id: IMPORTED_ACCOUNT_ID, name: null },
    ];
  });
  const targetId = computed<AccountId>(() => {
    const ids = new Set(targets.value.map(({ id }) => id));
    // Where a sample is in view, it is for whom the popup shows, or who is connected.
    const { selectedId = null, accounts = [] } = overview.overview.value ?? {};
    const wanted = [chosenId.value, inView.value, selectedId, accounts[0]?.account.id ?? null];
    return wanted.find((id) => id !== null && ids.has(id)) ?? IMPORTED_ACCOUNT_ID;
  });

  return {
    imports: createImportStore({ run, changed, timeZone, now, journal }),
    targets,
    targetId,
    chosenId,
    changed,
  };
}
