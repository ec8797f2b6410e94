import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import { createUnlockStore } from '../../../../lib/ui/passphrase/unlock-store.ts';
import { createFakeClient } from '../options/fake-client.ts';

function setUp() {
  const trouble = { error: null as Error | null };
  const answer = () => {
    if (trouble.error) throw trouble.error;
    return null;
  };
  const { client, asked } = createFakeClient({
    'passphrase.unlock': answer,
    'passphrase.forget': answer,
  });
  let reloads = 0;
  const reload = async () => void (reloads += 1);
  const store = createUnlockStore({ client, reload });
  return { store, asked, trouble, reloads: () => reloads };
}

describe('entering the passphrase', () => {
  test('asks once, looks again, and says that it is open', async () => {
    const { store, asked, reloads } = setUp();
    const first = store.unlock('correct horse');
    void store.unlock('correct horse');
    expect(store.phase.value).toEqual({ name: 'working' });
    await first;
    expect(asked).toEqual([
      { name: 'passphrase.unlock', request: { passphrase: 'correct horse' } },
    ]);
    expect(store.phase.value).toEqual({ name: 'done', how: 'unlocked' });
    expect(reloads()).toBe(1);
  });

  test('asks nobody without one', async () => {
    const { store, asked } = setUp();
    await store.unlock('');
    expect(asked).toEqual([]);
    expect(store.phase.value).toEqual({ name: 'idle' });
  });

  test('says each time anew that it was wrong', async () => {
    const { store, trouble } = setUp();
    trouble.error = new AppError('token/wrong-passphrase');
    await store.unlock('a');
    const first = store.phase.value;
    expect(first).toMatchObject({ name: 'failed', error: { code: 'token/wrong-passphrase' } });
    await store.unlock('b');
    expect(store.phase.value).not.toBe(first);
    trouble.error = null;
    await store.unlock('c');
    expect(store.phase.value).toMatchObject({ name: 'done' });
  });

  test('can be given up, and the word about it put away', async () => {
    const { store, asked } = setUp();
    await store.forget();
    expect(asked).toEqual([{ name: 'passphrase.forget', request: {} }]);
    expect(store.phase.value).toEqual({ name: 'done', how: 'forgotten' });
    store.dismiss();
    expect(store.phase.value).toEqual({ name: 'idle' });
  });
});
