/** Deleting the listening of a former account: asked twice, one account at a time. */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { AccountId } from '../../domain/account.ts';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { Client } from '../../messages/client.ts';

export type FormerPhase =
  | { name: 'idle' }
  | { name: 'asking'; accountId: AccountId; error: ErrorRecord | null }
  | { name: 'working'; accountId: AccountId };

export interface FormerStore {
  phase: ReadonlySignal<FormerPhase>;
  ask(accountId: AccountId): void;
  cancel(): void;
  /** Never rejects: a failure leads back to `asking` with its error. */
  confirm(): Promise<void>;
}

export function createFormerStore(options: {
  client: Client;
  /** Fetches the overview again. */
  reload: () => Promise<void>;
}): FormerStore {
  const { client, reload } = options;
  const phase = signal<FormerPhase>({ name: 'idle' });

  async function confirm(): Promise<void> {
    if (phase.value.name !== 'asking') return;
    const { accountId } = phase.value;
    phase.value = { name: 'working', accountId };
    try {
      await client.ask('former.delete', { accountId });
      phase.value = { name: 'idle' };
      await reload();
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
