/** Boils an account's many states down to the one a person should read first. */
import type { ErrorRecord, ReauthorizeReason } from '../domain/app-error.ts';
import type { AccountView } from '../messages/contract.ts';

/** Gravest first; times are UTC ms. */
export type AccountCondition =
  | { name: 'reauthorize'; reason: ReauthorizeReason | null }
  | { name: 'misconfigured' }
  | { name: 'quota'; until: number }
  | { name: 'rate-limited'; until: number }
  | { name: 'offline' }
  /** `until` is when it will be tried again; null when that is not known. */
  | { name: 'failing'; error: ErrorRecord; until: number | null }
  | { name: 'syncing' }
  | { name: 'connected'; lastSyncAt: number | null };

/** `online` is the browser's own word (`navigator.onLine`). */
export function findCondition(view: AccountView, now: number, online: boolean): AccountCondition {
  const { token, sync } = view;
  if (token.status === 'reauthorize') return { name: 'reauthorize', reason: token.reason };
  if (token.status === 'misconfigured') return { name: 'misconfigured' };

  const error = findLastError(view);
  const until = findWaitingUntil(view, now);
  if (until !== null && sync.quotaExceeded) return { name: 'quota', until };
  if (until !== null && isRateLimit(error)) return { name: 'rate-limited', until };
  if (!online || error?.code === 'api/offline') return { name: 'offline' };
  if (error !== null) return { name: 'failing', error, until };
  if (view.syncing) return { name: 'syncing' };
  return { name: 'connected', lastSyncAt: sync.last?.at ?? null };
}

/** The latest error that no success has answered since; null when all is well. */
export function findLastError({ token, sync }: AccountView): ErrorRecord | null {
  const open = [
    stillOpen(token.lastError, token.refreshedAt),
    stillOpen(sync.lastError, sync.last?.at ?? null),
  ].filter((entry) => entry !== null);
  return open.toSorted((a, b) => b.at - a.at)[0]?.error ?? null;
}

interface DatedError {
  at: number;
  error: ErrorRecord;
}

function stillOpen(entry: DatedError | null, succeededAt: number | null): DatedError | null {
  return entry !== null && entry.at > (succeededAt ?? -Infinity) ? entry : null;
}

/** UTC ms of the later of both waits; null when nothing waits. */
function findWaitingUntil({ token, sync }: AccountView, now: number): number | null {
  const until = Math.max(token.notBefore ?? 0, sync.notBefore ?? 0);
  return until > now ? until : null;
}

/** A wait whose cause nobody noted is Spotify's wish as well. */
function isRateLimit(error: ErrorRecord | null): boolean {
  return error === null || error.code === 'api/rate-limited' || error.code === 'token/rate-limited';
}
