import { describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import type { AskView } from '../../../../lib/ui/dashboard/page.ts';
import { createSearchStore } from '../../../../lib/ui/dashboard/search/search-store.ts';
import type { SearchView } from '../../../../lib/views/search/contract.ts';

const part = (name: string) => ({
  entry: { name, artist: null, coverUrl: null, uri: null },
  plays: 1,
  playedMs: 1,
});
const NOTHING: SearchView = { artists: [], songs: [], albums: [] };
const FOUND: SearchView = {
  artists: [part('Ines')],
  songs: [part('Ode'), part('Salt')],
  albums: [],
};

function setUp(answers: Record<string, SearchView> = { i: FOUND }) {
  const ask = vi.fn(async (_: string, { typed }: { typed: string }) => ({
    scope: null,
    view: answers[typed] ?? NOTHING,
  }));
  const store = createSearchStore(() => ask as unknown as AskView);
  return { ask, store };
}

async function found(store: ReturnType<typeof setUp>['store'], typed = 'i') {
  store.type(typed);
  await vi.waitFor(() => expect(store.open.value).toBe(true));
}

describe('the search', () => {
  test('shows what was found by kind, and numbers it through', async () => {
    const { store } = setUp();
    await found(store);
    expect(
      store.groups.value.map(({ kind, begin, results }) => [kind, begin, results.length]),
    ).toEqual([
      ['artist', 0, 1],
      ['song', 1, 2],
    ]);
  });

  test('chooses the first result, or the one the arrows lead to, around the ends', async () => {
    const { store } = setUp();
    await found(store);
    expect(store.chosen()).toMatchObject({ kind: 'artist', entry: { name: 'Ines' } });
    expect(store.active.value).toBeNull();
    store.move(1);
    store.move(1);
    expect(store.chosen()).toMatchObject({ kind: 'song', entry: { name: 'Ode' } });
    store.move(1);
    store.move(1);
    expect(store.active.value).toBe(0);
    store.move(-1);
    expect(store.chosen()?.entry.name).toBe('Salt');
  });

  test('says when there is nothing', async () => {
    const { store } = setUp();
    await found(store, 'zzz');
    expect(store.nothing.value).toBe(true);
    expect(store.chosen()).toBeNull();
    store.move(1);
    expect(store.active.value).toBeNull();
  });

  test('keeps the last results while the next are on their way, and drops late ones', async () => {
    const { store, ask } = setUp();
    await found(store);
    const late = Promise.withResolvers<{ scope: null; view: SearchView }>();
    ask.mockImplementationOnce(() => late.promise);
    store.type('in');
    expect(store.groups.value).toHaveLength(2);
    expect(store.nothing.value).toBe(false);
    store.type('i');
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(3));
    late.resolve({ scope: null, view: NOTHING });
    await late.promise;
    expect(store.groups.value).toHaveLength(2);
  });

  test('closes without losing what was typed, and opens again with the arrows', async () => {
    const { store } = setUp();
    await found(store);
    store.close();
    expect([store.open.value, store.text.value]).toEqual([false, 'i']);
    store.move(1);
    expect([store.open.value, store.active.value]).toEqual([true, 0]);
    store.clear();
    expect([store.open.value, store.text.value, store.groups.value.length]).toEqual([false, '', 0]);
  });

  test('shows nothing for blanks, and only makes ready', async () => {
    const { store, ask } = setUp();
    store.prepare();
    store.type(' ');
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
    expect(store.open.value).toBe(false);
  });

  test('says what went wrong', async () => {
    const { store, ask } = setUp();
    ask.mockRejectedValueOnce(new AppError('history/unavailable'));
    await found(store);
    expect(store.error.value?.code).toBe('history/unavailable');
    store.type('i');
    await vi.waitFor(() => expect(store.error.value).toBeNull());
  });

  test('waits while there is no account', () => {
    const store = createSearchStore(() => null);
    store.type('i');
    expect(store.open.value).toBe(false);
  });
});
