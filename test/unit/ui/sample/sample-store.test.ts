import { expect, test } from 'vitest';
import { SAMPLE_ACCOUNT_ID } from '../../../../lib/domain/account-ids.ts';
import { AppError } from '../../../../lib/domain/app-error.ts';
import { createSampleStore } from '../../../../lib/ui/sample/sample-store.ts';
import { createScriptedRun } from '../import/scripted-run.ts';
import { createFakeClient } from '../options/fake-client.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

function setUp({ deletes = () => null }: { deletes?: () => null } = {}) {
  const seen: string[] = [];
  const { client, asked: messages } = createFakeClient({
    'history.changed': () => Promise.reject(new AppError('message/unreachable')),
    'listening.delete': deletes,
  });
  const { run, asked } = createScriptedRun();
  const store = createSampleStore({
    client,
    run,
    timeZone: () => 'Asia/Tokyo',
    reload: async () => void seen.push('reload'),
    onAdded: () => seen.push('added'),
    onRemoved: () => seen.push('removed'),
  });
  return { store, asked, messages, seen };
}

test('is made by the worker, and opened although the background could not be told', async () => {
  const { store, asked, messages, seen } = setUp();
  const done = store.add();
  expect(store.phase.value).toEqual({ name: 'making' });
  await store.add();
  expect(asked.map(({ task }) => task)).toEqual([{ type: 'sample', timeZone: 'Asia/Tokyo' }]);
  asked[0]?.answer(null);
  await done;
  expect(messages.map(({ name }) => name)).toEqual(['history.changed']);
  expect(seen).toEqual(['added', 'reload']);
  expect(store.phase.value).toEqual({ name: 'idle' });
});

test('is not opened when it could not be made', async () => {
  const { store, asked, seen } = setUp();
  const done = store.add();
  asked[0]?.fail(new AppError('history/quota'));
  await done;
  expect(seen).toEqual([]);
  expect(store.phase.value).toMatchObject({ name: 'failed', error: { code: 'history/quota' } });
});

test('goes without a question', async () => {
  const { store, messages, seen } = setUp();
  const done = store.remove();
  expect(store.phase.value).toEqual({ name: 'removing' });
  await done;
  await settle();
  expect(messages).toEqual([
    { name: 'listening.delete', request: { accountId: SAMPLE_ACCOUNT_ID } },
  ]);
  expect(seen).toEqual(['removed', 'reload']);
  expect(store.phase.value).toEqual({ name: 'removed' });
});

test('says why it could not go', async () => {
  const { store, seen } = setUp({
    deletes: () => {
      throw new AppError('history/unavailable');
    },
  });
  await store.remove();
  expect(store.phase.value).toMatchObject({ name: 'failed' });
  expect(seen).toEqual([]);
});
