import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { IMPORTED_ACCOUNT_ID } from '../../../../../lib/domain/account-ids.ts';
import type { Overview } from '../../../../../lib/messages/contract.ts';
import { createHistoryModel } from '../../../../../lib/ui/options/history/history-model.ts';
import { accountView, NOW, overviewOf } from '../../fixtures.ts';
import { createMemoryJournal, createScriptedRun } from '../../import/scripted-run.ts';
import { createFakeClient } from '../fake-client.ts';

function setUp() {
  const state = signal<Overview | null>(null);
  const { run, asked } = createScriptedRun();
  const overview = {
    overview: state,
    loading: signal(false),
    error: signal(null),
    reload: async () => undefined,
  };
  const { client } = createFakeClient({});
  const model = createHistoryModel({
    client,
    overview,
    run,
    save: () => undefined,
    now: () => NOW,
    journal: createMemoryJournal().journal,
  });
  return { model, state, asked };
}

test('reads the receipts again whenever something has changed', () => {
  const { state, asked } = setUp();
  expect(asked).toEqual([]);
  state.value = overviewOf([]);
  state.value = overviewOf([accountView('ada')], { revision: 2 });
  expect(asked.map(({ task }) => task)).toEqual([
    { type: 'receipts', accountIds: [IMPORTED_ACCOUNT_ID] },
    { type: 'receipts', accountIds: ['ada', IMPORTED_ACCOUNT_ID] },
  ]);
});
