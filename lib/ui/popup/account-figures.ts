/** The figures of the account in view: its snapshot, and what plays at this moment. */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { AccountId } from '../../domain/account.ts';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { PlayedSong, Snapshot } from '../../domain/snapshot.ts';
import type { Client } from '../../messages/client.ts';

export interface AccountFigures {
  /** Null when there is none yet; `undefined` while nobody has said. */
  snapshot: ReadonlySignal<Snapshot | null | undefined>;
  /** Null when nothing plays, or nobody could say. */
  playing: ReadonlySignal<PlayedSong | null>;
  error: ReadonlySignal<ErrorRecord | null>;
  /** Asks for the figures of an account; those of another one are gone at once. Never rejects. */
  show(id: AccountId): Promise<void>;
}

/** `initial` stands until the background has answered for its account. */
export function createAccountFigures(client: Client, initial: Snapshot | null): AccountFigures {
  const snapshot = signal<Snapshot | null | undefined>(initial ?? undefined);
  const playing = signal<PlayedSong | null>(null);
  const error = signal<ErrorRecord | null>(null);
  let shownId: AccountId | null = initial?.accountId ?? null;

  async function show(id: AccountId): Promise<void> {
    if (id !== shownId) {
      snapshot.value = undefined;
      playing.value = null;
    }
    shownId = id;
    const stillShown = () => id === shownId;

    async function askSnapshot(): Promise<void> {
      try {
        const answer = await client.ask('snapshot.get', { accountId: id });
        if (!stillShown()) return;
        snapshot.value = answer;
        error.value = null;
      } catch (thrown) {
        if (stillShown()) error.value = toErrorRecord(thrown);
      }
    }

    async function askPlaying(): Promise<void> {
      const answer = await client.ask('now-playing.get', { accountId: id }).catch(() => null);
      if (stillShown()) playing.value = answer;
    }

    await Promise.all([askSnapshot(), askPlaying()]);
  }

  return { snapshot, playing, error, show };
}
