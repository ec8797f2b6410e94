/** Runs checks of statistics against SQL over generated histories, zones and ranges. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DayRange } from '../../../lib/domain/day-range.ts';
import { anyCase } from './any-history.ts';
import { dayNumber, type History, openHistory, type Scene } from './scene.ts';
import { seededHistory } from './seeded-history.ts';
import { LONG_RUN_ZONES } from './zones.ts';

/** Fails when SQL and ours do not say the same. */
export type Check = (scene: Scene) => Promise<void>;

const SEED = 20_261_121;
const ROWS = 24_000;

/** Ranges of the seeded history, by what they are for. */
const RANGES: Readonly<Record<string, DayRange | null>> = {
  'all time': null,
  'one year': { first: dayNumber('2016-01-01'), last: dayNumber('2016-12-31') },
  'one month': { first: dayNumber('2016-02-01'), last: dayNumber('2016-02-29') },
  'any days': { first: dayNumber('2011-12-29'), last: dayNumber('2020-05-17') },
  'one day': { first: dayNumber('2016-10-30'), last: dayNumber('2016-10-30') },
  nothing: { first: dayNumber('2008-01-01'), last: dayNumber('2008-12-31') },
};

/** Each check over a large history in every zone and range, and all over many small ones. */
export function checkStatistics(checks: Readonly<Record<string, Check>>): void {
  let history: History;
  beforeAll(async () => {
    history = await openHistory(seededHistory(SEED, ROWS));
  }, 60_000);
  afterAll(() => history.close());

  describe.each(Object.entries(checks))('%s', (_, check) => {
    test.each(LONG_RUN_ZONES)('over twelve years in %s', { timeout: 60_000 }, async (zoneName) => {
      for (const [range, days] of Object.entries(RANGES)) {
        const scene = await history.scene(zoneName, days);
        await check(scene).catch(blame(range));
      }
    });
  });

  test('all of them over any few days', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ raw, zoneName, days }) => {
        const small = await openHistory(raw);
        try {
          const scene = await small.scene(zoneName, days);
          for (const [name, check] of Object.entries(checks)) await check(scene).catch(blame(name));
        } finally {
          small.close();
        }
      }),
      { numRuns: 50 },
    );
  });
}

/** A failure that says where it happened. */
function blame(where: string) {
  return (error: unknown): never => {
    throw new Error(`${where}: ${error instanceof Error ? error.message : ''}`, { cause: error });
  };
}

/** To the last digit. Order counts: say ORDER BY. */
export function expectSame(fromSql: readonly object[], ours: readonly object[]): void {
  expect(ours).toEqual(fromSql);
}

/** A list of ours with names in the place of indices, as SQL knows them. */
export function withNames(
  list: readonly { readonly index: number }[],
  namesOf: (index: number) => readonly string[],
): object[] {
  return list.map((entry) => {
    const { index, ...figures } = entry;
    return Object.assign(figures, { name: namesOf(index).join(' / ') });
  });
}
