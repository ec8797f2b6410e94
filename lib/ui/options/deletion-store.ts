/** Deleting listening that is no connected account's: asked twice, one at a time. */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { AccountId } from '../../domain/account.ts';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { Client } from '../../messages/client.ts';

export type DeletionPhase =
  | { name: 'idle' }
  | { name: 'asking'; accountId: AccountId; error: ErrorRecord | null }
  | { name: 'working'; accountId: AccountId }
  | { name: 'done'; accountId: AccountId };

export interface DeletionStore {
  phase: ReadonlySignal<DeletionPhase>;
  ask(accountId: AccountId): void;
  cancel(): void;
  /** Never rejects: a failure leads back to `asking` with its error. */
  confirm(): Promise<void>;
}

export function createDeletionStore(options: {
  client: Client;
  /** Fetches the overview again. */
  reload: () => Promise<void>;
}): DeletionStore {
  const { client, reload } = options;
  const phase = signal<DeletionPhase>({ name: 'idle' });

  async function confirm(): Promise<void> {
    if (phase.value.name !== 'asking') return;
    const { accountId } = phase.value;
    phase.value = { name: 'working', accountId };
    try {
      await client.ask('listening.delete', { accountId });
      await reload();
      phase.value = { name: 'done', accountId };
    } catch (thrown) {
      phase.value = { name: 'asking', accountId, error: toErrorRecord(thrown) };
    }
  }

  return {
    phase,
    ask(accountId) {
      if (phase.value.name !== 'working') phase.value = { name: 'asking', accountId, error: null };
    },
    cancel() {
      if (phase.value.name === 'asking') phase.value = { name: 'idle' };
    },
    confirm,
  };
}
