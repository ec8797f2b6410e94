import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../../lib/domain/app-error.ts';
import { DEFAULT_SETTINGS } from '../../../../../lib/domain/settings.ts';
import { createFilesStore } from '../../../../../lib/ui/options/history/files-store.ts';
import { NOW } from '../../fixtures.ts';
import { createScriptedRun } from '../../import/scripted-run.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

function setUp(applySettings: () => Promise<unknown> = () => Promise.resolve()) {
  const changed: string[] = [];
  const saved: string[] = [];
  const { run, asked } = createScriptedRun();
  const store = createFilesStore({
    run,
    changed: async (accountId) => void changed.push(accountId),
    applySettings,
    save: ({ name }) => void saved.push(name),
    timeZone: () => 'Europe/Berlin',
  });
  return { store, asked, changed, saved };
}

const file = { name: 'streams.csv', blob: new Blob(['x']) };

describe('files of the history', () => {
  test('are made one at a time, and handed out', async () => {
    const { store, asked, saved } = setUp();
    const done = store.exportStreams('ada', 'csv');
    await store.backUp(null);
    expect(asked.map(({ task }) => task)).toEqual([
      { type: 'export', accountId: 'ada', form: 'csv', timeZone: 'Europe/Berlin' },
    ]);
    expect(store.phase.value).toEqual({ name: 'working', work: 'csv' });
    asked[0]?.answer([file]);
    await done;
    expect(saved).toEqual(['streams.csv']);
    expect(store.phase.value).toEqual({ name: 'saved', work: 'csv', names: ['streams.csv'] });
  });

  test('say why they could not be made', async () => {
    const { store, asked, saved } = setUp();
    const done = store.backUp(DEFAULT_SETTINGS);
    asked[0]?.fail(new AppError('history/damaged'));
    await done;
    expect(saved).toEqual([]);
    expect(store.phase.value).toMatchObject({ name: 'failed', work: 'back-up' });
  });
});

describe('a backup', () => {
  test.each([
    ['applied', () => Promise.resolve()],
    ['not-applied', () => Promise.reject(new AppError('token/not-stored'))],
  ])('is restored with its settings %s', async (settings, applySettings) => {
    const { store, asked, changed } = setUp(applySettings);
    const done = store.restore(new Blob(['x']));
    const accountIds = ['ada', 'ben'];
    asked[0]?.answer({ createdAt: NOW, settings: DEFAULT_SETTINGS, accountIds });
    await done;
    expect(changed).toEqual(accountIds);
    expect(store.phase.value).toEqual({ name: 'restored', createdAt: NOW, settings });
  });
});

test('joining tells whose history has changed', async () => {
  const { store, asked, changed } = setUp();
  const done = store.join('nobody', 'ada');
  await settle();
  expect(asked[0]?.task).toEqual({ type: 'join', from: 'nobody', accountId: 'ada' });
  asked[0]?.answer(null);
  await done;
  expect(changed).toEqual(['ada']);
  expect(store.phase.value).toEqual({ name: 'joined' });
});
