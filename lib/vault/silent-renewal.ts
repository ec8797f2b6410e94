/**
 * Renews a grant without a person: an approved app and a listener who is signed in to Spotify in this
 * browser need no click. A favour of the browser and of Spotify, so it must also be fine when it fails.
 */
import { AppError, type ErrorCode } from '../domain/app-error.ts';
import type { Authorize, Authorized } from './authorize.ts';
import type { FlowGate } from './flow-gate.ts';

/** `declined`: a person is needed. `later`: nobody could say, or a person's sign-in comes first. */
export type SilentOutcome =
  { kind: 'renewed'; grant: Authorized } | { kind: 'declined' } | { kind: 'later' };

export type RenewSilently = (
  account: { accountId: string; clientId: string },
  signal: AbortSignal,
) => Promise<SilentOutcome>;

const DEADLINE_MS = 60_000;

/** Failures that say nothing about the listener's permission. */
const PASSING = new Set<ErrorCode>([
  'oauth/offline',
  'oauth/no-access',
  'oauth/rate-limited',
  'oauth/unavailable',
  'oauth/in-progress',
]);

/** The function never rejects for what the server or the browser answers. */
export function createSilentRenewal({
  authorize,
  gate,
  timeout,
}: {
  authorize: Authorize;
  gate: FlowGate;
  timeout: (ms: number) => AbortSignal;
}): RenewSilently {
  return async ({ accountId, clientId }, signal) => {
    let stopped = timeout(DEADLINE_MS);
    try {
      const grant = await gate.tryRun((giveWay) => {
        stopped = AbortSignal.any([stopped, giveWay]);
        return authorize({
          clientId,
          interactive: false,
          showDialog: false,
          signal: AbortSignal.any([signal, stopped]),
        });
      });
      if (grant === 'busy') return { kind: 'later' };
      // Somebody else may be signed in to Spotify in this browser: their grant is not ours to take.
      return grant.accountId === accountId ? { kind: 'renewed', grant } : { kind: 'declined' };
    } catch (thrown) {
      signal.throwIfAborted();
      if (!(thrown instanceof AppError)) throw thrown;
      return stopped.aborted || PASSING.has(thrown.code) ? { kind: 'later' } : { kind: 'declined' };
    }
  };
}
