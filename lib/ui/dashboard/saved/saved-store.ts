/** How reading playlists and liked songs from Spotify goes, for the account in view, and reading them again. */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { AccountId } from '../../../domain/account.ts';
import { type ErrorRecord, toErrorRecord } from '../../../domain/app-error.ts';
import type { SavedState } from '../../../domain/saved-state.ts';
import type { Client } from '../../../messages/client.ts';

export interface SavedStore {
  /** Of the account followed; null before the background has answered, and without one. */
  state: ReadonlySignal<SavedState | null>;
  /** A person has asked to read again, and that goes on. */
  refreshing: ReadonlySignal<boolean>;
  /** Why the background could not be asked, or reading again failed; null when it did not. */
  error: ReadonlySignal<ErrorRecord | null>;
  /**
   * Asks how it goes, and goes on asking while something is read. Null: nobody's lists are in view
   * any more. Never rejects.
   */
  follow: (accountId: AccountId | null) => Promise<void>;
  /** Reads all again, however fresh it is; joins a reading under way. Never rejects. */
  refresh: () => Promise<void>;
}

interface SavedStoreOptions {
  client: Client;
  /** Resolves when it is time to ask again. */
  wait: () => Promise<void>;
}

export function createSavedStore({ client, wait }: SavedStoreOptions): SavedStore {
  const state = signal<SavedState | null>(null);
  const refreshing = signal(false);
  const error = signal<ErrorRecord | null>(null);
  let followed: AccountId | null = null;
  let question = 0;

  async function follow(accountId: AccountId | null): Promise<void> {
    question += 1;
    const mine = question;
    if (followed !== accountId) {
      followed = accountId;
      state.value = null;
      error.value = null;
    }
    if (accountId === null) return;
    try {
      const answer = await client.ask('saved.state', { accountId });
      if (mine !== question) return;
      state.value = answer;
      if (!answer.reading) return;
      await wait();
      if (mine === question) await follow(accountId);
    } catch (thrown) {
      if (mine === question) error.value = toErrorRecord(thrown);
    }
  }

  async function refresh(): Promise<void> {
    const accountId = followed;
    if (accountId === null || refreshing.value) return;
    refreshing.value = true;
    error.value = null;
    let failure: ErrorRecord | null = null;
    try {
      await client.ask('saved.refresh', { accountId });
    } catch (thrown) {
      failure = toErrorRecord(thrown);
    }
    refreshing.value = false;
    if (followed !== accountId) return;
    await follow(accountId);
    if (failure && followed === accountId) error.value = failure;
  }

  return { state, refreshing, error, follow, refresh };
}
