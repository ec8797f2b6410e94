/** With whose access token music is asked about, and whether that may be done now. */
import {
  type Allowance,
  allowanceAt,
  spentUntil,
  withCall,
  withSpentQuota,
} from './detail-allowance.ts';
import { type DetailMemory, type Pause, pauseAt } from './detail-memory.ts';
import type { Account } from '../domain/account.ts';
import type { AccountClients } from '../spotify/account-clients.ts';
import type { SpotifyClient } from '../spotify/client.ts';
import type { GateState, Stored } from '../spotify/gate.ts';

type Connected = Pick<Account, 'id' | 'clientId'>;

/** How it stands with asking in the name of an account. */
export interface Carrier {
  account: Connected;
  client: SpotifyClient;
  gate: GateState;
  pause: Pause | null;
  allowance: Allowance;
}

export interface DetailCarriers {
  /**
   * Of the account itself when it is signed in, else of anybody who is: what Spotify says of music
   * is the same for all. Null when nobody is signed in.
   */
  of(accountId: string): Promise<Carrier | null>;
  /** Counts a question before it is asked: one that is never answered has cost as much. */
  charge(carrier: Carrier): Promise<void>;
  /** `until` is UTC ms. */
  stop(carrier: Carrier, pause: Pause): Promise<void>;
  forget(accountId: string): Promise<void>;
}

interface Options {
  /** Those whose access token needs no person to be had. */
  signedIn: () => Promise<readonly Connected[]>;
  clients: AccountClients;
  /** See `DETAIL_MEMORY_ITEM`. */
  memory: Stored<DetailMemory>;
  now: () => number;
}

export function createDetailCarriers({ signedIn, clients, memory, now }: Options): DetailCarriers {
  function changeAllowance(
    { clientId }: Connected,
    change: (allowance: Allowance) => Allowance,
  ): Promise<DetailMemory> {
    return memory.update(({ allowances, pauses }) => {
      const allowance = change(allowanceAt(allowances[clientId], now()));
      return { pauses, allowances: { ...allowances, [clientId]: allowance } };
    });
  }

  return {
    async of(accountId) {
      const accounts = await signedIn();
      const account = accounts.find(({ id }) => id === accountId) ?? accounts[0];
      if (!account) return null;
      const { client, gate } = clients.of(account);
      const remembered = await memory.get();
      return {
        account,
        client,
        gate: await gate.state(),
        pause: pauseAt(remembered, account.id, now()),
        allowance: allowanceAt(remembered.allowances[account.clientId], now()),
      };
    },

    async charge({ account }) {
      await changeAllowance(account, withCall);
    },

    async stop({ account }, { code, until }) {
      if (code === 'api/quota-exceeded') await changeAllowance(account, withSpentQuota);
      await memory.update(({ allowances, pauses }) => ({
        allowances,
        pauses: { ...pauses, [account.id]: { until, code } },
      }));
    },

    async forget(accountId) {
      await memory.update(({ allowances, pauses }) => ({
        allowances,
        pauses: Object.fromEntries(Object.entries(pauses).filter(([id]) => id !== accountId)),
      }));
    },
  };
}

/** UTC ms until when this carrier rests; null while it may ask. */
export function restsUntil({ gate, pause, allowance }: Carrier): number | null {
  const ends = [gate.notBefore, pause?.until ?? null, spentUntil(allowance)];
  const waits = ends.filter((until) => until !== null);
  return waits.length > 0 ? Math.max(...waits) : null;
}
