/**
 * Where the background can be made to stand still, to be killed there: around each step in which the
 * vault touches the world. The campaign's build wraps what the vault is given; the vault itself, and
 * with it every release, knows nothing of this.
 */
import type { TokenRow } from '../../../lib/vault/token-row.ts';
import type { VaultDeps } from '../../../lib/vault/create-vault.ts';
import { KILL_POINT_PATH, type KillPoint } from '../kill-point.ts';

/** The 20 s that an unknown outcome is waited out last 50 ms here. */
const SHARE_OF_WAITS = 1 / 400;

type Reach = (point: KillPoint) => Promise<void>;

/** Asks the stand-in, which answers at once, or never where the background is to die. */
export function createReach(apiUrl: string): Reach {
  return async (point) => {
    const url = `${apiUrl}${KILL_POINT_PATH}${point}`;
    await globalThis.fetch(url).catch(() => undefined);
  };
}

/** The same as was given, with a kill point before or after each step. */
export function withKillPoints(deps: VaultDeps): VaultDeps {
  const reach = createReach(deps.endpoints.apiUrl);
  /** The generations that stood there when last looked at: a write of another one is a new token. */
  const generations = new Map<string, number>();
  const isNewToken = (row: TokenRow) =>
    row.sealed !== null && row.generation !== generations.get(row.accountId);
  /** Every start arms the alarms as well: only the first time after a new token is its last step. */
  let awaitsAlarm = false;

  return {
    ...deps,
    locks: {
      request: (name, options, work) =>
        deps.locks.request(name, options, async () => {
          if (name.startsWith('account:')) await reach('lock-held');
          return work();
        }),
    },
    rows: {
      ...deps.rows,
      async get(accountId) {
        const row = await deps.rows.get(accountId);
        if (row) generations.set(accountId, row.generation);
        else generations.delete(accountId);
        return row;
      },
      async replace(row, expected) {
        const isNew = isNewToken(row);
        if (isNew) await reach('body-parsed');
        const isReplaced = await deps.rows.replace(row, expected);
        if (row.intent) await reach('intent-written');
        if (isNew) await reach('stored');
        return isReplaced;
      },
    },
    fetch: async (url, init) => {
      const response = await deps.fetch(url, init);
      if (url.endsWith('/api/token')) await reach('headers-in');
      return response;
    },
    session: {
      ...deps.session,
      async set(key, value) {
        await deps.session.set(key, value);
        if (!key.startsWith('vault.access:')) return;
        awaitsAlarm = true;
        await reach('session-written');
      },
    },
    alarms: {
      ...deps.alarms,
      async set(name, when) {
        if (awaitsAlarm && name.startsWith('vault.refresh:')) {
          awaitsAlarm = false;
          await reach('before-the-alarm');
        }
        await deps.alarms.set(name, when);
      },
    },
    identity: {
      ...deps.identity,
      async launch(url, options) {
        const redirect = await deps.identity.launch(url, options);
        await reach('redirected');
        return redirect;
      },
    },
    async identify(accessToken) {
      const user = await deps.identify(accessToken);
      await reach('user-known');
      return user;
    },
    accounts: {
      ...deps.accounts,
      async update(change) {
        const accounts = await deps.accounts.update(change);
        await reach('listed');
        return accounts;
      },
    },
    wait: (ms) => deps.wait(ms * SHARE_OF_WAITS),
  };
}
