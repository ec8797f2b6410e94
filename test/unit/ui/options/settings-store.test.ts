import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../lib/domain/settings.ts';
import { createSettingsStore } from '../../../../lib/ui/options/settings-store.ts';
import { createFakeClient } from './fake-client.ts';

function setUp(options: { fails?: AppError } = {}) {
  const stored = signal<Settings | null>(DEFAULT_SETTINGS);
  let background = DEFAULT_SETTINGS;
  const { client, asked } = createFakeClient({
    'settings.set': (change) => {
      const { fails } = options;
      if (!fails || fails.code.startsWith('token/'))
        background = { ...background, ...change } as Settings;
      if (fails) throw fails;
      return background;
    },
  });
  const store = createSettingsStore({
    client,
    stored,
    reload: async () => {
      stored.value = background;
    },
  });
  return { store, stored, asked };
}

describe('the sync interval', () => {
  test('is saved when it is a whole number of minutes from 1 to 60', async () => {
    const { store, stored, asked } = setUp();
    store.typeInterval(' 15 ');
    await store.commitInterval();
    expect(asked).toEqual([{ name: 'settings.set', request: { syncIntervalMinutes: 15 } }]);
    expect(stored.value?.syncIntervalMinutes).toBe(15);
    expect(store.intervalText.value).toBe('15');
    expect(store.outcome.value).toEqual({ field: 'syncIntervalMinutes', name: 'saved' });
  });

  test.each([
    ['', 'not-a-whole-number'],
    ['5.5', 'not-a-whole-number'],
    ['-3', 'not-a-whole-number'],
    ['1e1', 'not-a-whole-number'],
    ['0', 'out-of-range'],
    ['61', 'out-of-range'],
  ])('is refused in words when it is "%s", and stays in the field', async (text, problem) => {
    const { store, asked } = setUp();
    store.typeInterval(text);
    await store.commitInterval();
    expect(store.intervalProblem.value).toBe(problem);
    expect(store.intervalText.value).toBe(text);
    expect(asked).toEqual([]);
  });

  test('is not sent again when it is the one there is', async () => {
    const { store, asked } = setUp();
    store.typeInterval('05');
    await store.commitInterval();
    expect(asked).toEqual([]);
    expect(store.intervalText.value).toBe('5');
  });
});

describe('a change', () => {
  test('shows at once, before it is saved', async () => {
    const { store, stored } = setUp();
    const saved = store.save('theme', { theme: 'dark' });
    expect(store.values.value?.theme).toBe('dark');
    expect(stored.value?.theme).toBe('system');
    await saved;
    expect(stored.value?.theme).toBe('dark');
  });

  test('is taken back when it cannot be saved', async () => {
    const { store } = setUp({ fails: new AppError('message/unreachable') });
    await store.save('memoryOnlyTokens', { memoryOnlyTokens: true });
    expect(store.values.value?.memoryOnlyTokens).toBe(false);
    expect(store.outcome.value).toMatchObject({ field: 'memoryOnlyTokens', name: 'failed' });
  });

  test('stays when it is saved but not yet so everywhere', async () => {
    const { store } = setUp({ fails: new AppError('token/not-stored') });
    await store.save('memoryOnlyTokens', { memoryOnlyTokens: true });
    expect(store.values.value?.memoryOnlyTokens).toBe(true);
    expect(store.outcome.value).toMatchObject({ field: 'memoryOnlyTokens', name: 'half-done' });
  });

  test('made elsewhere shows as soon as it is known', async () => {
    const { store, stored } = setUp();
    await store.save('theme', { theme: 'dark' });
    stored.value = { ...DEFAULT_SETTINGS, theme: 'light' };
    expect(store.values.value?.theme).toBe('light');
  });

  test('that is overtaken by the next does not undo it on the screen', async () => {
    const answers = new Map<unknown, PromiseWithResolvers<Settings>>();
    const { client } = createFakeClient({
      'settings.set': ({ theme }) => {
        const answer = Promise.withResolvers<Settings>();
        answers.set(theme, answer);
        return answer.promise;
      },
    });
    const stored = signal<Settings | null>(DEFAULT_SETTINGS);
    const store = createSettingsStore({ client, stored, reload: async () => undefined });

    const first = store.save('theme', { theme: 'dark' });
    const second = store.save('theme', { theme: 'light' });
    answers.get('dark')?.resolve({ ...DEFAULT_SETTINGS, theme: 'dark' });
    await first;
    expect(store.values.value?.theme).toBe('light');

    answers.get('light')?.resolve({ ...DEFAULT_SETTINGS, theme: 'light' });
    await second;
  });
});
