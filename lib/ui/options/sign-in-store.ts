/**
 * The one sign-in this page may have open, for a new account or to renew one; the guided section
 * and the account cards both read it.
 */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { AccountId } from '../../domain/account.ts';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { Client } from '../../messages/client.ts';

/** `renew` names the account that signs in again; null when the guided section started it. */
export type SignInPhase =
  | { name: 'idle' }
  | { name: 'waiting'; renew: AccountId | null; cancelling: boolean }
  | { name: 'failed'; renew: AccountId | null; error: ErrorRecord }
  | { name: 'done'; renew: AccountId | null; accountId: AccountId; wasKnown: boolean };

export interface SignInStore {
  phase: ReadonlySignal<SignInPhase>;
  /** Never rejects: a failure is the phase `failed`. Ignored while this page waits already. */
  start(request: { clientId: string; renew: AccountId | null }): Promise<void>;
  /** Closes the sign-in window, also one that another page opened. Never rejects. */
  cancel(): Promise<void>;
  /** Back to `idle`, when the outcome has been read. */
  dismiss(): void;
}

interface SignInOptions {
  client: Client;
  /** The accounts there are now, to tell a new one from one that was renewed. */
  knownIds: () => AccountId[];
  /** Fetches the overview again. */
  reload: () => Promise<void>;
}

export function createSignInStore({ client, knownIds, reload }: SignInOptions): SignInStore {
  const phase = signal<SignInPhase>({ name: 'idle' });

  async function start(request: { clientId: string; renew: AccountId | null }): Promise<void> {
    if (phase.value.name === 'waiting') return;
    const { renew } = request;
    const known = new Set(knownIds());
    phase.value = { name: 'waiting', renew, cancelling: false };
    try {
      const { accountId } = await client.ask('sign-in.start', request);
      await reload();
      phase.value = { name: 'done', renew, accountId, wasKnown: known.has(accountId) };
    } catch (thrown) {
      // It wakes a background that died, and that closes the window it left behind.
      await reload();
      phase.value = { name: 'failed', renew, error: describeFailure(thrown) };
    }
  }

  async function cancel(): Promise<void> {
    if (phase.value.name === 'waiting') phase.value = { ...phase.value, cancelling: true };
    try {
      await client.ask('sign-in.cancel', {});
      await reload();
    } catch (thrown) {
      const renew = phase.value.name === 'idle' ? null : phase.value.renew;
      phase.value = { name: 'failed', renew, error: describeFailure(thrown) };
    }
  }

  function dismiss(): void {
    if (phase.value.name !== 'waiting') phase.value = { name: 'idle' };
  }

  return { phase, start, cancel, dismiss };
}

/** The background answered a moment ago: silence in the middle of a sign-in means that it died. */
function describeFailure(thrown: unknown): ErrorRecord {
  const error = toErrorRecord(thrown);
  return error.code === 'message/unreachable' ? { code: 'oauth/interrupted', data: {} } : error;
}
