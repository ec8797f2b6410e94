/** The memory of the authorization server. Its expiry follows the stand-in's clock, not the machine's. */
import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Clock } from './clock.ts';

interface Row {
  payload: AdapterPayload;
  /** How far the server's clock was ahead when the row was written, in seconds. */
  ahead: number;
  /** UTC ms on the server's clock at which a refresh token was rotated away. */
  consumedAt?: number;
}

export interface AccountsStore {
  createAdapter(model: string): Adapter;
  /** Ends every token of the account; with `approval` what it granted as well. */
  revoke(accountId: string, approval: boolean): void;
  /** Ends the access tokens at once, as if their hour were over. */
  expireAccessTokens(accountId: string | undefined): void;
  endSessions(): void;
  clear(): void;
}

interface StoreOptions {
  clock: Clock;
  findClient: (clientId: string) => AdapterPayload | undefined;
  /** For how long a rotated refresh token is still accepted. */
  graceSeconds: () => number;
}

const TIMES = ['exp', 'iat', 'iiat', 'loginTs', 'authTime'] as const;

/** oidc-provider compares times with the machine's clock; each row is shifted on its way out. */
export function createAccountsStore({
  clock,
  findClient,
  graceSeconds,
}: StoreOptions): AccountsStore {
  const models = new Map<string, Map<string, Row>>();
  const rowsOf = (model: string) => {
    const rows = models.get(model) ?? new Map<string, Row>();
    models.set(model, rows);
    return rows;
  };
  const remove = (model: string, unwanted: (payload: AdapterPayload) => boolean) => {
    for (const [id, { payload }] of rowsOf(model)) {
      if (unwanted(payload)) rowsOf(model).delete(id);
    }
  };

  const read = (row: Row | undefined): AdapterPayload | undefined => {
    if (!row) return undefined;
    const passed = clock.aheadOfMachineSeconds() - row.ahead;
    const payload: AdapterPayload & Record<string, unknown> = { ...row.payload };
    for (const name of TIMES) {
      const time = payload[name];
      if (typeof time === 'number') payload[name] = time - passed;
    }
    if (row.consumedAt !== undefined) {
      // Only refresh tokens have a grace period: a code is good once.
      const inGrace =
        row.payload.kind === 'RefreshToken' && clock.now() < row.consumedAt + graceSeconds() * 1000;
      if (!inGrace) payload.consumed = true;
    }
    return payload;
  };

  const createAdapter = (model: string): Adapter => {
    const rows = rowsOf(model);
    return {
      async upsert(id, payload) {
        rows.set(id, { payload: { ...payload }, ahead: clock.aheadOfMachineSeconds() });
      },
      async find(id) {
        return model === 'Client' ? findClient(id) : read(rows.get(id));
      },
      async findByUid(uid) {
        return read([...rows.values()].find(({ payload }) => payload.uid === uid));
      },
      async findByUserCode() {
        return undefined;
      },
      async consume(id) {
        const row = rows.get(id);
        if (row) row.consumedAt ??= clock.now();
      },
      async destroy(id) {
        rows.delete(id);
      },
      async revokeByGrantId(grantId) {
        remove(model, (payload) => payload.grantId === grantId);
      },
    };
  };

  return {
    createAdapter,
    revoke(accountId, approval) {
      const tokens = ['AccessToken', 'RefreshToken', 'AuthorizationCode'];
      for (const model of approval ? [...tokens, 'Grant'] : tokens) {
        remove(model, (payload) => payload.accountId === accountId);
      }
    },
    expireAccessTokens(accountId) {
      for (const { payload } of rowsOf('AccessToken').values()) {
        if (accountId === undefined || payload.accountId === accountId) payload.exp = 1;
      }
    },
    endSessions: () => rowsOf('Session').clear(),
    clear: () => models.forEach((rows) => rows.clear()),
  };
}
