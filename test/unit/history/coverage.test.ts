/** Which time the history has seen whole. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addRange } from '../../../lib/history/coverage.ts';
import type { History } from '../../../lib/history/history.ts';
import { aPlay, HOUR, MINUTE } from '../dataset/streams.ts';
import { ME, newHistory } from './rig.ts';

const NINE = Date.UTC(2026, 10, 21, 9);
/** The oldest play of the full page at nine. */
const OLDEST = NINE - 50 * MINUTE;

let history: History;

beforeEach(() => {
  ({ history } = newHistory());
});

/** A page of 50 plays, the last one a minute before the poll. */
function fullPage(polledAt: number) {
  const streams = Array.from({ length: 50 }, (_, i) => aPlay(polledAt - (i + 1) * MINUTE));
  return { streams, polledAt, pageFull: true };
}

describe('coverage', () => {
  it('begins with the oldest play that the first poll lists, which is no gap', async () => {
    expect(await history.appendLive(ME, fullPage(NINE))).toMatchObject({ possibleGap: false });
    expect(await history.coverage(ME)).toEqual([{ from: OLDEST, to: NINE }]);
  });

  it('goes on when the page is not full', async () => {
    await history.appendLive(ME, fullPage(NINE));
    const later = { streams: [aPlay(NINE + HOUR)], polledAt: NINE + 2 * HOUR, pageFull: false };
    expect(await history.appendLive(ME, later)).toMatchObject({ possibleGap: false });
    expect(await history.coverage(ME)).toEqual([{ from: OLDEST, to: NINE + 2 * HOUR }]);
  });

  it('goes on when a full page still holds a known play, or one that repeats it', async () => {
    await history.appendLive(ME, fullPage(NINE));
    const { streams } = fullPage(NINE + 49 * MINUTE);
    const known = { streams, polledAt: NINE + 49 * MINUTE, pageFull: true };
    expect(await history.appendLive(ME, known)).toMatchObject({ possibleGap: false });
    const shifted = [aPlay(NINE + 48 * MINUTE + 9000), aPlay(NINE + 60 * MINUTE)];
    const again = { streams: shifted, polledAt: NINE + 61 * MINUTE, pageFull: true };
    expect(await history.appendLive(ME, again)).toMatchObject({ possibleGap: false });
    expect(await history.coverage(ME)).toEqual([{ from: OLDEST, to: NINE + 61 * MINUTE }]);
  });

  it('breaks when a full page holds only new plays', async () => {
    await history.appendLive(ME, fullPage(NINE));
    const late = fullPage(NINE + 5 * HOUR);
    expect(await history.appendLive(ME, late)).toMatchObject({ possibleGap: true });
    const next = { streams: [], polledAt: NINE + 6 * HOUR, pageFull: false };
    await history.appendLive(ME, next);
    expect(await history.coverage(ME)).toEqual([
      { from: OLDEST, to: NINE },
      { from: OLDEST + 5 * HOUR, to: NINE + 6 * HOUR },
    ]);
  });

  it('is not confused by a clock that was set back', async () => {
    for (const polledAt of [NINE, NINE - HOUR, NINE + HOUR]) {
      await history.appendLive(ME, { streams: [], polledAt, pageFull: false });
    }
    expect(await history.coverage(ME)).toEqual([{ from: NINE - HOUR, to: NINE + HOUR }]);
  });
});

it('joins stretches in any order to the same, apart from each other', () => {
  const range = fc
    .tuple(fc.nat(30), fc.nat(5))
    .map(([from, length]) => ({ from, to: from + length }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), (ranges) => {
      const joined = ranges.reduce(addRange, []);
      expect(ranges.toReversed().reduce(addRange, [])).toEqual(joined);
      for (let half = 0; half <= 36; half += 0.5) {
        const isIn = ({ from, to }: { from: number; to: number }) => half >= from && half <= to;
        expect(joined.filter(isIn)).toHaveLength(ranges.some(isIn) ? 1 : 0);
      }
    }),
  );
});
