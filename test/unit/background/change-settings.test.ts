import { expect, it } from 'vitest';
import { memoryArea } from './memory-area.ts';
import { createSettingsChange } from '../../../entrypoints/background/change-settings.ts';
import { createFaults } from '../../../entrypoints/background/faults.ts';
import { AppError } from '../../../lib/domain/app-error.ts';
import { DEFAULT_SETTINGS, Settings } from '../../../lib/domain/settings.ts';
import { createStoredItem } from '../../../lib/platform/stored-item.ts';

function setUp() {
  const done: string[] = [];
  const trouble = { moving: null as Error | null, scheduling: null as Error | null };
  const settings = createStoredItem({
    area: memoryArea(),
    key: 'settings',
    version: 1,
    schema: Settings,
    fallback: DEFAULT_SETTINGS,
  });
  const faults = createFaults(memoryArea());
  const change = createSettingsChange({
    settings,
    sync: {
      async schedule(minutes) {
        if (trouble.scheduling) throw trouble.scheduling;
        done.push(`every ${minutes} minutes`);
      },
    },
    vault: {
      async moveTokens() {
        if (trouble.moving) throw trouble.moving;
        done.push('moved');
      },
    },
    faults,
    changed: () => done.push('changed'),
  });
  return { change, done, faults, settings, trouble };
}

it('carries out what is different now, and nothing else', async () => {
  const { change, done } = setUp();
  expect(await change({ syncIntervalMinutes: 15, memoryOnlyTokens: true })).toEqual({
    ...DEFAULT_SETTINGS,
    syncIntervalMinutes: 15,
    memoryOnlyTokens: true,
  });
  expect(done).toEqual(['every 15 minutes', 'moved', 'changed']);
  await change({ syncIntervalMinutes: 15, memoryOnlyTokens: true, theme: 'dark' });
  expect(done.slice(3)).toEqual(['changed']);
});

it.each([
  ['refuses a token', new AppError('token/not-stored')],
  ['fails in a way nobody foresaw', new Error('the store is closed')],
])('says that all is saved but sign-ins could not be moved when the disk %s', async (_, error) => {
  const { change, done, settings, trouble } = setUp();
  trouble.moving = error;
  await expect(change({ memoryOnlyTokens: true })).rejects.toMatchObject({
    code: 'token/not-stored',
  });
  expect(await settings.get()).toMatchObject({ memoryOnlyTokens: true });
  expect(done).toEqual(['changed']);
});

it('troubles nobody with an alarm that the next start sets anew', async () => {
  const { change, done, faults, trouble } = setUp();
  trouble.scheduling = new Error('no alarms');
  expect(await change({ syncIntervalMinutes: 15 })).toMatchObject({ syncIntervalMinutes: 15 });
  expect(done).toEqual(['changed']);
  expect(await faults.all()).toMatchObject([{ where: 'schedule' }]);
});
