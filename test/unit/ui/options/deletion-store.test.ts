import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import { createDeletionStore } from '../../../../lib/ui/options/deletion-store.ts';
import { createFakeClient } from './fake-client.ts';

function setUp(fails?: AppError) {
  let reloads = 0;
  const { client, asked } = createFakeClient({
    'listening.delete': () => {
      if (fails) throw fails;
      return null;
    },
  });
  const store = createDeletionStore({
    client,
    reload: () => {
      reloads += 1;
      return Promise.resolve();
    },
  });
  return { store, asked, reloads: () => reloads };
}

describe('deleting kept listening', () => {
  test('asks before it deletes anything', async () => {
    const { store, asked } = setUp();
    await store.confirm();
    store.ask('a');
    store.cancel();
    await store.confirm();
    expect(asked).toEqual([]);
    expect(store.phase.value).toEqual({ name: 'idle' });
  });

  test('deletes the one account that was asked about, and looks again', async () => {
    const { store, asked, reloads } = setUp();
    store.ask('a');
    store.ask('b');
    const done = store.confirm();
    store.ask('c');
    store.cancel();
    expect(store.phase.value).toEqual({ name: 'working', accountId: 'b' });
    await done;
    expect(asked).toEqual([{ name: 'listening.delete', request: { accountId: 'b' } }]);
    expect(store.phase.value).toEqual({ name: 'done', accountId: 'b' });
    expect(reloads()).toBe(1);
  });

  test('says why it failed, and can be tried again', async () => {
    const { store, reloads } = setUp(new AppError('history/unavailable'));
    store.ask('a');
    await store.confirm();
    expect(store.phase.value).toMatchObject({
      name: 'asking',
      accountId: 'a',
      error: { code: 'history/unavailable' },
    });
    expect(reloads()).toBe(0);
  });
});
