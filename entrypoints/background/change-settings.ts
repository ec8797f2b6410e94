/** Saves a change of the settings and carries it out. */
import { AppError } from '../../lib/domain/app-error.ts';
import type { Settings } from '../../lib/domain/settings.ts';
import type { Enrichment } from '../../lib/ingest/enrich.ts';
import type { Sync } from '../../lib/ingest/sync-recently-played.ts';
import type { RequestOf } from '../../lib/messages/contract.ts';
import type { StoredItem } from '../../lib/platform/stored-item.ts';
import type { Vault } from '../../lib/vault/create-vault.ts';
import type { Faults } from './faults.ts';

interface Options {
  settings: Pick<StoredItem<Settings>, 'get' | 'update'>;
  sync: Pick<Sync, 'schedule'>;
  vault: Pick<Vault, 'moveTokens' | 'passphraseState' | 'releaseTokens'>;
  enrichment: Pick<Enrichment, 'wake'>;
  faults: Pick<Faults, 'watch'>;
  /** Counts what is kept ready anew, by the clock that is chosen now. */
  recount: () => Promise<void>;
  changed: () => void;
}

export function createSettingsChange(options: Options) {
  const { settings, sync, vault, enrichment, faults, recount, changed } = options;

  /** Each keeps tokens in a place of its own: where nothing lies on the disk, nothing can be locked. */
  async function refuseBesidePassphrase(request: RequestOf<'settings.set'>): Promise<void> {
    if (request.memoryOnlyTokens && (await vault.passphraseState()) !== 'off') {
      throw new AppError('message/invalid', { detail: 'a passphrase is set' });
    }
  }

  /**
   * @throws AppError `token/…` when all is saved, but sign-ins could not be moved; `storage/…`;
   * `message/invalid` for memory-only mode beside a passphrase.
   */
  return async function change(request: RequestOf<'settings.set'>): Promise<Settings> {
    const before = await settings.get();
    await refuseBesidePassphrase(request);
    if (request.memoryOnlyTokens === false) await vault.releaseTokens();
    const after = await settings.update((now) => ({
      syncIntervalMinutes: request.syncIntervalMinutes ?? now.syncIntervalMinutes,
      memoryOnlyTokens: request.memoryOnlyTokens ?? now.memoryOnlyTokens,
      theme: request.theme ?? now.theme,
      fetchDetails: request.fetchDetails ?? now.fetchDetails,
      // Null is a choice of its own here.
      timeZone: request.timeZone === undefined ? now.timeZone : request.timeZone,
      firstWeekday: request.firstWeekday === undefined ? now.firstWeekday : request.firstWeekday,
      hemisphere: request.hemisphere === undefined ? now.hemisphere : request.hemisphere,
    }));
    await refuseBesidePassphrase(request).catch(async (thrown: unknown) => {
      // One was set in this very moment: it came first.
      await settings.update((now) => ({ ...now, memoryOnlyTokens: before.memoryOnlyTokens }));
      throw thrown;
    });
    try {
      if (after.syncIntervalMinutes !== before.syncIntervalMinutes) {
        // Every start of the background sets the alarm anew: nothing to trouble a person with.
        await faults.watch('schedule', () => sync.schedule(after.syncIntervalMinutes));
      }
      if (after.timeZone !== before.timeZone) await faults.watch('figures', recount);
      if (after.fetchDetails && !before.fetchDetails) void enrichment.wake();
      if (after.memoryOnlyTokens !== before.memoryOnlyTokens) await vault.moveTokens();
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code.startsWith('token/')) throw thrown;
      throw new AppError('token/not-stored', {}, { cause: thrown });
    } finally {
      changed();
    }
    return after;
  };
}
