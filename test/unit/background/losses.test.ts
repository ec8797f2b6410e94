/** A store that came back empty is noticed, once, whatever happens to the background meanwhile. */
import { expect, it } from 'vitest';
import { createLosses } from '../../../entrypoints/background/losses.ts';
import { AppError } from '../../../lib/domain/app-error.ts';
import type { PassphraseState } from '../../../lib/domain/passphrase.ts';
import { memoryArea } from './memory-area.ts';

const NONE = { history: null, settings: null, passphrase: null };

function createStores() {
  const local = new Map<string, unknown>();
  const history = { mark: null as string | null, error: null as Error | null };
  const vault = { passphrase: 'off' as PassphraseState, error: null as Error | null };
  let clock = 100;
  let marks = 0;

  /** A background that dies before its n-th write. */
  function start({ diesAt = Infinity } = {}) {
    let writes = 0;
    const died = Promise.withResolvers<'died'>();
    const write = async (work: () => void) => {
      writes += 1;
      if (writes < diesAt) return work();
      died.resolve('died');
      return new Promise<never>(() => undefined);
    };
    const losses = createLosses({
      local: {
        ...memoryArea(local),
        set: (key, value) => write(() => void local.set(key, structuredClone(value))),
      },
      history: {
        mark: async () => {
          if (history.error) throw history.error;
          return history.mark;
        },
        setMark: (mark) => write(() => void (history.mark = mark)),
      },
      passphraseState: async () => {
        if (vault.error) throw vault.error;
        return vault.passphrase;
      },
      createMark: () => `mark-${(marks += 1)}`,
      now: () => clock,
      changed: () => undefined,
    });
    return { ...losses, run: () => Promise.race([losses.check(), died.promise]) };
  }

  return { local, history, vault, start, pass: () => (clock += 100) };
}

it('is silent on the first day, and on all others', async () => {
  const { start, history } = createStores();
  for (let day = 0; day < 3; day += 1) await start().check();
  expect(await start().get()).toEqual(NONE);
  expect(history.mark).toBe('mark-1');
});

it('tells that the listening is gone, until the person knows', async () => {
  const { start, history, pass } = createStores();
  await start().check();
  history.mark = null;
  pass();
  await start().check();
  pass();
  await start().check();
  expect(await start().get()).toEqual({ ...NONE, history: 200 });
  await start().dismiss();
  await start().check();
  expect(await start().get()).toEqual(NONE);
});

it('tells that the settings are gone', async () => {
  const { start, local, pass } = createStores();
  await start().check();
  local.clear();
  pass();
  await start().check();
  expect(await start().get()).toEqual({ ...NONE, settings: 200 });
});

it('tells that the passphrase is gone, but not of one that a person has turned off', async () => {
  const { start, vault, pass } = createStores();
  await start().check();
  vault.passphrase = 'unlocked';
  await start().notePassphrase(true);
  vault.passphrase = 'off';
  vault.error = new AppError('token/unavailable');
  await start().check();
  expect(await start().get()).toEqual(NONE);
  vault.error = null;
  pass();
  await start().check();
  expect(await start().get()).toEqual({ ...NONE, passphrase: 200 });
  await start().dismiss();

  vault.passphrase = 'locked';
  await start().check();
  await start().notePassphrase(false);
  vault.passphrase = 'off';
  await start().check();
  expect(await start().get()).toEqual(NONE);
});

it('takes a damaged mark for a loss of its store', async () => {
  const { start, local } = createStores();
  await start().check();
  local.set('canary', 'x');
  await start().check();
  expect(await start().get()).toEqual({ ...NONE, settings: 100 });
});

it.each(['first', 'history', 'settings'] as const)(
  'is not misled by a background that dies while it looks (%s)',
  async (what) => {
    for (let diesAt = 1; ; diesAt += 1) {
      const { start, history, local } = createStores();
      if (what !== 'first') await start().check();
      if (what === 'history') history.mark = null;
      if (what === 'settings') local.clear();
      const outcome = await start({ diesAt }).run();
      await start().check();
      await start().check();
      expect(await start().get()).toEqual(what === 'first' ? NONE : { ...NONE, [what]: 100 });
      if (outcome !== 'died') {
        expect(diesAt).toBeGreaterThan(2);
        return;
      }
    }
  },
);

it('takes a history that cannot be read for no loss', async () => {
  const { start, history } = createStores();
  await start().check();
  history.error = new AppError('history/unavailable');
  await expect(start().check()).rejects.toThrow('history/unavailable');
  history.error = null;
  await start().check();
  expect(await start().get()).toEqual(NONE);
});
