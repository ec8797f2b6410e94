import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import { createReceiptsStore } from '../../../../lib/ui/import/receipts-store.ts';
import { createScriptedRun, receiptOf } from './scripted-run.ts';

async function setUp() {
  const changed: string[] = [];
  const { run, asked } = createScriptedRun();
  const store = createReceiptsStore({
    run,
    changed: async (accountId) => void changed.push(accountId),
  });
  const loaded = store.load(['ada', 'ben']);
  asked[0]?.answer([
    { accountId: 'ben', receipt: receiptOf('two') },
    { accountId: 'ada', receipt: receiptOf('one') },
  ]);
  await loaded;
  return { store, asked, changed };
}

describe('the receipts', () => {
  test('are those of all accounts asked about', async () => {
    const { store, asked } = await setUp();
    expect(asked[0]?.task).toEqual({ type: 'receipts', accountIds: ['ada', 'ben'] });
    expect(store.receipts.value?.map(({ receipt }) => receipt.importId)).toEqual(['two', 'one']);
  });

  test('stay in view, with the reason, when they cannot be read again', async () => {
    const { store, asked } = await setUp();
    const again = store.load(['ada']);
    asked[1]?.fail(new AppError('history/unavailable'));
    await again;
    expect(store.receipts.value).toHaveLength(2);
    expect(store.error.value).toMatchObject({ code: 'history/unavailable' });
  });

  test('keep to the last question when answers come late', async () => {
    const { store, asked } = await setUp();
    const [early, late] = [store.load(['ada']), store.load(['ben'])];
    asked[2]?.answer([]);
    await late;
    asked[1]?.answer([{ accountId: 'ada', receipt: receiptOf('one') }]);
    await early;
    expect(store.receipts.value).toEqual([]);
  });
});

describe('undoing an import', () => {
  test('asks before it takes anything out', async () => {
    const { store, asked } = await setUp();
    await store.confirm();
    store.ask('one');
    store.keep();
    await store.confirm();
    expect(asked).toHaveLength(1);
    expect(store.undo.value).toEqual({ name: 'idle' });
  });

  test('takes out the one asked about, from the history it is in', async () => {
    const { store, asked, changed } = await setUp();
    store.ask('two');
    const done = store.confirm();
    store.ask('one');
    store.keep();
    expect(store.undo.value).toEqual({ name: 'working', importId: 'two' });
    expect(asked[1]?.task).toEqual({ type: 'undo', accountId: 'ben', importId: 'two' });
    asked[1]?.answer(null);
    await done;
    expect(store.receipts.value?.map(({ receipt }) => receipt.importId)).toEqual(['one']);
    expect(changed).toEqual(['ben']);
    expect(store.undo.value).toEqual({ name: 'done' });
  });

  test('says why it failed, and can be tried again', async () => {
    const { store, asked, changed } = await setUp();
    store.ask('one');
    const done = store.confirm();
    asked[1]?.fail(new AppError('history/quota'));
    await done;
    expect(store.undo.value).toMatchObject({ name: 'asking', error: { code: 'history/quota' } });
    expect(store.receipts.value).toHaveLength(2);
    expect(changed).toEqual([]);
  });
});
