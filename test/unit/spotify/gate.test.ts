import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStore } from './memory-store.ts';
import { AppError } from '../../../lib/domain/app-error.ts';
import { createGate, forgetGate, type Gates } from '../../../lib/spotify/gate.ts';

const START = Date.UTC(2026, 10, 21, 12);
const MINUTE = 60_000;
const DAY = 86_400_000;
const MIRA = { id: 'mira', clientId: 'app-1' };
const JO_SAME_APP = { id: 'jo', clientId: 'app-1' };
const JO_OTHER_APP = { id: 'jo', clientId: 'app-2' };

function setUp(random = () => 1) {
  const clock = { now: START };
  const store = memoryStore<Gates>({});
  /** A new one each time, as after the background was stopped. */
  const gate = (account = MIRA) => createGate({ store, account, now: () => clock.now, random });
  return { clock, gate, store };
}

const rateLimited = (retryAt: number) => new AppError('api/rate-limited', { retryAt });
const quotaSpent = (retryAt: number) => new AppError('api/quota-exceeded', { retryAt });
const offline = () => new AppError('api/offline');

describe('a wait that Spotify named', () => {
  it('is kept by a background that was started again, and ends on time', async () => {
    const { clock, gate } = setUp();
    await gate().failed(rateLimited(START + 5 * MINUTE));
    await expect(gate().pass()).rejects.toMatchObject({
      code: 'api/rate-limited',
      data: { retryAt: START + 5 * MINUTE },
    });
    clock.now = START + 5 * MINUTE;
    await expect(gate().pass()).resolves.toBeUndefined();
  });

  it('does not concern another account, unless the quota of its app is spent', async () => {
    const { gate } = setUp();
    await gate().failed(rateLimited(START + MINUTE));
    await gate(JO_SAME_APP).pass();
    await gate().failed(quotaSpent(START + MINUTE));
    await expect(gate(JO_SAME_APP).pass()).rejects.toMatchObject({ code: 'api/quota-exceeded' });
    await gate(JO_OTHER_APP).pass();
    expect(await gate(JO_SAME_APP).state()).toMatchObject({
      notBefore: START + MINUTE,
      wait: { code: 'api/quota-exceeded', named: true },
      quotaExceeded: true,
    });
  });

  it('holds for a person who asks, too', async () => {
    const { gate } = setUp();
    await gate().failed(rateLimited(START + MINUTE));
    await gate().endBackoff();
    await expect(gate().pass()).rejects.toMatchObject({ code: 'api/rate-limited' });
  });

  it('is not undone by the success of a call that was under way', async () => {
    const { gate } = setUp();
    await gate().failed(quotaSpent(START + MINUTE));
    await gate().succeeded();
    await expect(gate().pass()).rejects.toMatchObject({ code: 'api/quota-exceeded' });
  });

  it('is not cut short by another call that fails meanwhile', async () => {
    const { gate } = setUp();
    await gate().failed(rateLimited(START + 5 * MINUTE));
    await gate().failed(offline());
    await gate().failed(rateLimited(START + MINUTE));
    expect((await gate().state()).notBefore).toBe(START + 5 * MINUTE);
    await gate().failed(rateLimited(START + 9 * MINUTE));
    expect((await gate().state()).notBefore).toBe(START + 9 * MINUTE);
  });

  it('is not believed when it is more than seven days away: the clock jumped', async () => {
    const { clock, gate } = setUp();
    await gate().failed(quotaSpent(START + 7 * DAY));
    await expect(gate().pass()).rejects.toMatchObject({ code: 'api/quota-exceeded' });
    clock.now = START - DAY;
    await gate().pass();
    expect(await gate().state()).toMatchObject({ notBefore: null, quotaExceeded: false });
  });
});

describe('our own back-off', () => {
  it('doubles with every failure, up to a quarter of an hour, and ends with a success', async () => {
    const { gate } = setUp();
    const waits: (number | null)[] = [];
    for (let failure = 1; failure <= 8; failure += 1) {
      await gate().failed(offline());
      waits.push(((await gate().state()).notBefore ?? 0) - START);
    }
    expect(waits.map((ms) => (ms ?? 0) / MINUTE)).toEqual([0.5, 1, 2, 4, 8, 15, 15, 15]);
    expect((await gate().state()).failures).toBe(8);
    await gate().endBackoff();
    await gate().succeeded();
    expect(await gate().state()).toEqual({
      notBefore: null,
      wait: null,
      quotaExceeded: false,
      failures: 0,
    });
  });

  it('lies between half and the whole of its step, whatever the dice say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        async (dice, failures) => {
          const { gate } = setUp(() => dice);
          for (let count = 0; count < failures; count += 1) await gate().failed(offline());
          const wait = ((await gate().state()).notBefore ?? 0) - START;
          const step = Math.min(30_000 * 2 ** (failures - 1), 15 * MINUTE);
          expect(wait).toBeGreaterThanOrEqual(step / 2);
          expect(wait).toBeLessThanOrEqual(step);
        },
      ),
    );
  });

  it('is told apart from a wait that Spotify named', async () => {
    const { gate } = setUp();
    await gate().failed(offline());
    expect((await gate().state()).wait).toEqual({ code: 'api/offline', named: false });
    await gate().failed(new AppError('api/unavailable', { retryAt: START + MINUTE }));
    expect((await gate().state()).wait).toEqual({ code: 'api/unavailable', named: true });
  });

  it('gives the reason of the longest wait', async () => {
    const { gate } = setUp();
    await gate().failed(quotaSpent(START + 20_000));
    await gate().failed(offline());
    expect((await gate().state()).wait).toEqual({ code: 'api/offline', named: false });
    await gate().failed(quotaSpent(START + MINUTE));
    expect((await gate().state()).wait).toEqual({ code: 'api/quota-exceeded', named: true });
  });

  it('is ended by a person who asks, but the failures still count', async () => {
    const { gate } = setUp();
    await gate().failed(offline());
    await gate().endBackoff();
    await gate().pass();
    await gate().failed(offline());
    expect((await gate().state()).notBefore).toBe(START + MINUTE);
  });

  it('is not believed when the clock was set back behind it', async () => {
    const { clock, gate } = setUp();
    await gate().failed(offline());
    clock.now = START - DAY;
    await gate().pass();
  });

  it('does not follow from errors that waiting does not mend', async () => {
    const { gate } = setUp();
    for (const code of ['api/forbidden', 'api/unauthorized', 'api/not-found'] as const) {
      await gate().failed(new AppError(code));
    }
    await gate().failed(new Error('a mistake of ours'));
    await gate().pass();
  });
});

it('forgets an account, but not that the quota of its app is spent', async () => {
  const { gate, store } = setUp();
  await gate().failed(rateLimited(START + MINUTE));
  await gate().failed(quotaSpent(START + MINUTE));
  await forgetGate(store, MIRA.id);
  expect(Object.keys(await store.get())).toEqual(['client:app-1']);
});
