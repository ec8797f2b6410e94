/** What the vault does when nobody asks: at every start of the background, and when an alarm rings. */
import { AppError } from '../domain/app-error.ts';
import type { HeldToken } from './access-tokens.ts';
import { accountLock, type Locks } from './account-lock.ts';
import type { AccountList } from './account-list.ts';
import type { Disconnect } from './disconnect.ts';
import { eachInTurn } from './each-in-turn.ts';
import type { MemoryOnly } from './memory-only.ts';
import type { RowHome } from './row-home.ts';
import { readRing, type Schedule } from './schedule.ts';
import type { SignIn } from './sign-in.ts';
import type { Refresher } from './single-flight.ts';
import { isSettled } from './token-row.ts';
import { isFresh } from './token-freshness.ts';

export interface Lifecycle {
  start(): Promise<void>;
  /** Brings every account up to date: alarms, and requests of unknown outcome. */
  resumeAll(): Promise<void>;
  handleAlarm(name: string): Promise<boolean>;
  moveTokens(): Promise<void>;
}

interface LifecycleDeps {
  rows: RowHome;
  schedule: Schedule;
  refresher: Refresher;
  renewDaily: (accountId: string) => Promise<void>;
  signIn: SignIn;
  disconnect: Disconnect;
  accounts: AccountList;
  locks: Locks;
  memory: MemoryOnly;
  isLocked: () => Promise<boolean>;
  now: () => number;
  onChange: () => void;
}

/** Alarms ring a little early at times: a token that is nearly due is refreshed then. */
const EARLY_RING_MS = 30_000;

/** An unknown outcome is resolved by a refresh, whatever token is held. */
const RESOLVE = { accepts: () => false, insists: false };

export function createLifecycle(deps: LifecycleDeps): Lifecycle {
  const { rows, schedule, refresher, accounts, locks, now } = deps;

  async function start(): Promise<void> {
    const { memory, signIn, disconnect } = deps;
    const steps = [
      () => memory.remember(),
      () => signIn.closeOrphan(),
      () => disconnect.finish(),
      resumeAll,
    ];
    await eachInTurn(steps, (step) => step());
  }

  async function resumeAll(): Promise<void> {
    for (const accountId of await rows.accountIds()) {
      await locks.request(accountLock(accountId), {}, () => restore(accountId));
    }
    const known = await accounts.all();
    await Promise.all(known.map(({ id }) => resume(id)));
  }

  /** The list may have been lost, or the background may have died between row and list. */
  async function restore(accountId: string): Promise<void> {
    const found = await rows.read(accountId);
    if (found) await accounts.restore(found.row);
  }

  async function resume(accountId: string): Promise<void> {
    // A row the disk still refuses stays in memory; its alarm tries again.
    await settle(accountId).catch(ignoreAppError);
    await schedule.arm(accountId);
    const found = await rows.read(accountId);
    const isLost = found === null && !(await deps.memory.isOn());
    if (isLost || found?.row.intent) {
      await refresher.obtain(accountId, RESOLVE).catch(ignoreAppError);
    }
  }

  function settle(accountId: string): Promise<void> {
    return locks.request(accountLock(accountId), {}, () => rows.settle(accountId));
  }

  async function handleAlarm(name: string): Promise<boolean> {
    const ring = readRing(name);
    if (!ring) return false;
    const { purpose, accountId } = ring;
    const work = purpose === 'refresh' ? refreshOnRing : deps.renewDaily;
    try {
      if (!(await deps.isLocked())) {
        await settle(accountId).catch(ignoreAppError);
        await work(accountId).catch(ignoreAppError);
      }
    } finally {
      await schedule.arm(accountId);
    }
    return true;
  }

  async function refreshOnRing(accountId: string): Promise<void> {
    const found = await rows.read(accountId);
    if (!found) return;
    const accepts = (held: HeldToken) =>
      isSettled(found.row) && isFresh(held, now() + EARLY_RING_MS);
    await refresher.obtain(accountId, { accepts, insists: false });
  }

  async function moveTokens(): Promise<void> {
    try {
      const moveAll = async () => eachInTurn(await rows.accountIds(), move);
      await eachInTurn([() => deps.memory.remember(), moveAll], (step) => step());
    } finally {
      deps.onChange();
    }
  }

  /** The alarm also where the row could not be moved: it is what tries again. */
  async function move(accountId: string): Promise<void> {
    try {
      await settle(accountId);
    } finally {
      await schedule.arm(accountId);
    }
  }

  return { start, resumeAll, handleAlarm, moveTokens };
}

/** Expected failures stand in the row already, where the pages read them. */
function ignoreAppError(thrown: unknown): void {
  if (!(thrown instanceof AppError)) throw thrown;
}
