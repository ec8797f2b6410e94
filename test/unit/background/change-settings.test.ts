import { expect, it } from 'vitest';
import { memoryArea } from './memory-area.ts';
import { createSettingsChange } from '../../../entrypoints/background/change-settings.ts';
import { createFaults } from '../../../entrypoints/background/faults.ts';
import { AppError } from '../../../lib/domain/app-error.ts';
import type { PassphraseState } from '../../../lib/domain/passphrase.ts';
import { z } from '../../../lib/domain/schema.ts';
import { DEFAULT_SETTINGS, Settings, SettingsChange } from '../../../lib/domain/settings.ts';
import { createStoredItem } from '../../../lib/platform/stored-item.ts';

function setUp() {
  const done: string[] = [];
  const trouble = {
    moving: null as Error | null,
    scheduling: null as Error | null,
    passphrase: 'off' as PassphraseState,
  };
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
      passphraseState: async () => trouble.passphrase,
      async releaseTokens() {
        done.push((await settings.get()).memoryOnlyTokens ? 'released' : 'released too late');
      },
      async moveTokens() {
        if (trouble.moving) throw trouble.moving;
        done.push('moved');
      },
    },
    enrichment: {
      async wake() {
        done.push('asking');
      },
    },
    faults,
    recount: async () => {
      done.push('counted');
    },
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
  await change({ memoryOnlyTokens: false });
  expect(done.slice(4)).toEqual(['released', 'moved', 'changed']);
});

it('goes on asking about music at once when that is switched on again', async () => {
  const { change, done } = setUp();
  await change({ fetchDetails: false });
  expect(done).toEqual(['changed']);
  await change({ theme: 'dark' });
  expect((await change({ fetchDetails: true })).fetchDetails).toBe(true);
  expect(done).toEqual(['changed', 'changed', 'asking', 'changed']);
});

it('leaves a switch alone that a change does not name', async () => {
  const { change } = setUp();
  await change({ fetchDetails: false });
  const theme = z.parse(SettingsChange, { theme: 'dark' });
  expect(await change(theme)).toMatchObject({ theme: 'dark', fetchDetails: false });
});

it('takes back a choice of clock, and counts anew whenever the clock is another', async () => {
  const { change, done } = setUp();
  const chosen = { timeZone: 'Asia/Tokyo', firstWeekday: 7, hemisphere: 'southern' } as const;
  expect(await change(chosen)).toEqual({ ...DEFAULT_SETTINGS, ...chosen });
  expect(await change({ theme: 'dark' })).toEqual({
    ...DEFAULT_SETTINGS,
    ...chosen,
    theme: 'dark',
  });
  expect(done).toEqual(['counted', 'changed', 'changed']);
  const none = { timeZone: null, firstWeekday: null, hemisphere: null };
  expect(await change(none)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  expect(done.slice(3)).toEqual(['counted', 'changed']);
});

it('reads settings of before there was a choice of clock', async () => {
  const { timeZone: _zone, firstWeekday: _day, hemisphere: _half, ...old } = DEFAULT_SETTINGS;
  const item = createStoredItem({
    area: memoryArea(
      new Map([['settings', { version: 1, value: { ...old, syncIntervalMinutes: 17 } }]]),
    ),
    key: 'settings',
    version: 1,
    schema: Settings,
    fallback: DEFAULT_SETTINGS,
  });
  expect(await item.get()).toEqual({ ...DEFAULT_SETTINGS, syncIntervalMinutes: 17 });
});

it('reads settings of before there was such a switch', async () => {
  const { fetchDetails: _, ...old } = { ...DEFAULT_SETTINGS, theme: 'dark' };
  expect(z.parse(Settings, old)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
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

it('keeps a passphrase and memory-only mode apart', async () => {
  const { change, settings, trouble } = setUp();
  trouble.passphrase = 'unlocked';
  const refused = change({ memoryOnlyTokens: true });
  await expect(refused).rejects.toMatchObject({ code: 'message/invalid' });
  expect((await settings.get()).memoryOnlyTokens).toBe(false);
  expect(await change({ memoryOnlyTokens: false, theme: 'dark' })).toMatchObject({ theme: 'dark' });
});

it('takes memory-only mode back where a passphrase was set in the same moment', async () => {
  const { change, done, settings, trouble } = setUp();
  const changing = change({ memoryOnlyTokens: true });
  trouble.passphrase = 'unlocked';
  await expect(changing).rejects.toMatchObject({ code: 'message/invalid' });
  expect((await settings.get()).memoryOnlyTokens).toBe(false);
  expect(done).not.toContain('moved');
});
