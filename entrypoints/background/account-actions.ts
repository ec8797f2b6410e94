/** What a person does with accounts, in an order that a crash at any step leaves nothing nameless. */
import { parseClientId } from '../../lib/domain/account.ts';
import { AppError } from '../../lib/domain/app-error.ts';
import type { SavedRefresh } from '../../lib/ingest/refresh-saved.ts';
import type { Enrichment } from '../../lib/ingest/enrich.ts';
import type { SyncReport } from '../../lib/domain/sync-state.ts';
import type { Sync } from '../../lib/ingest/sync-recently-played.ts';
import type { Vault } from '../../lib/vault/create-vault.ts';
import type { Faults } from './faults.ts';
import type { FormerAccounts } from './former-accounts.ts';

interface Options {
  vault: Pick<Vault, 'signIn' | 'disconnect'>;
  sync: Pick<Sync, 'syncNow' | 'forget'>;
  saved: Pick<SavedRefresh, 'forget' | 'refreshDue'>;
  enrichment: Pick<Enrichment, 'wake' | 'forget'>;
  former: Pick<FormerAccounts, 'remember' | 'deleteListening'>;
  faults: Pick<Faults, 'watch'>;
  changed: () => void;
}

export function createAccountActions(options: Options) {
  const { vault, sync, saved, enrichment, former, faults, changed } = options;
  /**
   * Answers with the account's id.
   *
   * @throws AppError `message/invalid` for what is no client ID; `oauth/…`.
   */
  async function signIn(request: { clientId: string; renew: string | null }): Promise<string> {
    const clientId = parseClientId(request.clientId);
    if (clientId === null) throw new AppError('message/invalid', { detail: 'clientId' });
    const accountId = await vault.signIn({ clientId, renew: request.renew });
    // The first plays should not wait for the alarm; nor should the page wait for them.
    void syncNow(accountId).catch(() => undefined);
    void enrichment.wake();
    return accountId;
  }

  /**
   * Playlists and liked songs follow when they are due: all that a sync promises comes with this one
   * as with any other. Nobody waits for them.
   *
   * @throws AppError `token/…`, `api/…`, `history/…`.
   */
  async function syncNow(accountId: string): Promise<SyncReport> {
    const report = await sync.syncNow(accountId);
    void faults.watch('saved lists', () => saved.refreshDue(accountId));
    return report;
  }

  /**
   * Its listening goes last: until then the account stands among the former ones, from where it can
   * be deleted again.
   *
   * @throws AppError `history/…` when the account is disconnected, but its listening is still there.
   */
  async function disconnect(accountId: string, deletesHistory: boolean): Promise<void> {
    try {
      await former.remember(accountId);
      await vault.disconnect(accountId);
      await sync.forget(accountId);
      await saved.forget(accountId);
      await enrichment.forget(accountId);
      if (deletesHistory) await former.deleteListening(accountId);
    } finally {
      changed();
    }
  }

  /** @throws AppError `message/invalid` when the account is connected; `history/…`. */
  async function deleteListening(accountId: string): Promise<void> {
    try {
      await former.deleteListening(accountId);
    } finally {
      changed();
    }
  }

  return { signIn, syncNow, disconnect, deleteListening };
}
