/** Accounts that were disconnected but whose listening stayed: named, so that it can be seen and deleted. */
import { IMPORTED_ACCOUNT_ID, SAMPLE_ACCOUNT_ID } from '../../lib/domain/account-ids.ts';
import { Account } from '../../lib/domain/account.ts';
import { AppError } from '../../lib/domain/app-error.ts';
import { z } from '../../lib/domain/schema.ts';
import type { History } from '../../lib/history/history.ts';
import type { SavedRefresh } from '../../lib/ingest/refresh-saved.ts';
import type { Enrichment } from '../../lib/ingest/enrich.ts';
import type { Sync } from '../../lib/ingest/sync-recently-played.ts';
import type { FormerAccount } from '../../lib/messages/contract.ts';
import type { KeyValueArea } from '../../lib/platform/key-value.ts';
import { createStoredItem } from '../../lib/platform/stored-item.ts';
import type { Vault } from '../../lib/vault/create-vault.ts';

interface Options {
  local: KeyValueArea;
  history: Pick<History, 'accounts' | 'extent' | 'deleteAccount'>;
  vault: Pick<Vault, 'accounts'>;
  sync: Pick<Sync, 'forget'>;
  saved: Pick<SavedRefresh, 'forget'>;
  enrichment: Pick<Enrichment, 'forget'>;
}

export type FormerAccounts = ReturnType<typeof createFormerAccounts>;

export function createFormerAccounts(options: Options) {
  const { local, history, vault, sync, saved, enrichment } = options;
  const item = createStoredItem({
    area: local,
    key: 'former-accounts',
    version: 1,
    schema: z.array(Account),
    fallback: [],
  });

  /** Written before the account leaves the list, so that a crash between cannot lose its name. */
  async function remember(accountId: string): Promise<void> {
    const account = (await vault.accounts()).find(({ id }) => id === accountId);
    if (account) await item.update((former) => [...former.filter(isNot(accountId)), account]);
  }

  /**
   * Those that are not connected and of which something is kept. A backup may have brought listening
   * of an account that was never connected here: it is shown as well, without a name.
   */
  async function all(): Promise<FormerAccount[]> {
    const connected = new Set((await vault.accounts()).map(({ id }) => id));
    const named = await item.get();
    const others = new Set([...named.map(({ id }) => id), IMPORTED_ACCOUNT_ID, SAMPLE_ACCOUNT_ID]);
    const unnamed = (await history.accounts())
      .filter((id) => !others.has(id))
      .map((id) => ({ id, displayName: null, clientId: '', addedAt: 0 }));
    const candidates = [...named, ...unnamed].filter(({ id }) => !connected.has(id));
    const extents = await Promise.all(candidates.map(({ id }) => history.extent(id)));
    return candidates.flatMap((account, index) => {
      const { streams, firstAt } = extents[index]!;
      return streams > 0 ? [{ account, streams, since: firstAt }] : [];
    });
  }

  /** @throws AppError `message/invalid` when the account is connected; `history/…`. */
  async function deleteListening(accountId: string): Promise<void> {
    if ((await vault.accounts()).some(({ id }) => id === accountId)) {
      throw new AppError('message/invalid', { detail: 'the account is connected' });
    }
    // A background that died while disconnecting may have left names of what was played there.
    await sync.forget(accountId);
    await saved.forget(accountId);
    await enrichment.forget(accountId);
    await history.deleteAccount(accountId);
    await item.update((former) => former.filter(isNot(accountId)));
  }

  return { remember, all, deleteListening };
}

function isNot(accountId: string): (account: Account) => boolean {
  return ({ id }) => id !== accountId;
}
