/** Puts together what popup and options show of the accounts. */
import { IMPORTED_ACCOUNT_ID, SAMPLE_ACCOUNT_ID } from '../../lib/domain/account-ids.ts';
import type { Account } from '../../lib/domain/account.ts';
import { AppError } from '../../lib/domain/app-error.ts';
import type { AccountView, LooseListening, Overview } from '../../lib/messages/contract.ts';
import type { Parts } from './parts.ts';

interface Options {
  vault: Pick<Parts['vault'], 'accounts' | 'state' | 'isSigningIn' | 'passphraseState'>;
  sync: Pick<Parts['sync'], 'state' | 'nextSyncAt' | 'isSyncing'>;
  enrichment: Pick<Parts['enrichment'], 'state'>;
  history: Pick<Parts['history'], 'readSnapshot' | 'extent'>;
  former: Pick<Parts['former'], 'all'>;
  settings: Pick<Parts['settings'], 'get'>;
  losses: Pick<Parts['losses'], 'get'>;
  selected: Pick<Parts['selected'], 'get'>;
  revisions: Pick<Parts['revisions'], 'current'>;
  identity: Pick<Parts['identity'], 'redirectUri'>;
  endpoints: Pick<Parts['endpoints'], 'clientId'>;
  hostAccess: () => Promise<boolean>;
}

export function createOverview(options: Options) {
  const { endpoints, enrichment, former, history, hostAccess, identity, losses } = options;
  const { revisions, selected, settings, sync, vault } = options;

  async function get(): Promise<Overview> {
    // Before the rest: what changes while it is read makes a newer revision, and is asked for again.
    const revision = revisions.current();
    const [
      views,
      formerAccounts,
      imported,
      sample,
      selectedId,
      values,
      mayReachSpotify,
      passphrase,
      lost,
    ] = await Promise.all([
      viewAll(),
      // A history that cannot be read must not hide the accounts: their syncs say what is wrong.
      former.all().catch(() => []),
      findLoose(IMPORTED_ACCOUNT_ID).catch(() => null),
      findLoose(SAMPLE_ACCOUNT_ID).catch(() => null),
      selected.get(),
      settings.get(),
      hostAccess(),
      // A store that cannot be read says so where it is needed.
      vault.passphraseState().catch(() => 'off' as const),
      losses.get(),
    ]);
    const loose = [imported, sample].flatMap((found) => found?.accountId ?? []);
    const ids = [...views.map(({ account }) => account.id), ...loose];
    return {
      revision,
      accounts: views,
      former: formerAccounts,
      imported,
      sample,
      selectedId: ids.find((id) => id === selectedId) ?? ids[0] ?? null,
      settings: values,
      passphrase,
      lost,
      signInRunning: vault.isSigningIn(),
      redirectUri: identity.redirectUri(),
      proposedClientId: endpoints.clientId,
      hostAccess: mayReachSpotify,
      details: await describeDetails([
        ...ids.filter((id) => id !== SAMPLE_ACCOUNT_ID),
        ...formerAccounts.map(({ account }) => account.id),
      ]),
    };
  }

  /** A history that cannot be read has no details to speak of. */
  async function describeDetails(accountIds: readonly string[]): Promise<Overview['details']> {
    const states = await Promise.all(
      accountIds.map((accountId) => enrichment.state(accountId).catch(() => null)),
    );
    return states.filter((state) => state !== null);
  }

  async function viewAll(): Promise<AccountView[]> {
    const accounts = await vault.accounts();
    const views = await Promise.all(accounts.map((account) => view(account).catch(nullIfLeaving)));
    return views.filter((found) => found !== null);
  }

  async function findLoose(accountId: string): Promise<LooseListening | null> {
    const { streams, firstAt } = await history.extent(accountId);
    return streams > 0 ? { accountId, streams, since: firstAt } : null;
  }

  async function view(account: Account): Promise<AccountView> {
    const [token, state, alarmAt, kept] = await Promise.all([
      vault.state(account.id),
      sync.state(account.id),
      sync.nextSyncAt(),
      findKept(account.id).catch(() => null),
    ]);
    const isWaiting = token.status === 'reauthorize' || token.status === 'locked';
    return {
      account,
      token,
      sync: state,
      nextSyncAt: isWaiting || alarmAt === null ? null : Math.max(alarmAt, state.notBefore ?? 0),
      syncing: sync.isSyncing(account.id),
      kept,
    };
  }

  async function findKept(accountId: string): Promise<AccountView['kept']> {
    const snapshot = await history.readSnapshot(accountId);
    if (!snapshot) return null;
    const { streams, since, lastSevenDays, computedAt } = snapshot;
    return { streams, since, lastSevenDays, countedAt: computedAt };
  }

  return { get };
}

/** Disconnected since the list was read: the revision that follows asks again. */
function nullIfLeaving(thrown: unknown): null {
  if (thrown instanceof AppError && thrown.code === 'token/unknown-account') return null;
  throw thrown;
}
