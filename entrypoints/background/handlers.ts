/** What each message does: every name of the contract, tied to the part that does the work. */
import { keepAlive } from '../../lib/platform/keep-alive.ts';
import type { Handlers } from '../../lib/messages/router.ts';
import { createAccountActions } from './account-actions.ts';
import { createSettingsChange } from './change-settings.ts';
import { createDiagnostics } from './diagnostics.ts';
import { createOverview } from './overview.ts';
import { createPassphraseActions } from './passphrase-actions.ts';
import type { Parts } from './parts.ts';

export function createHandlers(parts: Parts): Handlers {
  const { vault, saved, enrichment, history, selected, nowPlaying, snapshots, losses, changed } =
    parts;
  const accounts = createAccountActions(parts);
  const changeSettings = createSettingsChange(parts);
  const overview = createOverview(parts);
  const diagnostics = createDiagnostics(parts);

  return {
    'overview.get': () => overview.get(),

    async 'sign-in.start'(request) {
      return { accountId: await accounts.signIn(request) };
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
      await accounts.disconnect(accountId, deleteHistory);
      return null;
    },

    async 'listening.delete'({ accountId }) {
      await accounts.deleteListening(accountId);
      return null;
    },

    'token.get': ({ accountId }) => vault.getAccessToken(accountId),
    'token.state': ({ accountId }) => vault.state(accountId),
    'token.refresh': ({ accountId }) => vault.refreshNow(accountId),

    'sync.now': ({ accountId }) => accounts.syncNow(accountId),

    'saved.refresh': ({ accountId }) => saved.refreshNow(accountId),
    'saved.state': ({ accountId }) => saved.state(accountId),

    async 'history.changed'({ accountId }) {
      await snapshots.rewrite(accountId, null, { changed: true });
      await enrichment.replan(accountId);
      changed();
      return null;
    },

    async 'details.want'({ accountId, uris }) {
      await enrichment.want(accountId, uris);
      return null;
    },

    'snapshot.get': ({ accountId }) => history.readSnapshot(accountId),
    'now-playing.get': ({ accountId }) => nowPlaying.get(accountId),

    'settings.set': (change) => changeSettings(change),

    async 'losses.dismiss'() {
      await losses.dismiss();
      return null;
    },

    ...createPassphraseActions({ ...parts, keepAlive }),

    'diagnostics.get': ({ accountId }) => diagnostics.get(accountId),
  };
}
