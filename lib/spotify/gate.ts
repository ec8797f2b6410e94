/**
 * The memory of when Spotify may be asked again. It stands in storage, so that a background that is
 * stopped and started again keeps a promise made before: every call passes here first.
 */
import { LONGEST_WAIT_MS } from './process-answer.ts';
import type { AccountId } from '../domain/account.ts';
import { AppError, ErrorCode } from '../domain/app-error.ts';
import { z } from '../domain/schema.ts';

const GateEntry = z.object({
  /** UTC ms; null when open. */
  notBefore: z.nullable(z.number()),
  /** Why it is closed, or was last. */
  code: ErrorCode,
  /** True when Spotify named the time, false when the back-off is our own. */
  named: z.boolean(),
  /** Failures in a row. */
  failures: z.int(),
});
type GateEntry = z.infer<typeof GateEntry>;

/** All gates, by `account:<id>`, and by `client:<id>` for a spent quota. */
export const Gates = z.record(z.string(), GateEntry);
export type Gates = z.infer<typeof Gates>;

const NO_GATES: Gates = {};
/** How the gates stand in storage.local. */
export const GATES_ITEM = { key: 'gates', version: 1, schema: Gates, fallback: NO_GATES };

/** One stored value, updated one at a time. */
export interface Stored<T> {
  get(): Promise<T>;
  update(change: (value: T) => T): Promise<T>;
}

/** What the pages may know, as in `SyncState`. `notBefore` is UTC ms, null when open. */
export interface GateState {
  notBefore: number | null;
  wait: { code: ErrorCode; named: boolean } | null;
  quotaExceeded: boolean;
  failures: number;
}

export interface Gate {
  /** @throws AppError with the code that closed the gate and `retryAt`, while it is closed. */
  pass(): Promise<void>;
  succeeded(): Promise<void>;
  /** Closes the gate if the error is of a kind that waiting mends. */
  failed(error: unknown): Promise<void>;
  /** Closes the gate only if Spotify asked to wait (429): for calls that can be done without. */
  heed(error: unknown): Promise<void>;
  /** For a person who asks: ends our own back-off, but never a wait that Spotify named. */
  endBackoff(): Promise<void>;
  state(): Promise<GateState>;
}

interface GateOptions {
  store: Stored<Gates>;
  account: { id: AccountId; clientId: string };
  now: () => number;
  /** Uniform in [0, 1). */
  random: () => number;
}

const FIRST_BACKOFF_MS = 30_000;
const LONGEST_BACKOFF_MS = 15 * 60_000;
const OPEN: GateEntry = { notBefore: null, code: 'internal', named: false, failures: 0 };
const REFUSALS = new Set<ErrorCode>(['api/rate-limited', 'api/quota-exceeded']);
const OUTAGES = new Set<ErrorCode>(['api/unavailable', 'api/offline', 'api/unreadable']);

/** The gate of one account. Gates of accounts with the same client ID share a spent quota. */
export function createGate({ store, account, now, random }: GateOptions): Gate {
  const ownKey = ownKeyOf(account.id);
  const quotaKey = `client:${account.clientId}`;

  /** The entries that are closed now; one absurdly far ahead means that the clock jumped. */
  function closed(gates: Gates): { key: string; code: ErrorCode; named: boolean; until: number }[] {
    return [quotaKey, ownKey].flatMap((key) => {
      const { notBefore, code, named } = gates[key] ?? OPEN;
      const aheadMs = (notBefore ?? 0) - now();
      const believedMs = named ? LONGEST_WAIT_MS : LONGEST_BACKOFF_MS;
      return aheadMs > 0 && aheadMs <= believedMs
        ? [{ key, code, named, until: now() + aheadMs }]
        : [];
    });
  }

  function close(key: string, code: ErrorCode, retryAt: number | undefined): Promise<Gates> {
    return store.update((gates) => {
      const failures = (gates[key]?.failures ?? 0) + 1;
      const notBefore = retryAt ?? now() + backoffMs(failures);
      // Calls fail side by side: what one of them learned from Spotify is not cut short by another.
      const isLonger = closed(gates).some(
        (entry) => entry.key === key && entry.named && entry.until > notBefore,
      );
      if (isLonger) return gates;
      return { ...gates, [key]: { notBefore, code, named: retryAt !== undefined, failures } };
    });
  }

  async function closeAfter(error: unknown, mendedByWaiting: (code: ErrorCode) => boolean) {
    if (!(error instanceof AppError) || !mendedByWaiting(error.code)) return;
    const { code, data } = error;
    await close(code === 'api/quota-exceeded' ? quotaKey : ownKey, code, data.retryAt);
  }

  /** Between half and the whole of a wait that doubles, so that accounts do not move in step. */
  function backoffMs(failures: number): number {
    const wholeMs = Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS);
    return Math.round(wholeMs * (0.5 + random() / 2));
  }

  return {
    async pass() {
      const [entry] = closed(await store.get());
      if (entry) throw new AppError(entry.code, { retryAt: entry.until });
    },

    async succeeded() {
      const gates = await store.get();
      if (!(ownKey in gates) && !(quotaKey in gates)) return;
      await store.update((latest) => {
        // A wait that Spotify named while this call was under way is not undone by its success.
        const kept = new Set(closed(latest).flatMap(({ key, named }) => (named ? [key] : [])));
        const isOver = (key: string) => (key === ownKey || key === quotaKey) && !kept.has(key);
        return Object.fromEntries(Object.entries(latest).filter(([key]) => !isOver(key)));
      });
    },

    failed: (error) => closeAfter(error, (code) => REFUSALS.has(code) || OUTAGES.has(code)),
    heed: (error) => closeAfter(error, (code) => REFUSALS.has(code)),

    async endBackoff() {
      await store.update((gates) => {
        const entry = gates[ownKey];
        return entry && !entry.named
          ? { ...gates, [ownKey]: { ...entry, notBefore: null } }
          : gates;
      });
    },

    async state() {
      const gates = await store.get();
      const entries = closed(gates).toSorted((a, b) => b.until - a.until);
      const [last] = entries;
      return {
        notBefore: last?.until ?? null,
        wait: last ? { code: last.code, named: last.named } : null,
        quotaExceeded: entries.some(({ code }) => code === 'api/quota-exceeded'),
        failures: gates[ownKey]?.failures ?? gates[quotaKey]?.failures ?? 0,
      };
    },
  };
}

/** Removes what is known of an account; a spent quota belongs to its client ID and stays. */
export async function forgetGate(store: Stored<Gates>, accountId: AccountId): Promise<void> {
  const ownKey = ownKeyOf(accountId);
  await store.update((gates) =>
    Object.fromEntries(Object.entries(gates).filter(([key]) => key !== ownKey)),
  );
}

function ownKeyOf(accountId: AccountId): string {
  return `account:${accountId}`;
}
