import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import { createImportStore } from '../../../../lib/ui/import/import-store.ts';
import { createMemoryJournal, createScriptedRun, progressOf, receiptOf } from './scripted-run.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));
const zip = { name: 'my_spotify_data.zip', blob: new Blob(['x']) };

function setUp() {
  const clock = { now: 0 };
  const changed: string[] = [];
  const { run, asked } = createScriptedRun();
  const { journal, state } = createMemoryJournal();
  const store = createImportStore({
    run,
    changed: async (accountId) => void changed.push(accountId),
    timeZone: () => 'Asia/Tokyo',
    now: () => clock.now,
    journal,
  });
  return { store, asked, changed, clock, noted: state };
}

describe('an import', () => {
  test('goes from the files to the receipt, and tells whose history has changed', async () => {
    const { store, asked, changed } = setUp();
    const done = store.start('ada', async () => [zip]);
    expect(store.phase.value).toMatchObject({ name: 'running', progress: null });
    await settle();
    expect(asked[0]?.task).toEqual({
      type: 'import',
      accountId: 'ada',
      inputs: [zip],
      timeZone: 'Asia/Tokyo',
    });
    asked[0]?.progress(progressOf({ rows: 7 }));
    expect(store.phase.value).toMatchObject({ progress: { rows: 7 }, leftMs: null });
    expect(changed).toEqual([]);
    asked[0]?.answer(receiptOf('one'));
    await done;
    expect(store.phase.value).toEqual({ name: 'done', receipt: receiptOf('one') });
    expect(changed).toEqual(['ada']);
  });

  test('says how long it may take once it can know, and not while it is writing', async () => {
    const { store, asked, clock } = setUp();
    void store.start('ada', async () => [zip]);
    await settle();
    clock.now = 500;
    asked[0]?.progress(progressOf({ packedBytes: 400 }));
    expect(store.phase.value).toMatchObject({ leftMs: null });
    clock.now = 2000;
    asked[0]?.progress(progressOf({ packedBytes: 400 }));
    expect(store.phase.value).toMatchObject({ leftMs: 3000 });
    asked[0]?.progress(progressOf({ stage: 'writing', packedBytes: 1000 }));
    expect(store.phase.value).toMatchObject({ leftMs: null });
  });

  test('can be stopped, and says so from the click on', async () => {
    const { store, asked, changed } = setUp();
    const done = store.start('ada', async () => [zip]);
    await settle();
    store.cancel();
    expect(store.phase.value).toMatchObject({ name: 'running', cancelling: true });
    expect(asked[0]?.signal?.aborted).toBe(true);
    asked[0]?.progress(progressOf({ rows: 9 }));
    expect(store.phase.value).toMatchObject({ cancelling: true });
    asked[0]?.fail(new AppError('archive/cancelled'));
    await done;
    expect(store.phase.value).toMatchObject({ error: { code: 'archive/cancelled' } });
    expect(changed).toEqual([]);
  });

  test('is one at a time here', async () => {
    const { store, asked } = setUp();
    const first = store.start('ada', async () => [zip]);
    await store.start('ben', async () => [zip]);
    await settle();
    expect(asked).toHaveLength(1);
    asked[0]?.answer(receiptOf('one'));
    await first;
    void store.start('ben', async () => [zip]);
    await settle();
    expect(asked).toHaveLength(2);
  });

  test('fails in words when even the files cannot be read', async () => {
    const { store, asked } = setUp();
    await store.start('ada', () => Promise.reject(new Error('gone')));
    expect(store.phase.value).toMatchObject({ name: 'failed', error: { code: 'internal' } });
    expect(asked).toEqual([]);
    store.dismiss();
    expect(store.phase.value).toEqual({ name: 'idle' });
  });
});

const kept = (importedAt: number) => [
  { accountId: 'ada', receipt: receiptOf('one', { importedAt }) },
];

describe('an import whose worker ended', () => {
  test('says that it was cut off, and that nothing was changed', async () => {
    const { store, asked, changed } = setUp();
    const done = store.start('ada', async () => [zip]);
    await settle();
    asked[0]?.fail(new AppError('archive/interrupted'));
    await settle();
    expect(asked[1]?.task).toEqual({ type: 'receipts', accountIds: ['ada'] });
    asked[1]?.answer(kept(-1));
    await done;
    expect(store.phase.value).toMatchObject({ error: { code: 'archive/interrupted' } });
    expect(changed).toEqual([]);
  });

  test('shows its receipt when everything was written by then', async () => {
    const { store, asked, changed } = setUp();
    const done = store.start('ada', async () => [zip]);
    await settle();
    asked[0]?.fail(new AppError('archive/interrupted'));
    await settle();
    asked[1]?.answer(kept(1));
    await done;
    expect(store.phase.value).toMatchObject({ name: 'done', receipt: { importedAt: 1 } });
    expect(changed).toEqual(['ada']);
  });
});

describe('an import whose page ended', () => {
  const note = { accountId: 'ada', startedAt: 5 };

  test('is noted from its first progress to its end', async () => {
    const { store, asked, noted, clock } = setUp();
    clock.now = 5;
    const done = store.start('ada', async () => [zip]);
    await settle();
    expect(noted.note).toBeNull();
    asked[0]?.progress(progressOf());
    await settle();
    expect(noted.note).toEqual(note);
    asked[0]?.answer(receiptOf('one'));
    await done;
    expect(noted.note).toBeNull();
  });

  test('is told of by the next page, once', async () => {
    const { store, asked, noted } = setUp();
    noted.note = note;
    const told = store.recall();
    await settle();
    asked[0]?.answer(kept(4));
    await told;
    expect(store.phase.value).toMatchObject({ error: { code: 'archive/interrupted' } });
    expect(noted.note).toBeNull();
    store.dismiss();
    await store.recall();
    expect(store.phase.value).toEqual({ name: 'idle' });
  });

  test('shows its receipt when everything was written by then', async () => {
    const { store, asked, noted } = setUp();
    noted.note = note;
    const told = store.recall();
    await settle();
    asked[0]?.answer(kept(5));
    await told;
    expect(store.phase.value).toMatchObject({ name: 'done', receipt: { importedAt: 5 } });
  });

  test('may be another page’s that is still at it', async () => {
    const { store, asked, noted } = setUp();
    Object.assign(noted, { note, running: true });
    await store.recall();
    expect(asked).toEqual([]);
    expect(noted.note).toEqual(note);
    expect(store.phase.value).toEqual({ name: 'idle' });
  });
});
