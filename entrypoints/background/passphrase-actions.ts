/** What a person does with the passphrase, and what goes on by itself once the sign-ins are open. */
import type { Enrichment } from '../../lib/ingest/enrich.ts';
import type { SavedRefresh } from '../../lib/ingest/refresh-saved.ts';
import type { Sync } from '../../lib/ingest/sync-recently-played.ts';
import type { Handlers } from '../../lib/messages/router.ts';
import type { KeepAlive } from '../../lib/platform/keep-alive.ts';
import type { Vault } from '../../lib/vault/create-vault.ts';
import type { Faults } from './faults.ts';
import type { createLosses } from './losses.ts';

interface Options {
  vault: Pick<Vault, 'passphrase' | 'passphraseState' | 'resume'>;
  sync: Pick<Sync, 'syncDue'>;
  saved: Pick<SavedRefresh, 'refreshDue'>;
  enrichment: Pick<Enrichment, 'wake'>;
  losses: Pick<ReturnType<typeof createLosses>, 'notePassphrase'>;
  faults: Pick<Faults, 'watch'>;
  keepAlive: KeepAlive;
}

type PassphraseName = Extract<keyof Handlers, `passphrase.${string}`>;

export function createPassphraseActions(options: Options): Pick<Handlers, PassphraseName> {
  const { vault, sync, saved, enrichment, losses, faults, keepAlive } = options;
  const { passphrase } = vault;

  /** Nobody waits for it: Spotify may take its time. */
  function goOn(): void {
    void faults.watch('unlocked', () =>
      keepAlive(async () => {
        await vault.resume();
        void enrichment.wake();
        await sync.syncDue();
        await saved.refreshDue();
      }),
    );
  }

  /** Should it fail, a passphrase that was there still is. Where nobody can say, one may be there. */
  async function without(work: () => Promise<void>): Promise<void> {
    await losses.notePassphrase(false);
    try {
      await work();
    } catch (thrown) {
      const state = await vault.passphraseState().catch(() => null);
      await losses.notePassphrase(state !== 'off');
      throw thrown;
    }
  }

  return {
    async 'passphrase.unlock'({ passphrase: entered }) {
      await passphrase.unlock(entered);
      goOn();
      return null;
    },
    async 'passphrase.turn-on'({ passphrase: next }) {
      await passphrase.turnOn(next);
      await losses.notePassphrase(true);
      return null;
    },
    async 'passphrase.change'({ current, next }) {
      await passphrase.change(current, next);
      goOn();
      return null;
    },
    async 'passphrase.turn-off'({ current }) {
      await without(() => passphrase.turnOff(current));
      goOn();
      return null;
    },
    async 'passphrase.forget'() {
      await without(() => passphrase.forget());
      goOn();
      return null;
    },
  };
}
