/** The receipts of all imports, and taking one back: asked twice, one at a time. */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { AccountId } from '../../domain/account.ts';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { RunImportTask } from './import-client.ts';
import type { KeptReceipt } from './import-protocol.ts';

export type UndoPhase =
  | { name: 'idle' }
  | { name: 'asking'; importId: string; error: ErrorRecord | null }
  | { name: 'working'; importId: string }
  | { name: 'done' };

export interface ReceiptsStore {
  /** Newest first; null before they are read. */
  receipts: ReadonlySignal<readonly KeptReceipt[] | null>;
  /** Why they could not be read. */
  error: ReadonlySignal<ErrorRecord | null>;
  undo: ReadonlySignal<UndoPhase>;
  /** Reads those of the accounts. Never rejects. */
  load(accountIds: readonly AccountId[]): Promise<void>;
  ask(importId: string): void;
  keep(): void;
  /** Never rejects: a failure leads back to `asking` with its error. */
  confirm(): Promise<void>;
}

interface ReceiptsStoreOptions {
  run: RunImportTask;
  /** Called when the account's history has changed; must not reject. */
  changed: (accountId: AccountId) => Promise<void>;
}

export function createReceiptsStore({ run, changed }: ReceiptsStoreOptions): ReceiptsStore {
  const receipts = signal<readonly KeptReceipt[] | null>(null);
  const error = signal<ErrorRecord | null>(null);
  const undo = signal<UndoPhase>({ name: 'idle' });
  let question = 0;

  async function load(accountIds: readonly AccountId[]): Promise<void> {
    question += 1;
    const mine = question;
    try {
      const found = await run({ type: 'receipts', accountIds: [...accountIds] });
      if (mine !== question) return;
      receipts.value = found;
      error.value = null;
    } catch (thrown) {
      if (mine === question) error.value = toErrorRecord(thrown);
    }
  }

  async function confirm(): Promise<void> {
    if (undo.value.name !== 'asking') return;
    const { importId } = undo.value;
    const kept = receipts.value?.find(({ receipt }) => receipt.importId === importId);
    if (!kept) return;
    const { accountId } = kept;
    undo.value = { name: 'working', importId };
    try {
      await run({ type: 'undo', accountId, importId });
      receipts.value = receipts.value?.filter((other) => other !== kept) ?? null;
      await changed(accountId);
      undo.value = { name: 'done' };
    } catch (thrown) {
      undo.value = { name: 'asking', importId, error: toErrorRecord(thrown) };
    }
  }

  return {
    receipts,
    error,
    undo,
    load,
    ask(importId) {
      if (undo.value.name !== 'working') undo.value = { name: 'asking', importId, error: null };
    },
    keep() {
      if (undo.value.name !== 'working') undo.value = { name: 'idle' };
    },
    confirm,
  };
}
