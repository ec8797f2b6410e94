/** Polls of what was played lately, taken in: nothing twice, nothing lost, in any order. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Stream } from '../../../lib/domain/stream.ts';
import type { History } from '../../../lib/history/history.ts';
import { listNewest } from '../../../lib/history/live-plays.ts';
import { aPlay, HOUR, MINUTE } from '../dataset/streams.ts';
import { countedPlays, ME, namesOf, newHistory, rowsOf, seenIn } from './rig.ts';

const NINE = Date.UTC(2026, 10, 21, 9);

let history: History;

beforeEach(() => {
  ({ history } = newHistory());
});

function poll(streams: readonly Stream[], polledAt = NINE + HOUR, pageFull = false) {
  return history.appendLive(ME, { streams, polledAt, pageFull });
}

describe('a poll', () => {
  it('adds what is new, and only that', async () => {
    const plays = [0, 5, 10].map((minute) => aPlay(NINE + minute * MINUTE));
    expect(await poll(plays.slice(0, 2))).toMatchObject({ added: 2 });
    expect(await poll(plays)).toMatchObject({ added: 1 });
    expect(await poll(plays)).toMatchObject({ added: 0 });
    expect(namesOf(rowsOf(await history.load(ME)))).toEqual(namesOf(plays));
  });

  it('is kept while somebody reads with pauses, and what they read is as it was before', async () => {
    const plays = [0, 5].map((minute) => aPlay(NINE + minute * MINUTE));
    await poll(plays.slice(0, 1));
    let pauses = 0;
    const read = await history.load(ME, null, async () => {
      if (pauses++ === 0) await poll(plays);
    });
    expect(pauses).toBeGreaterThan(0);
    expect(namesOf(rowsOf(read))).toEqual(namesOf(plays.slice(0, 1)));
    expect(namesOf(rowsOf(await history.load(ME)))).toEqual(namesOf(plays));
  });

  it('takes two plays of a track closer than 30 s for one', async () => {
    expect(await poll([aPlay(NINE)])).toMatchObject({ added: 1 });
    expect(await poll([aPlay(NINE + 29_999)])).toMatchObject({ added: 0 });
    expect(await poll([aPlay(NINE + 30_000)])).toMatchObject({ added: 1 });
    const [newest] = await history.recent(ME, 1);
    expect(newest?.endedAt).toBe(NINE + 30_000);
  });

  it('knows what counts before a range begins', async () => {
    await poll([aPlay(NINE), aPlay(NINE + 20_000), aPlay(NINE + 40_000)]);
    await history.fold(ME);
    const part = await history.load(ME, { from: NINE + 20_000, to: NINE + HOUR });
    expect(rowsOf(part).map(({ endedAt }) => endedAt)).toEqual([NINE + 40_000]);
  });

  it('keeps two tracks that end at the same moment', async () => {
    const other = aPlay(NINE, { uri: 'spotify:track:two' });
    expect(await poll([aPlay(NINE), other])).toMatchObject({ added: 2 });
  });

  it('keeps a play that arrives late', async () => {
    await poll([aPlay(NINE), aPlay(NINE + HOUR)]);
    expect(await poll([aPlay(NINE + 10 * MINUTE)])).toMatchObject({ added: 1 });
    const times = rowsOf(await history.load(ME)).map(({ endedAt }) => endedAt);
    expect(times).toEqual([NINE, NINE + 10 * MINUTE, NINE + HOUR]);
  });

  it('moves the cursor to the newest play, never back', async () => {
    expect(await history.liveCursor(ME)).toBeNull();
    await poll([aPlay(NINE)]);
    await poll([aPlay(NINE - HOUR)]);
    expect(await history.liveCursor(ME)).toBe(NINE);
  });

  it('touches no other account', async () => {
    await poll([aPlay(NINE)]);
    expect(await seenIn(history, 'account-10')).toEqual({
      rows: [],
      recent: [],
      extent: { streams: 0, firstAt: null, lastAt: null },
      cursor: null,
      coverage: [],
    });
  });

  it('says when the tail has grown long', async () => {
    let appended = await poll([]);
    for (let i = 0; i < 100; i++) {
      expect(appended.foldDue).toBe(false);
      appended = await poll([aPlay(NINE + i * MINUTE)]);
    }
    expect(appended.foldDue).toBe(true);
    await history.fold(ME);
    expect(await poll([aPlay(NINE + HOUR * 5)])).toMatchObject({ foldDue: false });
  });
});

describe('the list of the newest plays', () => {
  it('is never cut where a play could repeat one that is cut off', () => {
    const chain = (count: number, every: number) =>
      Array.from({ length: count }, (_, i) => ({ endedAt: NINE + i * every, key: 'a' }));
    expect(listNewest(chain(400, 20_000))).toMatchObject({ since: null, keys: { length: 400 } });
    expect(listNewest(chain(400, 30_000))).toMatchObject({
      since: NINE + 100 * 30_000,
      keys: { length: 300 },
    });
  });
});

/** Few tracks, short times: many plays closer than 30 s, and chains of them. */
const play = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom('a', 'b', null))
  .map(([tenSeconds, uri]) => aPlay(NINE + tenSeconds * 10_000, { uri }));
const plays = fc.array(play, { maxLength: 25 });
/** Batches of the plays, overlapping, with folds among them. */
const batches = plays.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc.array(fc.record({ batch: fc.subarray(all), fold: fc.boolean() }), { maxLength: 6 }),
    fc.shuffledSubarray(all, { minLength: all.length }),
  ),
);

describe('any polls of the same plays, in any order, folded or not', () => {
  it('give the plays that count, each once', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async ([all, polls, last]) => {
        ({ history } = newHistory());
        let added = 0;
        for (const { batch, fold } of polls) {
          ({ added } = await poll(batch).then((one) => ({ added: added + one.added })));
          if (fold) await history.fold(ME);
        }
        added += (await poll(last)).added;
        const seen = await seenIn(history);
        expect(namesOf(seen.rows)).toEqual(countedPlays(all));
        expect(added).toBe(seen.rows.length);
        expect(seen.extent).toEqual({
          streams: seen.rows.length,
          firstAt: seen.rows[0]?.endedAt ?? null,
          lastAt: seen.rows.at(-1)?.endedAt ?? null,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('give the same beyond what is remembered of the newest', async () => {
    const many = fc.array(fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.constantFrom('a', 'b')), {
      minLength: 900,
      maxLength: 900,
    });
    await fc.assert(
      fc.asyncProperty(many, fc.infiniteStream(fc.nat(899)), async (drawn, cuts) => {
        ({ history } = newHistory());
        const all = drawn.map(([step, uri]) => aPlay(NINE + step * 12_000, { uri }));
        let added = 0;
        for (let start = 0; start < all.length;) {
          const end = start + 1 + cuts.next().value!;
          added += (await poll(all.slice(Math.max(0, start - 20), end))).added;
          start = end;
        }
        added += (await poll(all.slice(100, 200))).added;
        const counted = countedPlays(all);
        expect(namesOf(rowsOf(await history.load(ME)))).toEqual(counted);
        expect([added, (await history.extent(ME)).streams]).toEqual([
          counted.length,
          counted.length,
        ]);
      }),
      { numRuns: 8 },
    );
  });
});
