/** One client and one gate per account, made from the parts that all accounts share. */
import { createSpotifyClient, type SpotifyClient } from './client.ts';
import { createGate, type Gate, type Gates, type Stored } from './gate.ts';
import type { Transport } from './send-request.ts';

interface Options extends Transport {
  /** Where all gates stand; see `GATES_ITEM`. */
  gates: Stored<Gates>;
  /** The account's access token, from the vault; `rejected` is one that was just refused. */
  accessToken: (accountId: string, rejected?: string) => Promise<string>;
  now: () => number;
}

export interface AccountClient {
  client: SpotifyClient;
  gate: Gate;
}

export type AccountClients = (account: { id: string; clientId: string }) => AccountClient;

/** Clients hold no state of their own: making one for each use is cheap. */
export function createAccountClients(options: Options): AccountClients {
  const { gates, accessToken, now, random } = options;
  return (account) => {
    const gate = createGate({ store: gates, account, now, random });
    const client = createSpotifyClient({
      ...options,
      gate,
      accessToken: (rejected) => accessToken(account.id, rejected),
    });
    return { client, gate };
  };
}
