import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import { createDisconnectStore } from '../../../../lib/ui/options/disconnect-store.ts';
import { makeView } from './account-view.ts';
import { createFakeClient } from './fake-client.ts';

const { account } = makeView();

function setUp(options: { fails?: AppError } = {}) {
  const { client, asked } = createFakeClient({
    'account.disconnect': () => {
      if (options.fails) throw options.fails;
      return null;
    },
  });
  const store = createDisconnectStore({ client, reload: async () => undefined });
  return { store, asked };
}

describe('disconnecting', () => {
  test('asks first, and keeps the history unless told otherwise', async () => {
    const { store, asked } = setUp();
    store.open(account);
    expect(asked).toEqual([]);
    await store.confirm();
    expect(asked).toEqual([
      {
        name: 'account.disconnect',
        request: { accountId: account.id, deleteHistory: false },
      },
    ]);
    expect(store.phase.value).toEqual({ name: 'done', account, deletedHistory: false });
  });

  test('deletes the history when told to, but forgets that wish for the next account', async () => {
    const { store, asked } = setUp();
    store.open(account);
    store.setDeleteHistory(true);
    await store.confirm();
    expect(asked[0]?.request).toMatchObject({ deleteHistory: true });

    store.open({ ...account, id: 'ben' });
    expect(store.phase.value).toMatchObject({ name: 'asking', deleteHistory: false });
  });

  test('comes back with the error when it fails, the choice still as it was', async () => {
    const { store } = setUp({ fails: new AppError('history/unavailable') });
    store.open(account);
    store.setDeleteHistory(true);
    await store.confirm();
    expect(store.phase.value).toEqual({
      name: 'asking',
      account,
      deleteHistory: true,
      error: { code: 'history/unavailable', data: {} },
    });
  });

  test('cannot be closed half-way', async () => {
    const { store } = setUp();
    store.open(account);
    const confirmed = store.confirm();
    store.close();
    expect(store.phase.value.name).toBe('working');
    await confirmed;
    store.close();
    expect(store.phase.value.name).toBe('closed');
  });
});
