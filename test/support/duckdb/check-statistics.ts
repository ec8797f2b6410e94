/** Runs checks of statistics against SQL over generated histories, zones and ranges. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DayRange } from '../../../lib/domain/day-range.ts';
import { anyCaseIn } from './any-history.ts';
import { type Database, openDatabase } from './database.ts';
import { dayNumber, type History, loadHistory, type Scene } from './scene.ts';
import { seededHistory } from './seeded-history.ts';
import { LONG_RUN_ZONES, ZONES } from './zones.ts';

/** Fails when SQL and ours do not say the same. */
export type Check = (scene: Scene) => Promise<void>;

const SEED = 20_261_121;
const ROWS = 12_000;

/** Ranges of the seeded history, by what they are for. */
const RANGES: Readonly<Record<string, DayRange | null>> = {
  'all time': null,
  'one year': { first: dayNumber('2016-01-01'), last: dayNumber('2016-12-31') },
  'one month': { first: dayNumber('2016-02-01'), last: dayNumber('2016-02-29') },
  'any days': { first: dayNumber('2011-12-29'), last: dayNumber('2020-05-17') },
  'one day': { first: dayNumber('2016-10-30'), last: dayNumber('2016-10-30') },
  'a day that ends twice in Newfoundland': {
    first: dayNumber('2010-11-06'),
    last: dayNumber('2010-11-06'),
  },
  nothing: { first: dayNumber('2008-01-01'), last: dayNumber('2008-12-31') },
};

/** What zones tell apart: in those other than the first, these ranges stand for all. */
const RANGES_ELSEWHERE = new Set(['all time', 'any days', 'a day that ends twice in Newfoundland']);
const RUNS_PER_ZONE = 2;

/** Each check over a large history in zones and ranges, and all over many small ones in every zone. */
export function checkStatistics(checks: Readonly<Record<string, Check>>): void {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });
  afterAll(() => database.close());

  describe('over twelve years', () => {
    let history: History;
    beforeAll(async () => {
      history = await loadHistory(database, seededHistory(SEED, ROWS));
    }, 60_000);

    describe.each(Object.entries(checks))('%s', (_, check) => {
      test.each(LONG_RUN_ZONES)('in %s', { timeout: 60_000 }, async (zoneName) => {
        for (const [range, days] of Object.entries(RANGES)) {
          if (zoneName !== LONG_RUN_ZONES[0] && !RANGES_ELSEWHERE.has(range)) continue;
          const scene = await history.scene(zoneName, days);
          await check(scene).catch(blame(range));
        }
      });
    });
  });

  test.each(Object.keys(ZONES))('all of them over any few days in %s', async (zoneName) => {
    await fc.assert(
      fc.asyncProperty(anyCaseIn(zoneName), async ({ raw, days }) => {
        const history = await loadHistory(database, raw);
        const scene = await history.scene(zoneName, days);
        for (const [name, check] of Object.entries(checks)) await check(scene).catch(blame(name));
      }),
      { numRuns: RUNS_PER_ZONE },
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
