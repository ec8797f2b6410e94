/** One refresh at a time for each account: whoever asks while one runs gets its answer. */
import { AppError } from '../domain/app-error.ts';
import type { KeepAlive } from '../platform/keep-alive.ts';
import type { AccessTokens, HeldToken } from './access-tokens.ts';
import { accountLock, type Locks } from './account-lock.ts';
import type { Refreshed, RefreshUnderLock, Wish } from './refresh.ts';

export interface Refresher {
  /** The token held, if the wish accepts it; otherwise a refreshed one. Fails as the refresh does. */
  obtain(accountId: string, wish: Wish): Promise<HeldToken>;
  /** Ends a refresh on its way; what it brings is dropped. */
  abort(accountId: string): void;
}

interface RefresherDeps {
  refresh: RefreshUnderLock;
  tokens: AccessTokens;
  locks: Locks;
  keepAlive: KeepAlive;
}

interface Flight {
  landing: Promise<Refreshed>;
  insists: boolean;
  controller: AbortController;
}

export function createRefresher({ refresh, tokens, locks, keepAlive }: RefresherDeps): Refresher {
  const flights = new Map<string, Flight>();

  async function obtain(accountId: string, wish: Wish): Promise<HeldToken> {
    const held = await tokens.get(accountId);
    if (held && wish.accepts(held)) return held;
    const running = flights.get(accountId);
    // What stopped it may be the very back-off that this wish is to end.
    if (running && wish.insists && !running.insists && (await hasFailed(running))) {
      return obtain(accountId, wish);
    }
    const { token, isNew } = await (running ?? takeOff(accountId, wish)).landing;
    // A flight may land with the held token its first caller was content with.
    return isNew || wish.accepts(token) ? token : obtain(accountId, wish);
  }

  function takeOff(accountId: string, wish: Wish): Flight {
    const controller = new AbortController();
    const landing = fly(accountId, wish, controller.signal);
    const flight = { landing, insists: wish.insists, controller };
    flights.set(accountId, flight);
    return flight;
  }

  async function fly(accountId: string, wish: Wish, signal: AbortSignal): Promise<Refreshed> {
    try {
      const refreshed = await keepAlive(() =>
        locks.request(accountLock(accountId), { signal }, () => refresh(accountId, wish, signal)),
      );
      signal.throwIfAborted();
      return refreshed;
    } catch (thrown) {
      if (signal.aborted) throw new AppError('token/unknown-account', {}, { cause: thrown });
      throw thrown;
    } finally {
      flights.delete(accountId);
    }
  }

  return { obtain, abort: (accountId) => flights.get(accountId)?.controller.abort() };
}

function hasFailed({ landing }: Flight): Promise<boolean> {
  return landing.then(
    () => false,
    () => true,
  );
}
