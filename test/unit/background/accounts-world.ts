/** Accounts, their listening and what syncs remember, in stores that outlive a background. */
import { memoryArea } from './memory-area.ts';
import { createAccountActions } from '../../../entrypoints/background/account-actions.ts';
import { createFormerAccounts } from '../../../entrypoints/background/former-accounts.ts';
import type { Account } from '../../../lib/domain/account.ts';
import type { SyncReport } from '../../../lib/domain/sync-state.ts';

export const CLIENT_ID = 'a'.repeat(32);
export const ACCOUNTS: Account[] = ['mira', 'jo'].map((id) => ({
  id,
  displayName: id,
  clientId: CLIENT_ID,
  addedAt: 1,
}));

/** What a sync answers that found nothing new. */
const REPORT: SyncReport = { at: 1, received: 0, added: 0, possibleGap: false };

/** The background dies before this step; it never comes back from there. */
export type DiesBefore = (step: string) => boolean;

export function createAccountsWorld() {
  const values = new Map<string, unknown>();
  const world = {
    connected: [...ACCOUNTS],
    /** Streams kept, by account. */
    streams: new Map([
      ['mira', 10],
      ['jo', 20],
    ]),
    /** Accounts of which syncs remember something. */
    remembered: new Set(['mira', 'jo', 'lists of mira', 'lists of jo']),
    /** Accounts in whose name Spotify was asked about music, and that met trouble. */
    questioned: new Set(['mira', 'jo']),
    /** How often asking about music was told to go on. */
    woken: 0,
    signedIn: [] as { clientId: string; renew: string | null }[],
    synced: [] as string[],
    /** Accounts whose lists were read because they were due. */
    listed: [] as string[],
    syncError: null as Error | null,
    listsError: null as Error | null,
    /** Where something failed that nobody waited for. */
    noted: [] as string[],
    historyError: null as Error | null,
    vaultError: null as Error | null,
    live,
  };

  function live(diesBefore: DiesBefore = () => false) {
    const steps: string[] = [];
    const counts = { changes: 0 };
    let isDead = false;

    async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
      isDead ||= diesBefore(name);
      if (isDead) return new Promise<never>(() => undefined);
      steps.push(name);
      return work();
    }

    const local = memoryArea(values);
    const vault = {
      accounts: async () => world.connected,
      signIn: (request: { clientId: string; renew: string | null }) =>
        step('sign-in', () => {
          world.signedIn.push(request);
          return 'mira';
        }),
      disconnect: (accountId: string) =>
        step('disconnect', () => {
          if (world.vaultError) throw world.vaultError;
          world.connected = world.connected.filter(({ id }) => id !== accountId);
        }),
    };
    const sync = {
      syncNow: async (accountId: string) => {
        world.synced.push(accountId);
        if (world.syncError) throw world.syncError;
        return REPORT;
      },
      forget: (accountId: string) => step('forget', () => void world.remembered.delete(accountId)),
    };
    const saved = {
      refreshDue: async (accountId?: string) => {
        if (accountId === undefined) throw new Error('the lists of somebody');
        world.listed.push(accountId);
        if (world.listsError) throw world.listsError;
      },
      forget: (accountId: string) =>
        step('forget lists', () => void world.remembered.delete(`lists of ${accountId}`)),
    };
    const enrichment = {
      wake: async () => void (world.woken += 1),
      forget: async (accountId: string) => void world.questioned.delete(accountId),
    };
    const former = createFormerAccounts({
      local: { ...local, set: (key, value) => step(`set ${key}`, () => local.set(key, value)) },
      history: {
        accounts: async () => [...world.streams.keys()],
        async extent(accountId) {
          if (world.historyError) throw world.historyError;
          return { streams: world.streams.get(accountId) ?? 0, firstAt: 5, lastAt: 9 };
        },
        deleteAccount: (accountId) =>
          step('delete', () => {
            if (world.historyError) throw world.historyError;
            world.streams.delete(accountId);
          }),
      },
      vault,
      sync,
      saved,
      enrichment,
    });
    const faults = {
      watch: (where: string, work: () => Promise<unknown>) =>
        work().then(
          () => undefined,
          () => void world.noted.push(where),
        ),
    };
    const changed = () => void (counts.changes += 1);
    const actions = createAccountActions({
      vault,
      sync,
      saved,
      enrichment,
      former,
      faults,
      changed,
    });
    return { ...actions, former, steps, changes: () => counts.changes };
  }

  return world;
}
