/** Boils an account's many states down to the one a person should read first. */
import type { ErrorRecord, ReauthorizeReason } from '../domain/app-error.ts';
import type { AccountView } from '../messages/contract.ts';

/** Gravest first; times are UTC ms. */
export type AccountCondition =
  /** The browser's permission for Spotify's hosts was taken back: whatever else fails, fails of it. */
  | { name: 'no-access' }
  /** The passphrase must be entered first. */
  | { name: 'locked' }
  /** The browser closed, and the sign-in went with it, as the listener chose. */
  | { name: 'signed-out' }
  | { name: 'reauthorize'; reason: ReauthorizeReason | null }
  | { name: 'misconfigured' }
  | { name: 'quota'; until: number }
  | { name: 'rate-limited'; until: number }
  | { name: 'offline' }
  /** `until` is when it will be tried again; null when that is not known. */
  | { name: 'failing'; error: ErrorRecord; until: number | null }
  | { name: 'syncing' }
  | { name: 'connected'; lastSyncAt: number | null };

/** What is so for all accounts at once. */
export interface Surroundings {
  /** UTC ms. */
  now: number;
  /** The browser's own word (`navigator.onLine`). */
  online: boolean;
  hostAccess: boolean;
}

export function findCondition(view: AccountView, surroundings: Surroundings): AccountCondition {
  const { token, sync } = view;
  const { now, online, hostAccess } = surroundings;
  if (!hostAccess) return { name: 'no-access' };
  if (token.status === 'locked') return { name: 'locked' };
  if (token.status === 'reauthorize') {
    const chosen = token.memoryOnly && token.reason === null;
    return chosen ? { name: 'signed-out' } : { name: 'reauthorize', reason: token.reason };
  }
  if (token.status === 'misconfigured') return { name: 'misconfigured' };

  const until = findWaitingUntil(view, now);
  if (until !== null && sync.quotaExceeded) return { name: 'quota', until };
  if (isRateLimited(view, now)) return { name: 'rate-limited', until: until ?? now };
  const error = findLastError(view) ?? findWaitReason(view, now);
  if (!online || isNoNetwork(error)) return { name: 'offline' };
  if (error !== null) return { name: 'failing', error, until };
  if (view.syncing) return { name: 'syncing' };
  return { name: 'connected', lastSyncAt: sync.last?.at ?? null };
}

/** The latest error that no success has answered since; null when all is well. */
export function findLastError({ token, sync }: AccountView): ErrorRecord | null {
  const syncedAt = sync.last?.at ?? -Infinity;
  // A sign-in that the disk refused is itself a success: both carry the same time.
  const open = [
    token.lastError && token.lastError.at >= (token.refreshedAt ?? -Infinity)
      ? token.lastError
      : null,
    sync.lastError && sync.lastError.at > syncedAt ? sync.lastError : null,
  ].filter((entry) => entry !== null);
  return open.toSorted((a, b) => b.at - a.at)[0]?.error ?? null;
}

/** Spotify was not reached at all; neither the sign-in nor the Web API is at fault. */
function isNoNetwork(error: ErrorRecord | null): boolean {
  if (error?.code === 'token/unavailable') return error.data.detail === 'offline';
  return error?.code === 'api/offline';
}

/** UTC ms of the later of both waits; null when nothing waits. */
function findWaitingUntil({ token, sync }: AccountView, now: number): number | null {
  const until = Math.max(token.notBefore ?? 0, sync.notBefore ?? 0);
  return until > now ? until : null;
}

/** The token waits for nothing but Spotify's wish; the Web API's gate also for our own back-off. */
function isRateLimited({ token, sync }: AccountView, now: number): boolean {
  if ((token.notBefore ?? 0) > now) return true;
  return (sync.notBefore ?? 0) > now && sync.wait?.code === 'api/rate-limited';
}

/** What closed the gate, where no sync has noted it: another call failed. */
function findWaitReason({ sync }: AccountView, now: number): ErrorRecord | null {
  if (sync.wait === null || (sync.notBefore ?? 0) <= now) return null;
  return { code: sync.wait.code, data: {} };
}
