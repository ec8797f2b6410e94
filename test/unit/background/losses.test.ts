/** A store that came back empty is noticed, once, whatever happens to the background meanwhile. */
import { expect, it } from 'vitest';
import { createLosses } from '../../../entrypoints/background/losses.ts';
import { AppError } from '../../../lib/domain/app-error.ts';
import { memoryArea } from './memory-area.ts';

const NONE = { history: null, settings: null };

function createStores() {
  const local = new Map<string, unknown>();
  const history = { mark: null as string | null, error: null as Error | null };
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
      createMark: () => `mark-${(marks += 1)}`,
      now: () => clock,
      changed: () => undefined,
    });
    return { ...losses, run: () => Promise.race([losses.check(), died.promise]) };
  }

  return { local, history, start, pass: () => (clock += 100) };
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
  expect(await start().get()).toEqual({ history: 200, settings: null });
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
  expect(await start().get()).toEqual({ history: null, settings: 200 });
});

it('takes a damaged mark for a loss of its store', async () => {
  const { start, local } = createStores();
  await start().check();
  local.set('canary', 'x');
  await start().check();
  expect(await start().get()).toEqual({ history: null, settings: 100 });
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
