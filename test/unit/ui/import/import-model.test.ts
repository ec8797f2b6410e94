import { computed, signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { IMPORTED_ACCOUNT_ID, SAMPLE_ACCOUNT_ID } from '../../../../lib/domain/account-ids.ts';
import { AppError } from '../../../../lib/domain/app-error.ts';
import type { Overview } from '../../../../lib/messages/contract.ts';
import { createImportModel } from '../../../../lib/ui/import/import-model.ts';
import { accountView, NOW, overviewOf } from '../fixtures.ts';
import { createFakeClient } from '../options/fake-client.ts';
import { createMemoryJournal, createScriptedRun, receiptOf } from './scripted-run.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

function setUp(first: Overview | null) {
  const state = signal(first);
  let reloads = 0;
  const reload = async () => void (reloads += 1);
  const { client, asked: messages } = createFakeClient({
    'history.changed': () => Promise.reject(new AppError('message/unreachable')),
  });
  const { run, asked } = createScriptedRun();
  const overview = { overview: state, loading: signal(false), error: signal(null), reload };
  const { journal } = createMemoryJournal();
  const inView = computed(() => state.value?.selectedId ?? null);
  const model = createImportModel({ client, overview, run, inView, now: () => NOW, journal });
  return { model, state, asked, messages, reloads: () => reloads };
}

test('is for the account in view, for somebody else when chosen, for nobody without one', () => {
  const { model, state } = setUp(null);
  expect(model.targetId.value).toBe(IMPORTED_ACCOUNT_ID);
  const { account } = accountView('gone');
  const former = [{ account, streams: 12, since: NOW }];
  const accounts = [accountView('ada'), accountView('ben')];
  state.value = overviewOf(accounts, { former, selectedId: 'ben' });
  expect(model.targetId.value).toBe('ben');
  expect(model.targets.value.map(({ id }) => id)).toEqual([
    'ada',
    'ben',
    'gone',
    IMPORTED_ACCOUNT_ID,
  ]);
  model.chosenId.value = 'gone';
  expect(model.targetId.value).toBe('gone');
  state.value = overviewOf(accounts, { selectedId: 'ben' });
  expect(model.targetId.value).toBe('ben');
});

test('is never for a sample, though it be in view', () => {
  const { model, state } = setUp(null);
  const sample = { accountId: SAMPLE_ACCOUNT_ID, streams: 5, since: NOW };
  const inView = { sample, selectedId: SAMPLE_ACCOUNT_ID };
  state.value = overviewOf([], inView);
  expect(model.targetId.value).toBe(IMPORTED_ACCOUNT_ID);
  state.value = overviewOf([accountView('ada')], inView);
  expect(model.targetId.value).toBe('ada');
  expect(model.targets.value.map(({ id }) => id)).toEqual(['ada', IMPORTED_ACCOUNT_ID]);
});

test('is done although the background could not be told', async () => {
  const { model, asked, messages, reloads } = setUp(null);
  const done = model.imports.start('ada', async () => []);
  await settle();
  asked[0]?.answer(receiptOf('one'));
  await done;
  expect(model.imports.phase.value.name).toBe('done');
  expect(messages).toEqual([{ name: 'history.changed', request: { accountId: 'ada' } }]);
  expect(reloads()).toBe(1);
});
