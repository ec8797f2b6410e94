/** The stores of the options page, put together: everything its components read and call. */
import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { AccountId } from '../../domain/account.ts';
import { displayTimeZone } from '../../domain/display.ts';
import type { Client } from '../../messages/client.ts';
import type { OverviewStore } from '../overview-store.ts';
import { createAccountActions, type AccountActions } from './account-actions.ts';
import { createConnectFormStore, type ConnectFormStore } from './connect-form-store.ts';
import { createDeletionStore, type DeletionStore } from './deletion-store.ts';
import { createDisconnectStore, type DisconnectStore } from './disconnect-store.ts';
import type { RunImportTask } from '../import/import-client.ts';
import type { ImportJournal } from '../import/import-journal.ts';
import { createHistoryModel, type HistoryModel } from './history/history-model.ts';
import type { MadeFile } from '../import/import-protocol.ts';
import { createSampleStore, type SampleStore } from '../sample/sample-store.ts';
import { createPassphraseStore, type PassphraseStore } from '../passphrase/passphrase-store.ts';
import { createUnlockStore, type UnlockStore } from '../passphrase/unlock-store.ts';
import type { PageClock } from './page-clock.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { createSignInStore, type SignInStore } from './sign-in-store.ts';

export interface OptionsModel {
  overview: OverviewStore;
  clock: PageClock;
  signIn: SignInStore;
  connectForm: ConnectFormStore;
  /** Whether the guided section stands open although there is an account. */
  connectingAnother: Signal<boolean>;
  disconnect: DisconnectStore;
  former: DeletionStore;
  sample: SampleStore;
  settings: SettingsStore;
  history: HistoryModel;
  unlock: UnlockStore;
  passphrase: PassphraseStore;
  /** The notice of what was lost is not needed any more. */
  dismissLosses(): void;
  /**
   * Opens the sign-in window for an account that is still there, as soon as the background has named
   * its client ID. Never rejects: what comes of it is the phase of `signIn`.
   */
  reconnect(accountId: AccountId): Promise<void>;
  /** The same object for the same account, for as long as the page lives. */
  actionsOf(accountId: AccountId): AccountActions;
  /** Asks for access to Spotify's hosts; must be called in the course of a click. */
  requestHostAccess(): void;
}

interface OptionsModelOptions {
  client: Client;
  overview: OverviewStore;
  clock: PageClock;
  runImportTask: RunImportTask;
  importJournal: ImportJournal;
  saveFile: (file: MadeFile) => void;
  /** Shows the sample on the dashboard. */
  openSample: () => void;
  /** Called when listening is gone: what the popup paints first must not outlive it. */
  forgetFigures: () => void;
  requestHostAccess: () => Promise<boolean>;
  writeClipboard: (text: string) => Promise<void>;
}

export function createOptionsModel(options: OptionsModelOptions): OptionsModel {
  const { client, overview, clock, runImportTask, importJournal } = options;
  const { saveFile, openSample } = options;
  const { forgetFigures, requestHostAccess, writeClipboard } = options;
  const reload = () => overview.reload();
  const state = overview.overview;
  const actions = new Map<AccountId, AccountActions>();

  const proposed = computed(() => state.value?.proposedClientId ?? null);

  const connectingAnother = signal(false);
  const signIn = createSignInStore({
    client,
    reload,
    knownIds: () => state.value?.accounts.map(({ account }) => account.id) ?? [],
  });
  effect(() => {
    if (signIn.phase.value.name === 'done') connectingAnother.value = false;
  });

  const disconnect = createDisconnectStore({ client, reload });
  const former = createDeletionStore({ client, reload });
  const history = createHistoryModel({
    client,
    overview,
    run: runImportTask,
    save: saveFile,
    now: Date.now,
    journal: importJournal,
  });
  effect(() => {
    const endings = [disconnect.phase.value, former.phase.value, history.deletion.phase.value];
    if (endings.some(({ name }) => name === 'done')) forgetFigures();
  });

  function dismissLosses(): void {
    void client.ask('losses.dismiss', {}).then(reload, reload);
  }
  effect(() => {
    if (history.files.phase.value.name === 'restored') dismissLosses();
  });

  return {
    overview,
    clock,
    signIn,
    connectForm: createConnectFormStore({ proposed, suggested: suggestClientId(state, proposed) }),
    connectingAnother,
    disconnect,
    former,
    history,
    unlock: createUnlockStore({ client, reload }),
    passphrase: createPassphraseStore({ client, reload }),
    dismissLosses,
    sample: createSampleStore({
      client,
      run: runImportTask,
      timeZone: () => displayTimeZone(state.peek()?.settings ?? null),
      reload,
      onAdded: openSample,
      onRemoved: forgetFigures,
    }),
    settings: createSettingsStore({
      client,
      reload,
      stored: computed(() => state.value?.settings ?? null),
    }),
    async reconnect(accountId) {
      await reload();
      const known = state.value?.accounts.find(({ account }) => account.id === accountId);
      if (!known) return;
      await signIn.start({ clientId: known.account.clientId, renew: accountId });
    },
    actionsOf(accountId) {
      const known = actions.get(accountId);
      if (known) return known;
      const made = createAccountActions({ accountId, client, reload, writeClipboard });
      actions.set(accountId, made);
      return made;
    },
    requestHostAccess() {
      // Whatever the person answered, the overview knows it.
      void requestHostAccess().then(reload, reload);
    },
  };
}

/** One app at Spotify serves several people, so the client ID in use is the likeliest one. */
function suggestClientId(
  state: OverviewStore['overview'],
  proposed: ReadonlySignal<string | null>,
): ReadonlySignal<string | null> {
  return computed(() => state.value?.accounts[0]?.account.clientId ?? proposed.value);
}
