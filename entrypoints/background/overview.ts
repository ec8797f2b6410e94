/** Puts together what popup and options show of the accounts. */
import type { Account } from '../../lib/domain/account.ts';
import type { AccountView, Overview } from '../../lib/messages/contract.ts';
import { hasHostAccess } from '../../lib/platform/permissions.ts';
import type { Parts } from './parts.ts';

export function createOverview(parts: Parts) {
  const { endpoints, former, history, identity, revisions, selected, settings, sync, vault } =
    parts;

  async function get(): Promise<Overview> {
    // Before the rest: what changes while it is read makes a newer revision, and is asked for again.
    const revision = revisions.current();
    const accounts = await vault.accounts();
    const [views, formerAccounts, selectedId, values, hostAccess] = await Promise.all([
      Promise.all(accounts.map(view)),
      former.all(),
      selected.get(),
      settings.get(),
      hasHostAccess(),
    ]);
    return {
      revision,
      accounts: views,
      former: formerAccounts,
      selectedId: accounts.find(({ id }) => id === selectedId)?.id ?? accounts[0]?.id ?? null,
      settings: values,
      signInRunning: vault.isSigningIn(),
      redirectUri: identity.redirectUri(),
      proposedClientId: endpoints.clientId,
      hostAccess,
    };
  }

  async function view(account: Account): Promise<AccountView> {
    const [token, state, alarmAt, snapshot] = await Promise.all([
      vault.state(account.id),
      sync.state(account.id),
      sync.nextSyncAt(),
      history.readSnapshot(account.id),
    ]);
    const isSignedOut = token.status === 'reauthorize';
    return {
      account,
      token,
      sync: state,
      nextSyncAt: isSignedOut || alarmAt === null ? null : Math.max(alarmAt, state.notBefore ?? 0),
      syncing: sync.isSyncing(account.id),
      kept: snapshot && {
        streams: snapshot.streams,
        since: snapshot.since,
        lastSevenDays: snapshot.lastSevenDays,
        countedAt: snapshot.computedAt,
      },
    };
  }

  return { get };
}
