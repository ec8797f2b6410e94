/** Sealing the tail: no reader sees a difference, and a kill leaves the old or the new. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stream } from '../../../lib/domain/stream.ts';
import type { History } from '../../../lib/history/history.ts';
import { aPlay, DAY, MINUTE } from '../dataset/streams.ts';
import { beforeEachPut, ME, namesOf, newHistory, rowsOf, seenIn } from './rig.ts';

const NINE = Date.UTC(2026, 10, 21, 9);

let history: History;

beforeEach(() => {
  ({ history } = newHistory());
});

afterEach(() => vi.restoreAllMocks());

function poll(streams: readonly Stream[]) {
  return history.appendLive(ME, { streams, polledAt: NINE, pageFull: false });
}

function plays(count: number, startAt: number): Stream[] {
  return Array.from({ length: count }, (_, i) =>
    aPlay(startAt + i * MINUTE, { uri: `spotify:track:${i % 7}`, title: `Song ${i % 5}` }),
  );
}

describe('folding', () => {
  it('is seen by no reader', async () => {
    const start = fc.integer({ min: 0, max: 20_000 }).map((seconds) => NINE + seconds * 1000);
    const batch = fc.tuple(fc.integer({ min: 1, max: 20 }), start);
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { maxLength: 6 }), async (batches) => {
        ({ history } = newHistory());
        for (const [count, startAt] of batches) {
          await poll(plays(count, startAt));
          const before = await seenIn(history);
          await history.fold(ME);
          expect(await seenIn(history)).toEqual(before);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps order and ranges across segments, and puts late plays into an early one', async () => {
    const all = plays(70_000, NINE - 60 * DAY);
    await poll(all);
    await history.fold(ME);
    const late = all[1000]!.endedAt + 1;
    await poll([aPlay(late, { uri: 'spotify:track:late' })]);
    const unfolded = await history.load(ME);
    await history.fold(ME);
    const folded = await history.load(ME);
    expect(folded.columns).toEqual(unfolded.columns);
    expect(folded.columns.rows).toBe(70_001);
    expect(folded.columns.endedAt[1001]).toBe(late);
    expect(await history.extent(ME)).toMatchObject({ streams: 70_001 });

    const from = all[65_000]!.endedAt;
    const part = await history.load(ME, { from, to: all[66_000]!.endedAt });
    expect(part.columns.endedAt).toEqual(
      Float64Array.from(all.slice(65_000, 66_000), ({ endedAt }) => endedAt),
    );
    const newest = await history.recent(ME, 6000);
    expect(namesOf(newest)).toEqual(namesOf(all.slice(-6000)));
  });

  it('keeps the whole dictionary for a range without streams', async () => {
    await poll(plays(10, NINE));
    await history.fold(ME);
    const empty = await history.load(ME, { from: 0, to: 1 });
    expect([empty.columns.rows, empty.dictionary.uris.length]).toEqual([0, 10]);
  });
});

/** Fails the n-th write from now on, as the end of the process would. */
function failAt(n: number): void {
  let puts = 0;
  beforeEachPut(() => {
    if (++puts === n) throw new DOMException('killed', 'AbortError');
  });
}

describe('a kill', () => {
  const works: Record<string, () => Promise<unknown>> = {
    'a poll': () => poll(plays(5, NINE + DAY)),
    'a poll of plays long past': () => poll(plays(5, NINE - DAY)),
    'a fold': () => history.fold(ME),
  };

  it.each(Object.keys(works))(
    'during %s leaves the old, and it goes on from there',
    async (work) => {
      await poll(plays(400, NINE));
      await history.fold(ME);
      await poll(plays(3, NINE + DAY / 2));
      const before = await seenIn(history);
      let kills = 0;
      for (let isDone = false; !isDone; kills++) {
        failAt(kills + 1);
        isDone = await works[work]!().then(
          () => true,
          () => false,
        );
        vi.restoreAllMocks();
        if (!isDone) expect(await seenIn(history)).toEqual(before);
      }
      expect(kills).toBeGreaterThan(3);
      const grown = work === 'a fold' ? 403 : 408;
      expect(rowsOf(await history.load(ME))).toHaveLength(grown);
    },
  );
});
