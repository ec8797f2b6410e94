/** Imports beside live plays: in any order the same history, none counted twice, none lost, all undone. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { withoutDoubles } from '../../../lib/dataset/merge-exports.ts';
import { findDoubles } from '../../../lib/dataset/merge-live.ts';
import type { Receipt } from '../../../lib/domain/receipt.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import type { History } from '../../../lib/history/history.ts';
import { aPlay, aStream, aTrack, DAY, MINUTE } from '../dataset/streams.ts';
import { file, NINE, type Step, steps } from './any-listening.ts';
import { anImport, beforeEachPut, ME, newHistory, rowsOf, seenIn } from './rig.ts';

let history: History;
let imports = 0;

beforeEach(() => {
  ({ history } = newHistory());
});

afterEach(() => vi.restoreAllMocks());

function addImport(streams: readonly Stream[], importId = `import-${imports++}`) {
  return history.addImport(ME, anImport(streams, importId));
}

function poll(streams: readonly Stream[]) {
  return history.appendLive(ME, { streams, polledAt: NINE + DAY, pageFull: false });
}

const stepsInTwoOrders = steps.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
);

async function take(all: readonly Step[]): Promise<void> {
  for (const { type, streams, fold } of all) {
    await (type === 'import' ? addImport(streams) : poll(streams));
    if (fold) await history.fold(ME);
  }
}

/** What readers see, but for how far live collecting has come. */
async function listening() {
  const { rows, recent, extent } = await seenIn(history);
  return { rows, recent, extent };
}

describe('the history', () => {
  it('is the same for any order of imports and polls, folded or not', async () => {
    await fc.assert(
      fc.asyncProperty(stepsInTwoOrders, async ([all, others]) => {
        ({ history } = newHistory());
        await take(all);
        const one = await listening();
        ({ history } = newHistory());
        await take(others);
        expect(await listening()).toEqual(one);
      }),
      { numRuns: 50 },
    );
  });

  it('is what the rules make of all rows at once', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        ({ history } = newHistory());
        await take(all);
        const merged = buildDataset(all.flatMap(({ streams }) => streams));
        const expected = rowsOf(withoutDoubles(merged, findDoubles(merged)));
        const { rows, extent } = await listening();
        expect(rows).toEqual(expected);
        expect(extent).toEqual({
          streams: rows.length,
          firstAt: rows[0]?.endedAt ?? null,
          lastAt: rows.at(-1)?.endedAt ?? null,
        });
      }),
      { numRuns: 50 },
    );
  });

  it('does not change when the same is imported again', async () => {
    await fc.assert(
      fc.asyncProperty(steps, file, async (all, again) => {
        ({ history } = newHistory());
        await take(all);
        await addImport(again);
        const before = await listening();
        const receipt = await addImport(again);
        expect(await listening()).toEqual(before);
        expect(receipt).toMatchObject({ added: 0, upgraded: 0, notMusic: 0, unnamed: 0 });
        expect(receipt.known).toBe(again.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('undoing an import', () => {
  it('leaves what there would be without it, whatever came before and since', async () => {
    await fc.assert(
      fc.asyncProperty(steps, file, steps, async (before, undone, since) => {
        ({ history } = newHistory());
        await take([...before, ...since]);
        const without = await seenIn(history);
        const songs = songsOf(await history.load(ME));
        ({ history } = newHistory());
        await take(before);
        await addImport(undone, 'undone');
        await take(since);
        await history.undoImport(ME, 'undone');
        expect(await seenIn(history)).toEqual(without);
        expect(songsOf(await history.load(ME))).toEqual(songs);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves live plays that were sealed beside its rows', async () => {
    const later = aPlay(NINE + DAY);
    await addImport([aStream({ endedAt: NINE })], 'undone');
    await poll([later]);
    await history.fold(ME);
    await history.undoImport(ME, 'undone');
    expect((await seenIn(history)).rows).toEqual([later]);
  });

  it('leaves no account that was there for it only', async () => {
    await addImport([aStream()], 'first');
    await addImport([aStream()], 'second');
    await history.undoImport(ME, 'first');
    expect(await history.accounts()).toEqual([ME]);
    await history.undoImport(ME, 'second');
    expect(await history.accounts()).toEqual([]);
    await poll([]);
    await addImport([], 'nothing');
    await history.undoImport(ME, 'nothing');
    expect(await history.coverage(ME)).toHaveLength(1);
  });

  it('takes its receipt, its playlists and its coverage with it', async () => {
    const playlists = [
      {
        name: 'Evenings',
        description: null,
        modifiedOn: null,
        followers: null,
        uri: null,
        items: [],
      },
    ];
    const library = { saved: [], banned: [] };
    await history.addImport(ME, anImport([aStream()], 'first', { playlists, library }));
    const before = await everything();
    await history.addImport(ME, {
      ...anImport([aStream({ endedAt: NINE - DAY })], 'second', { library: null }),
      playlists: [{ ...playlists[0]!, name: 'Mornings' }],
    });
    expect((await history.saved(ME)).playlists[0]?.name).toBe('Mornings');
    expect((await history.receipts(ME)).map(({ importId }) => importId)).toEqual([
      'first',
      'second',
    ]);
    await history.undoImport(ME, 'second');
    expect(await everything()).toEqual(before);
    await history.undoImport(ME, 'never imported');
    expect(await everything()).toEqual(before);
  });

  async function everything() {
    const [receipts, saved] = [await history.receipts(ME), await history.saved(ME)];
    return { ...(await seenIn(history)), receipts, saved };
  }
});

/** Titles as they are shown: the smallest spelling of what is there, not of what was. */
function songsOf({ columns, dictionary }: Awaited<ReturnType<History['load']>>): (string | null)[] {
  const { names, songs, tracks } = dictionary;
  return Array.from(columns.track, (track) => names[songs.title[tracks.song[track]!]!] ?? null);
}

function sumOf(receipt: Receipt): number {
  const { added, known, upgraded, notMusic, unnamed, unreadable } = receipt;
  return added + known + upgraded + notMusic + unnamed + unreadable;
}

describe('a receipt', () => {
  it('accounts for every row, and for what the history has grown by', async () => {
    await fc.assert(
      fc.asyncProperty(steps, file, async (before, rows) => {
        ({ history } = newHistory());
        await take(before);
        const receipt = await addImport(rows);
        expect(sumOf(receipt)).toBe(rows.length);
        expect(await history.receipts(ME)).toContainEqual(receipt);
      }),
      { numRuns: 25 },
    );
  });

  it('tells new from known, upgraded, other listening and what has no name', async () => {
    const extended = aStream({ endedAt: NINE });
    const minute = aStream({
      endedAt: NINE,
      quality: 'minute',
      reasonStart: null,
      reasonEnd: null,
    });
    await poll([aPlay(NINE + 60_000)]);
    const later = { endedAt: NINE + DAY, reasonEnd: 'trackdone' };
    const rows = [
      extended,
      { ...extended, platform: 'ios' },
      minute,
      aStream(later),
      aStream({ ...later, track: aTrack({ kind: 'podcast', uri: 'spotify:episode:1' }) }),
      aStream({ ...later, track: aTrack({ kind: 'unknown', uri: null, title: null }) }),
    ];
    const receipt = await addImport(rows);
    expect(receipt).toMatchObject({ added: 1, known: 2, upgraded: 1, notMusic: 1, unnamed: 1 });
    expect(receipt.years).toEqual([{ year: 2026, streams: 4 }]);
    const { rows: seen } = await seenIn(history);
    expect(seen.filter(({ quality }) => quality === 'estimated')).toEqual([]);
    const better = await addImport([aStream({ endedAt: NINE + 2000, platform: 'ios' })]);
    expect(better).toMatchObject({ added: 1, known: 0 });
  });

  it('counts a row that says more than account data as known', async () => {
    const minute = { quality: 'minute', reasonStart: null, reasonEnd: null } as const;
    await addImport([aStream({ endedAt: NINE, ...minute })]);
    const receipt = await addImport([aStream({ endedAt: NINE + 7000 })]);
    expect(receipt).toMatchObject({ added: 0, known: 1, upgraded: 0 });
    expect(await history.extent(ME)).toEqual({
      streams: 1,
      firstAt: NINE + 7000,
      lastAt: NINE + 7000,
    });
  });
});

describe('coverage', () => {
  it('is what polls and extended exports have seen', async () => {
    await poll([]);
    const covered = { from: NINE, to: NINE + 1000 };
    await history.addImport(ME, anImport([aStream()], 'extended', { covered }));
    await history.addImport(ME, anImport([aStream()], 'account data'));
    const live = { from: NINE + DAY, to: NINE + DAY };
    expect(await history.coverage(ME)).toEqual([covered, live]);
    await history.undoImport(ME, 'extended');
    expect(await history.coverage(ME)).toEqual([live]);
  });
});

describe('a failed import', () => {
  const rows = Array.from({ length: 50 }, (_, i) => aStream({ endedAt: NINE + i * MINUTE }));

  it.each(['import', 'undo'])('(%s) leaves everything as it was', async (work) => {
    await poll([aPlay(NINE + 5000), aPlay(NINE + DAY)]);
    await addImport(rows.slice(0, 20), 'before');
    const before = await seenIn(history);
    let kills = 0;
    for (let isDone = false; !isDone; kills++) {
      let puts = 0;
      beforeEachPut(() => {
        if (puts++ === kills) throw new DOMException('full', 'QuotaExceededError');
      });
      const done = work === 'import' ? addImport(rows) : history.undoImport(ME, 'before');
      isDone = await done.then(
        () => true,
        (error: { code: string }) => {
          expect(error.code).toBe('history/quota');
          return false;
        },
      );
      vi.restoreAllMocks();
      if (!isDone) expect(await seenIn(history)).toEqual(before);
    }
    expect(kills).toBeGreaterThan(4);
  });

  it('that was stopped adds nothing', async () => {
    const stop = new AbortController();
    beforeEachPut(() => stop.abort());
    const adding = history.addImport(ME, anImport(rows, 'stopped'), stop.signal);
    await expect(adding).rejects.toMatchObject({ code: 'archive/cancelled' });
    expect(await history.receipts(ME)).toEqual([]);
    expect(await history.extent(ME)).toMatchObject({ streams: 0 });
  });
});
