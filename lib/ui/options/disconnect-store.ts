/** The conversation of the disconnect dialog: asks, works, says what is gone. */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { Account } from '../../domain/account.ts';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { Client } from '../../messages/client.ts';

/** `error` is the last attempt's, if it failed: the account is still there then. */
export type DisconnectPhase =
  | { name: 'closed' }
  | { name: 'asking'; account: Account; deleteHistory: boolean; error: ErrorRecord | null }
  | { name: 'working'; account: Account; deleteHistory: boolean }
  | { name: 'done'; account: Account; deletedHistory: boolean };

export interface DisconnectStore {
  phase: ReadonlySignal<DisconnectPhase>;
  /** The history stays unless the person says otherwise. */
  open(account: Account): void;
  setDeleteHistory(deleteHistory: boolean): void;
  /** Never rejects: a failure leads back to `asking` with its error. */
  confirm(): Promise<void>;
  /** Ignored while the account is being disconnected. */
  close(): void;
}

interface DisconnectOptions {
  client: Client;
  /** Fetches the overview again. */
  reload: () => Promise<void>;
}

export function createDisconnectStore({ client, reload }: DisconnectOptions): DisconnectStore {
  const phase = signal<DisconnectPhase>({ name: 'closed' });

  function open(account: Account): void {
    phase.value = { name: 'asking', account, deleteHistory: false, error: null };
  }

  function setDeleteHistory(deleteHistory: boolean): void {
    if (phase.value.name === 'asking') phase.value = { ...phase.value, deleteHistory };
  }

  async function confirm(): Promise<void> {
    if (phase.value.name !== 'asking') return;
    const { account, deleteHistory } = phase.value;
    phase.value = { name: 'working', account, deleteHistory };
    try {
      await client.ask('account.disconnect', { accountId: account.id, deleteHistory });
      phase.value = { name: 'done', account, deletedHistory: deleteHistory };
      await reload();
    } catch (thrown) {
      phase.value = { name: 'asking', account, deleteHistory, error: toErrorRecord(thrown) };
    }
  }

  function close(): void {
    if (phase.value.name !== 'working') phase.value = { name: 'closed' };
  }

  return { phase, open, setDeleteHistory, confirm, close };
}
