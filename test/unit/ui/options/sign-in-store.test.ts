import { describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import { createSignInStore } from '../../../../lib/ui/options/sign-in-store.ts';
import { createFakeClient } from './fake-client.ts';

const REQUEST = { clientId: '0123456789abcdef0123456789abcdef', renew: null };

function setUp(options: { knownIds?: string[] } = {}) {
  const window = Promise.withResolvers<{ accountId: string }>();
  const reload = vi.fn(async () => undefined);
  const { client, asked } = createFakeClient({
    'sign-in.start': () => window.promise,
    'sign-in.cancel': () => {
      window.promise.catch(() => undefined);
      window.reject(new AppError('oauth/cancelled'));
      return null;
    },
  });
  const store = createSignInStore({ client, knownIds: () => options.knownIds ?? [], reload });
  return { store, asked, window, reload };
}

describe('a sign-in', () => {
  test('waits for the window, then knows the new account', async () => {
    const { store, window, reload } = setUp();
    const started = store.start(REQUEST);
    expect(store.phase.value).toEqual({ name: 'waiting', renew: null, cancelling: false });

    window.resolve({ accountId: 'ada' });
    await started;
    expect(store.phase.value).toEqual({
      name: 'done',
      renew: null,
      accountId: 'ada',
      wasKnown: false,
    });
    expect(reload).toHaveBeenCalledOnce();
  });

  test('tells an account that was renewed from one that is new', async () => {
    const { store, window } = setUp({ knownIds: ['ada'] });
    window.resolve({ accountId: 'ada' });
    await store.start(REQUEST);
    expect(store.phase.value).toMatchObject({ name: 'done', wasKnown: true });
  });

  test('keeps the failure and which account it was for', async () => {
    const { store, window } = setUp();
    window.reject(new AppError('oauth/other-account'));
    await store.start({ ...REQUEST, renew: 'ada' });
    expect(store.phase.value).toEqual({
      name: 'failed',
      renew: 'ada',
      error: { code: 'oauth/other-account', data: {} },
    });
  });

  test('has woken the background, which tidies up, before it says that one died', async () => {
    const { store, window, reload } = setUp();
    const woken = Promise.withResolvers<undefined>();
    reload.mockReturnValue(woken.promise);
    window.reject(new AppError('message/unreachable'));
    const started = store.start(REQUEST);
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
    expect(store.phase.value.name).toBe('waiting');
    woken.resolve(undefined);
    await started;
    expect(store.phase.value.name).toBe('failed');
  });

  test('calls a background that falls silent an interrupted sign-in', async () => {
    const { store, window } = setUp();
    window.reject(new AppError('message/unreachable'));
    await store.start(REQUEST);
    expect(store.phase.value).toMatchObject({ error: { code: 'oauth/interrupted' } });
  });

  test('opens one window, however often the button is clicked', async () => {
    const { store, asked, window } = setUp();
    const first = store.start(REQUEST);
    await store.start(REQUEST);
    expect(asked.filter(({ name }) => name === 'sign-in.start')).toHaveLength(1);
    window.resolve({ accountId: 'ada' });
    await first;
  });

  test('can be cancelled, and says so until that is read', async () => {
    const { store, asked } = setUp();
    const started = store.start(REQUEST);
    const cancelled = store.cancel();
    expect(store.phase.value).toMatchObject({ name: 'waiting', cancelling: true });
    await Promise.all([started, cancelled]);
    expect(asked.map(({ name }) => name)).toEqual(['sign-in.start', 'sign-in.cancel']);
    expect(store.phase.value).toMatchObject({ error: { code: 'oauth/cancelled' } });

    store.dismiss();
    expect(store.phase.value).toEqual({ name: 'idle' });
  });

  test('cannot be dismissed while its window is open', () => {
    const { store } = setUp();
    void store.start(REQUEST);
    store.dismiss();
    expect(store.phase.value.name).toBe('waiting');
  });
});

test('closes a window that another page opened', async () => {
  const { store, asked, reload } = setUp();
  await store.cancel();
  expect(asked).toEqual([{ name: 'sign-in.cancel', request: {} }]);
  expect(reload).toHaveBeenCalledOnce();
  expect(store.phase.value).toEqual({ name: 'idle' });
});
