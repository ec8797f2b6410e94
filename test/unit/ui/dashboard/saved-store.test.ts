import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import type { SavedState } from '../../../../lib/domain/saved-state.ts';
import { createSavedStore } from '../../../../lib/ui/dashboard/saved/saved-store.ts';
import { readingLine, savedLine } from '../../../../lib/ui/dashboard/saved/saved-words.ts';
import { speakEnglish } from '../english.ts';
import { createFakeClient } from '../options/fake-client.ts';

const NOON = Date.UTC(2026, 10, 21, 11);
const READ: SavedState = {
  playlistsAt: NOON - 3_600_000,
  playlists: 12,
  refused: 0,
  unread: 0,
  libraryAt: NOON - 86_400_000,
  songs: 1204,
  reading: null,
  lastError: null,
};
const READING: SavedState = { ...READ, reading: { what: 'library', done: 400, total: 1204 } };

/** Answers each question about the state with the next of these, the last one for ever. */
function setUp(states: SavedState[], refresh: () => Promise<SavedState> = async () => READ) {
  const { client, asked } = createFakeClient({
    'saved.state': () => (states.length > 1 ? states.shift()! : states[0]!),
    'saved.refresh': refresh,
  });
  let waits = 0;
  const store = createSavedStore({
    client,
    wait: async () => {
      waits += 1;
    },
  });
  return { store, asked, waits: () => waits };
}

describe('following an account’s lists', () => {
  it('asks again while something is read, and then no more', async () => {
    const { store, asked, waits } = setUp([READING, READING, READ]);
    await store.follow('ada');
    expect([asked.length, waits(), store.state.value]).toEqual([3, 2, READ]);
  });

  it('shows nothing of the account before', async () => {
    const { store } = setUp([READ]);
    await store.follow('ada');
    const next = store.follow('ben');
    expect(store.state.value).toBeNull();
    await next;
    await store.follow(null);
    expect(store.state.value).toBeNull();
  });

  it('says why the background could not be asked', async () => {
    const { client } = createFakeClient({});
    const store = createSavedStore({ client, wait: async () => undefined });
    await store.follow('ada');
    expect(store.error.value?.code).toBe('message/unknown');
  });
});

describe('reading them again', () => {
  it('is asked for once, for the account in view, and its outcome is shown', async () => {
    const { promise, resolve } = Promise.withResolvers<SavedState>();
    const { store, asked } = setUp([{ ...READ, songs: 1 }, READ], () => promise);
    await store.refresh();
    expect(asked).toEqual([]);
    await store.follow('ada');
    const first = store.refresh();
    await store.refresh();
    expect(store.refreshing.value).toBe(true);
    resolve(READ);
    await first;
    expect(asked.filter(({ name }) => name === 'saved.refresh')).toEqual([
      { name: 'saved.refresh', request: { accountId: 'ada' } },
    ]);
    expect([store.refreshing.value, store.state.value?.songs]).toEqual([false, 1204]);
  });

  it('tells of its failure beside what is known', async () => {
    const { store } = setUp([READ], async () => {
      throw new AppError('api/forbidden');
    });
    await store.follow('ada');
    await store.refresh();
    expect([store.error.value?.code, store.state.value]).toEqual(['api/forbidden', READ]);
  });

  it('keeps the failure from the account that came into view meanwhile', async () => {
    const { promise, reject } = Promise.withResolvers<SavedState>();
    const { store } = setUp([READ], () => promise);
    await store.follow('ada');
    const refreshed = store.refresh();
    await store.follow('ben');
    reject(new AppError('api/offline'));
    await refreshed;
    expect(store.error.value).toBeNull();
  });
});

describe('the words', () => {
  beforeEach(() => speakEnglish());

  it('say since when what is known, by the clock of the zone', () => {
    expect(savedLine(READ, NOON, 'Europe/Berlin')).toMatch(
      /^12 playlists, read at 11:00 · 1,204 liked songs, read at .*2026.*12:00/u,
    );
  });

  it('say what is missing', () => {
    const state = { ...READ, libraryAt: null, unread: 3, refused: 1 };
    expect(savedLine(state, NOON, 'Europe/Berlin').split(' · ').slice(1)).toEqual([
      'Liked songs not read from Spotify yet',
      '3 still to be read',
      '1 that Spotify does not open to you',
    ]);
  });

  it('say how far reading is, or what is asked for while that is not known', () => {
    expect(readingLine({ what: 'library', done: 400, total: 1204 })).toBe(
      'Reading liked songs: 400 of 1,204',
    );
    expect(readingLine({ what: 'playlists', done: 0, total: null })).toBe(
      'Asking which playlists there are',
    );
  });
});
