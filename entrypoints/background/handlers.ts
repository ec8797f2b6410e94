/** What each message does: every name of the contract, tied to the part that does the work. */
import type { Handlers } from '../../lib/messages/router.ts';
import { createDiagnostics } from './diagnostics.ts';
import { createOverview } from './overview.ts';
import type { Parts } from './parts.ts';

export function createHandlers(parts: Parts): Handlers {
  const { vault, sync, history, former, settings, selected, nowPlaying, changed } = parts;
  const overview = createOverview(parts);
  const diagnostics = createDiagnostics(parts);

  return {
    'overview.get': () => overview.get(),

    async 'sign-in.start'(request) {
      const accountId = await vault.signIn(request);
      // The first plays should not wait for the alarm; nor should the page wait for them.
      void sync.syncNow(accountId).catch(() => undefined);
      return { accountId };
    },
    async 'sign-in.cancel'() {
      await vault.cancelSignIn();
      return null;
    },

    async 'account.select'({ accountId }) {
      await selected.set(accountId);
      changed();
      return null;
    },
    async 'account.disconnect'({ accountId, deleteHistory }) {
      if (!deleteHistory) await former.remember(accountId);
      await vault.disconnect(accountId);
      await sync.forget(accountId);
      if (deleteHistory) await history.deleteAccount(accountId);
      changed();
      return null;
    },

    async 'former.delete'({ accountId }) {
      await former.deleteListening(accountId);
      changed();
      return null;
    },

    'token.get': ({ accountId }) => vault.getAccessToken(accountId),
    'token.state': ({ accountId }) => vault.state(accountId),
    'token.refresh': ({ accountId }) => vault.refreshNow(accountId),

    'sync.now': ({ accountId }) => sync.syncNow(accountId),

    'snapshot.get': ({ accountId }) => history.readSnapshot(accountId),
    'now-playing.get': ({ accountId }) => nowPlaying.get(accountId),

    async 'settings.set'(change) {
      const before = await settings.get();
      const after = await settings.update((now) => ({
        syncIntervalMinutes: change.syncIntervalMinutes ?? now.syncIntervalMinutes,
        memoryOnlyTokens: change.memoryOnlyTokens ?? now.memoryOnlyTokens,
        theme: change.theme ?? now.theme,
      }));
      if (after.syncIntervalMinutes !== before.syncIntervalMinutes) {
        await sync.schedule(after.syncIntervalMinutes);
      }
      if (after.memoryOnlyTokens !== before.memoryOnlyTokens) await vault.moveTokens();
      changed();
      return after;
    },

    'diagnostics.get': ({ accountId }) => diagnostics.get(accountId),
  };
}
