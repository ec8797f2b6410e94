/** From day 150 the grant is renewed without a person where possible, so that six months never end. */
import type { KeepAlive } from '../platform/keep-alive.ts';
import { accountLock, type Locks } from './account-lock.ts';
import { silentRenewalFrom } from './authorization-age.ts';
import type { Commit } from './commit.ts';
import type { RowHome } from './row-home.ts';
import type { RenewSilently } from './silent-renewal.ts';

interface DailyRenewalDeps {
  rows: RowHome;
  commit: Commit;
  renewSilently: RenewSilently;
  locks: Locks;
  keepAlive: KeepAlive;
  now: () => number;
}

/** Tries once; whatever comes of it, today's attempt is then made. */
export function createDailyRenewal(deps: DailyRenewalDeps): (accountId: string) => Promise<void> {
  const { rows, now } = deps;

  async function renew(accountId: string): Promise<void> {
    const due = await rows.read(accountId);
    if (due?.row.status !== 'connected' || now() < silentRenewalFrom(due.row.authorizedAt)) return;
    // Outside the lock: a refresh need not wait for it, and the token in use stays good meanwhile.
    const renewal = await deps.renewSilently(due.row, new AbortController().signal);
    await deps.locks.request(accountLock(accountId), {}, async () => {
      const current = await rows.read(accountId);
      // Disconnected, or signed in anew by the person: then there is nothing left to renew.
      if (current?.row.authorizedAt !== due.row.authorizedAt) return;
      if (renewal.kind === 'renewed') await deps.commit.authorized(current, renewal.grant);
      else await rows.write(current, { ...current.row, silentTriedAt: now() });
    });
  }

  return (accountId) => deps.keepAlive(() => renew(accountId));
}
