/** One client and one gate per account, made from the parts that all accounts share. */
import { createSpotifyClient, type SpotifyClient } from './client.ts';
import { createGate, forgetGate, type Gate, type Gates, type Stored } from './gate.ts';
import type { Transport } from './send-request.ts';

interface Options extends Transport {
  /** Where all gates stand; see `GATES_ITEM`. */
  gates: Stored<Gates>;
  /**
   * The account's access token, from the vault; `rejected` is one that was just refused, `insists`
   * ends the vault's own back-off.
   */
  accessToken: (accountId: string, options: AccessTokenOptions) => Promise<string>;
  now: () => number;
}

export interface AccessTokenOptions {
  rejected?: string;
  insists?: boolean;
}

export interface AccountClient {
  client: SpotifyClient;
  gate: Gate;
}

export interface AccountClients {
  /**
   * Holds no state of its own: cheap to ask for again and again. `insists` when a person asks: no
   * back-off of our own keeps the access token back.
   */
  of(account: { id: string; clientId: string }, options?: { insists: boolean }): AccountClient;
  /** Drops the account's gate, after it was disconnected. */
  forget(accountId: string): Promise<void>;
}

export function createAccountClients(options: Options): AccountClients {
  const { gates, accessToken, now, random } = options;
  return {
    of(account, { insists } = { insists: false }) {
      const gate = createGate({ store: gates, account, now, random });
      const client = createSpotifyClient({
        ...options,
        gate,
        accessToken: (rejected) =>
          accessToken(account.id, rejected === undefined ? { insists } : { rejected, insists }),
      });
      return { client, gate };
    },
    forget: (accountId) => forgetGate(gates, accountId),
  };
}
