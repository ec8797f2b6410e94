/** Entering the passphrase, on whichever page: what it is doing, and what came of it. */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { Client } from '../../messages/client.ts';

export type UnlockPhase =
  | { name: 'idle' }
  | { name: 'working' }
  /** Each failure is an object of its own, so that the same one twice is noticed. */
  | { name: 'failed'; error: ErrorRecord }
  | { name: 'done'; how: 'unlocked' | 'forgotten' };

export interface UnlockStore {
  phase: ReadonlySignal<UnlockPhase>;
  /** Ignored while it works, and without a passphrase. Never rejects. */
  unlock(passphrase: string): Promise<void>;
  /** Gives the sign-ins up with the passphrase. Never rejects. */
  forget(): Promise<void>;
  dismiss(): void;
}

interface UnlockOptions {
  client: Client;
  /** Fetches the overview, which says that it is open now. */
  reload: () => Promise<void>;
}

export function createUnlockStore({ client, reload }: UnlockOptions): UnlockStore {
  const phase = signal<UnlockPhase>({ name: 'idle' });

  async function act(how: 'unlocked' | 'forgotten', work: () => Promise<null>): Promise<void> {
    if (phase.value.name === 'working') return;
    phase.value = { name: 'working' };
    try {
      await work();
      await reload();
      phase.value = { name: 'done', how };
    } catch (thrown) {
      phase.value = { name: 'failed', error: toErrorRecord(thrown) };
    }
  }

  return {
    phase,
    async unlock(passphrase) {
      if (passphrase === '') return;
      await act('unlocked', () => client.ask('passphrase.unlock', { passphrase }));
    },
    forget: () => act('forgotten', () => client.ask('passphrase.forget', {})),
    dismiss() {
      phase.value = { name: 'idle' };
    },
  };
}
