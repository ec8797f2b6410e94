import { signal } from '@preact/signals-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import type { Client } from '../../../../lib/messages/client.ts';
import type { MessageName, Overview } from '../../../../lib/messages/contract.ts';
import { createOverviewStore } from '../../../../lib/ui/overview-store.ts';
import { createPopupStore } from '../../../../lib/ui/popup/popup-store.ts';
import type { Remembered } from '../../../../lib/ui/popup/remembered.ts';
import { speakEnglish } from '../english.ts';
import { accountView, HOUR_MS, NOW, overviewOf, playedSong, snapshotOf } from '../fixtures.ts';

beforeAll(() => speakEnglish());

type Answer = (request: { accountId?: string }) => unknown;

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A popup over a background that answers from a table the test may change. */
function setUp(
  answers: Partial<Record<MessageName, Answer>>,
  remembered: Remembered | null = null,
) {
  const ask = vi.fn(async (name: MessageName, request: { accountId?: string }) => {
    const answer = answers[name];
    if (!answer) return null;
    return answer(request);
  });
  const client = { ask } as unknown as Client;
  const listeners: ((revision: number) => void)[] = [];
  const overview = createOverviewStore({
    client,
    onRevision: (listener) => void listeners.push(listener),
  });
  const clock = signal(NOW);
  const store = createPopupStore({
    client,
    overview,
    remembered,
    online: true,
    now: () => clock.peek(),
  });
  const notify = (revision: number) => listeners.forEach((listener) => listener(revision));
  const asked = (name: MessageName) => ask.mock.calls.filter(([given]) => given === name).length;
  return { store, answers, notify, asked, clock, ask };
}

function background(overview: Overview): Partial<Record<MessageName, Answer>> {
  return {
    'overview.get': () => overview,
    'snapshot.get': ({ accountId }) => snapshotOf(accountId),
    'now-playing.get': () => null,
  };
}

function remembering(changes: Partial<Remembered> = {}): Remembered {
  return {
    version: 1,
    accounts: [{ id: 'ada', name: 'Listener ada' }],
    selectedId: 'ada',
    lastSyncAt: NOW - 3_600_000,
    trouble: null,
    range: 'this-year',
    snapshot: snapshotOf('ada', { streams: 1000 }),
    ...changes,
  };
}

describe('the popup at first', () => {
  it('is loading when nothing is remembered', () => {
    const { store } = setUp({});
    expect(store.model.value.stage).toBe('loading');
  });

  it('shows what is remembered before anything is asked', () => {
    const { store, ask } = setUp({}, remembering());
    expect(ask).not.toHaveBeenCalled();
    expect(store.model.value).toMatchObject({
      stage: 'account',
      selectedId: 'ada',
      range: 'this-year',
      lastSyncAt: NOW - 3_600_000,
    });
    expect(store.model.value.snapshot?.streams).toBe(1000);
  });

  it('fails plainly when nothing is remembered and nobody answers', async () => {
    const { store } = setUp({
      'overview.get': () => {
        throw new AppError('message/unreachable');
      },
    });
    await store.start();
    expect(store.model.value.stage).toBe('failed');
    expect(store.model.value.trouble?.error?.code).toBe('message/unreachable');
  });
});

describe('the popup with a background', () => {
  it('welcomes when there is no account, and forgets what it remembered', async () => {
    const { store } = setUp(background(overviewOf([])), remembering());
    await store.start();
    await settle();
    expect(store.model.value.stage).toBe('welcome');
    expect(store.toRemember.value).toBeNull();
  });

  it('shows imported listening and the sample by themselves, and asks for no sync of them', async () => {
    const imported = { accountId: 'ostinato:imported', streams: 3, since: NOW };
    const sample = { accountId: 'ostinato:sample', streams: 5, since: NOW };
    const selectedId = sample.accountId;
    const overview = overviewOf([], { imported, sample, selectedId });
    const { store, ask } = setUp(background(overview));
    await store.start();
    await settle();
    expect(store.model.value).toMatchObject({
      stage: 'account',
      kind: 'sample',
      range: '7-days',
      trouble: null,
      accounts: [{ id: imported.accountId }, { id: sample.accountId }],
    });
    expect(store.toRemember.value).toMatchObject({ selectedId, lastSyncAt: null });
    await store.removeSample();
    expect(ask).toHaveBeenCalledWith('listening.delete', { accountId: sample.accountId });

    await store.selectAccount(imported.accountId);
    expect(store.model.value).toMatchObject({ kind: 'imported', range: 'all-time' });
  });

  it('replaces remembered figures by fresh ones', async () => {
    const { store } = setUp(background(overviewOf([accountView()])), remembering());
    await store.start();
    await settle();
    expect(store.model.value.snapshot?.streams).toBe(1234);
    expect(store.model.value.lastSyncAt).toBe(accountView().sync.last?.at);
    expect(store.toRemember.value).toMatchObject({ selectedId: 'ada', range: 'this-year' });
  });

  it('says that an account is empty when it has no snapshot', async () => {
    const answers = { ...background(overviewOf([accountView()])), 'snapshot.get': () => null };
    const { store } = setUp(answers);
    expect(store.model.value.empty).toBe(false);
    await store.start();
    await settle();
    expect(store.model.value.empty).toBe(true);
  });

  it('tells figures of an earlier day from today’s, by the calendar', async () => {
    const { store, clock } = setUp(background(overviewOf([accountView()])));
    await store.start();
    await settle();
    expect(store.model.value.outdatedAt).toBeNull();
    clock.value = NOW + 12 * HOUR_MS;
    store.tick();
    expect(store.model.value.outdatedAt).toBe(snapshotOf().computedAt);
  });

  it('is not offline because access was taken back', async () => {
    const error = { code: 'api/offline', data: {} } as const;
    const view = accountView();
    const failing = { ...view, sync: { ...view.sync, lastError: { at: NOW, error } } };
    const online = async (hostAccess: boolean) => {
      const { store } = setUp(background(overviewOf([failing], { hostAccess })));
      await store.start();
      return store.model.value.online;
    };
    expect(await online(true)).toBe(false);
    expect(await online(false)).toBe(true);
  });

  it('shows what plays now, else what was played last', async () => {
    const answers = background(overviewOf([accountView()]));
    const { store, notify } = setUp(answers);
    await store.start();
    await settle();
    expect(store.model.value).toMatchObject({ playing: false, song: { title: 'Lanterns' } });
    answers['now-playing.get'] = () => playedSong({ title: 'Slow Ferry' });
    answers['overview.get'] = () => overviewOf([accountView()], { revision: 2 });
    notify(2);
    await settle();
    expect(store.model.value).toMatchObject({ playing: true, song: { title: 'Slow Ferry' } });
  });

  it('never shows the figures of one account under the name of another', async () => {
    const pending = Promise.withResolvers<unknown>();
    const answers = background(overviewOf([accountView('ada'), accountView('ben')]));
    const { store } = setUp(answers);
    await store.start();
    await settle();
    answers['snapshot.get'] = () => pending.promise;
    void store.selectAccount('ben');
    await settle();
    expect(store.model.value).toMatchObject({ selectedId: 'ben', snapshot: undefined, song: null });
    pending.resolve(snapshotOf('ben'));
    await settle();
    expect(store.model.value.snapshot?.accountId).toBe('ben');
  });

  it('ignores an answer that comes after another account was chosen', async () => {
    const late = Promise.withResolvers<unknown>();
    const answers = background(overviewOf([accountView('ada'), accountView('ben')]));
    answers['snapshot.get'] = ({ accountId }) =>
      accountId === 'ada' ? late.promise : snapshotOf(accountId);
    const { store } = setUp(answers);
    await store.start();
    await store.selectAccount('ben');
    await settle();
    late.resolve(snapshotOf('ada'));
    await settle();
    expect(store.model.value.snapshot?.accountId).toBe('ben');
  });

  it('shows another account when the chosen one is gone', async () => {
    const { store } = setUp(
      background(overviewOf([accountView('ben')])),
      remembering({ selectedId: 'ada' }),
    );
    await store.start();
    await settle();
    expect(store.model.value.selectedId).toBe('ben');
    expect(store.model.value.snapshot?.accountId).toBe('ben');
  });
});

describe('actions of the popup', () => {
  it('collects for the account in view, one sync at a time', async () => {
    const pending = Promise.withResolvers<unknown>();
    const answers = background(overviewOf([accountView()]));
    answers['sync.now'] = () => pending.promise;
    const { store, asked } = setUp(answers);
    await store.start();
    const first = store.syncNow();
    void store.syncNow();
    expect(store.model.value.syncing).toBe(true);
    expect(asked('sync.now')).toBe(1);
    pending.resolve({});
    await first;
    expect(store.model.value.syncing).toBe(false);
  });

  it('shows why a sync failed, until the next one works', async () => {
    const answers = background(overviewOf([accountView()]));
    answers['sync.now'] = () => {
      throw new AppError('api/unavailable');
    };
    const { store } = setUp(answers);
    await store.start();
    await store.syncNow();
    expect(store.model.value.trouble?.error?.code).toBe('api/unavailable');
    answers['sync.now'] = () => ({});
    await store.syncNow();
    expect(store.model.value.trouble).toBeNull();
  });

  it('remembers the range that was chosen', async () => {
    const { store } = setUp(background(overviewOf([accountView()])));
    await store.start();
    await settle();
    store.selectRange('today');
    expect(store.toRemember.value?.range).toBe('today');
  });

  it('moves its clock on when told', () => {
    const { store, clock } = setUp({});
    clock.value = NOW + 60_000;
    expect(store.model.value.now).toBe(NOW);
    store.tick();
    expect(store.model.value.now).toBe(NOW + 60_000);
  });
});

describe('a popup over locked sign-ins', () => {
  const lockedAda = accountView('ada', { token: { ...accountView().token, status: 'locked' } });

  it('asks for the passphrase, whatever else fails of it, and goes on once it is entered', async () => {
    const locked = overviewOf([lockedAda], { passphrase: 'locked' });
    const answers = background(locked);
    answers['sync.now'] = () => {
      throw new AppError('token/locked');
    };
    answers['passphrase.unlock'] = () => {
      throw new AppError('token/wrong-passphrase');
    };
    const { store, ask } = setUp(answers);
    await store.start();
    await store.syncNow();
    expect(store.model.value.trouble?.name).toBe('locked');
    await store.unlock('wrong');
    expect(store.model.value).toMatchObject({
      trouble: { name: 'locked' },
      unlock: { name: 'failed', error: { code: 'token/wrong-passphrase' } },
    });
    answers['passphrase.unlock'] = () => null;
    answers['overview.get'] = () => overviewOf([accountView()], { passphrase: 'unlocked' });
    await store.unlock('right');
    expect(ask).toHaveBeenCalledWith('passphrase.unlock', { passphrase: 'right' });
    expect(store.model.value.trouble?.name).not.toBe('locked');
    expect(store.model.value.unlock).toEqual({ name: 'done', how: 'unlocked' });
  });
});
