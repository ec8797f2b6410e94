/** Files of exports into one dataset, without counting twice. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset, type Dataset, streamAt } from '../../../lib/dataset/dataset.ts';
import { gatherBatches, type StreamBatch } from '../../../lib/dataset/gather-batches.ts';
import { foldName } from '../../../lib/dataset/identity.ts';
import { mergeExports, SAME_AS_EXTENDED, SAME_ROW } from '../../../lib/dataset/merge-exports.ts';
import { packFlags } from '../../../lib/domain/stream-codes.ts';
import type { Quality, Stream, Track } from '../../../lib/domain/stream.ts';
import { anyStream, aStream, aTrack, MINUTE } from './streams.ts';

const OLD_REASON = 'a reason of yesterday';

/** Some file's own codes: null first, the others in any order. */
function codes(texts: (string | null)[]): (string | null)[] {
  return [null, OLD_REASON, ...new Set(texts)];
}

/** As the archive would hand it over: with tracks and codes of its own. */
function toBatch(quality: Quality, streams: readonly Stream[]): StreamBatch {
  const reasons = codes(streams.flatMap((stream) => [stream.reasonStart, stream.reasonEnd]));
  const platforms = codes(streams.map(({ platform }) => platform));
  const countries = codes(streams.map(({ country }) => country));
  const column = (read: (stream: Stream, row: number) => number) => Uint32Array.from(streams, read);
  return {
    quality,
    rows: streams.length,
    endedAt: Float64Array.from(streams, ({ endedAt }) => endedAt),
    playedMs: column(({ playedMs }) => playedMs),
    track: column((_, row) => row),
    reasonStart: column(({ reasonStart }) => reasons.lastIndexOf(reasonStart)),
    reasonEnd: column(({ reasonEnd }) => reasons.lastIndexOf(reasonEnd)),
    platform: column(({ platform }) => platforms.lastIndexOf(platform)),
    country: column(({ country }) => countries.lastIndexOf(country)),
    flags: Uint8Array.from(streams, packFlags),
    tracks: streams.map(({ track }) => track),
    reasons,
    platforms,
    countries,
  };
}

function streamsOf(dataset: Dataset): Stream[] {
  return Array.from({ length: dataset.columns.rows }, (_, row) => streamAt(dataset, row));
}

/** Few moments, lengths and names, so that rows meet. */
const anyRow = anyStream(0, 4).map(bringClose);
const extendedFile = fc.array(anyRow, { maxLength: 25 }).map((rows) => toBatch('measured', rows));
const accountFile = fc
  .array(anyRow, { maxLength: 12 })
  .map((rows) => toBatch('minute', rows.map(asAccountRow)));

function bringClose(stream: Stream): Stream {
  return { ...stream, endedAt: stream.endedAt * 30_000, playedMs: stream.playedMs % 3 };
}

function asAccountRow({ endedAt, playedMs, track }: Stream): Stream {
  return {
    ...aStream({ playedMs, reasonStart: null, reasonEnd: null, shuffle: null }),
    endedAt: Math.floor(endedAt / MINUTE) * MINUTE,
    track: { ...track, uri: null },
  };
}

const files = fc.array(fc.oneof(extendedFile, accountFile), { minLength: 1, maxLength: 5 });

function mergeFiles(batches: readonly StreamBatch[]): Stream[] {
  return streamsOf(mergeExports(gatherBatches(batches)).dataset);
}

/** By the words of the two rules, over strings. */
function naiveKey(stream: Stream, by: 'uri or name' | 'name' = 'uri or name'): string {
  const { endedAt, playedMs, quality, track, reasonStart, reasonEnd } = stream;
  const { kind, uri, title, artist, album } = track;
  const names = [kind, foldName(title), foldName(artist), foldName(album)];
  const told = by === 'name' ? names : (uri ?? names);
  return JSON.stringify([endedAt, playedMs, quality, told, reasonStart, reasonEnd]);
}

function naiveSong({ kind, uri, title, artist }: Track): string | null {
  const heard = foldName(title) || foldName(uri);
  return heard ? JSON.stringify([kind, heard, foldName(artist)]) : null;
}

function minuteOf({ endedAt, playedMs, track }: Stream): string {
  return JSON.stringify([Math.floor(endedAt / MINUTE), playedMs, naiveSong(track)]);
}

function naiveCount(streams: readonly Stream[]): number {
  const rows = [...new Map(streams.map((stream) => [naiveKey(stream), stream])).values()];
  const withUri = new Set(
    streams.filter(({ track }) => track.uri !== null).map((row) => naiveKey(row, 'name')),
  );
  const isNamesake = (row: Stream) =>
    row.track.uri === null &&
    foldName(row.track.title) !== '' &&
    withUri.has(naiveKey(row, 'name'));
  const extended = new Set(streams.filter(({ quality }) => quality === 'measured').map(minuteOf));
  const isCounted = (row: Stream) =>
    row.quality === 'measured' || naiveSong(row.track) === null || !extended.has(minuteOf(row));
  return rows.filter((row) => isCounted(row) && !isNamesake(row)).length;
}

describe('the files of an export', () => {
  it('hold every stream once they are gathered', () => {
    const [first, second] = [aStream({ endedAt: 2 }), aStream({ endedAt: 1, country: 'DE' })];
    const batches = [toBatch('measured', [first, second]), toBatch('measured', [second])];
    expect(streamsOf(gatherBatches(batches))).toEqual(
      streamsOf(buildDataset([first, second, second])),
    );
  });

  it('make the same history in any order', () => {
    const shuffled = files.chain((batches) =>
      fc.tuple(fc.constant(batches), fc.shuffledSubarray(batches, { minLength: batches.length })),
    );
    fc.assert(
      fc.property(shuffled, ([batches, others]) => {
        expect(mergeFiles(batches)).toEqual(mergeFiles(others));
      }),
    );
  });

  it('change nothing when they are handed in again', () => {
    fc.assert(
      fc.property(files, (batches) => {
        expect(mergeFiles([...batches, ...batches])).toEqual(mergeFiles(batches));
      }),
    );
  });

  it('lose no stream and count none twice', () => {
    fc.assert(
      fc.property(files, (batches) => {
        const all = streamsOf(gatherBatches(batches));
        expect(mergeFiles(batches)).toHaveLength(naiveCount(all));
      }),
    );
  });

  it('keep live plays as they are', () => {
    const live = aStream({ quality: 'estimated' });
    expect(mergeExports(buildDataset([live, live])).dataset.columns.rows).toBe(2);
  });
});

function doublesOf(...streams: Stream[]): number[] {
  return [...mergeExports(buildDataset(streams)).doubles];
}

/** URIs of the rows that stay. */
function rowsLeft(...streams: Stream[]): (string | null)[] {
  return streamsOf(mergeExports(buildDataset(streams)).dataset).map(({ track }) => track.uri);
}

describe('two rows', () => {
  const extended = aStream({ endedAt: 5 * MINUTE + 7000 });
  const account = aStream({
    endedAt: 5 * MINUTE,
    quality: 'minute',
    track: aTrack({ uri: null, album: null }),
    reasonStart: null,
    reasonEnd: null,
    shuffle: null,
  });

  it('are one when they differ in what does not count', () => {
    expect(doublesOf(extended, { ...extended, platform: 'ios' })).toEqual([SAME_ROW, 0]);
    const respelt = { ...extended, track: aTrack({ title: 'GLASS HARBOUR' }) };
    expect(doublesOf(extended, respelt)).toContain(SAME_ROW);
  });

  it('are one when one has lost its URI, and has the same names', () => {
    const nameless = { title: null, artist: null, album: null };
    const bare = { ...extended, track: aTrack({ uri: null, title: 'GLASS HARBOUR ' }) };
    const other = { ...extended, track: aTrack({ uri: 'spotify:track:two' }) };
    expect(rowsLeft(extended, bare)).toEqual(['spotify:track:one']);
    expect(rowsLeft(bare, other, extended)).toEqual(['spotify:track:one', 'spotify:track:two']);
    expect(rowsLeft(extended, { ...bare, reasonEnd: '' })).toHaveLength(2);
    const elsewhere = { ...extended, track: aTrack({ uri: null, album: 'Ebb' }) };
    expect(rowsLeft(extended, elsewhere)).toHaveLength(2);
    const unnamed = (uri: string | null) => ({ ...extended, track: aTrack({ uri, ...nameless }) });
    expect(rowsLeft(unnamed('spotify:track:one'), unnamed(null))).toHaveLength(2);
  });

  it('are two when end, time heard, URI or a reason differ', () => {
    const changes: Partial<Stream>[] = [
      { endedAt: extended.endedAt + 1000 },
      { playedMs: 1 },
      { track: aTrack({ uri: 'spotify:track:two' }) },
      { reasonStart: 'trackdone' },
      { reasonEnd: '' },
    ];
    for (const change of changes) {
      expect(doublesOf(extended, { ...extended, ...change })).toEqual([0, 0]);
    }
  });

  it('are one when account data tells an extended row by its minute', () => {
    expect(doublesOf(extended, account)).toEqual([SAME_AS_EXTENDED, 0]);
    const nextMinute = { ...extended, endedAt: 6 * MINUTE };
    expect(doublesOf(nextMinute, account)).toEqual([0, 0]);
    const lastSecond = { ...extended, endedAt: 6 * MINUTE - 1 };
    expect(doublesOf(lastSecond, account)).toEqual([SAME_AS_EXTENDED, 0]);
  });

  it('are one chapter of an audiobook, whose author only account data names', () => {
    const chapter = { kind: 'audiobook', title: 'Chapter 1', album: 'The Book' } as const;
    const extendedChapter = { ...extended, track: aTrack({ ...chapter, artist: null }) };
    const accountChapter = (change: Partial<Track>) => ({
      ...account,
      track: aTrack({ ...chapter, uri: null, artist: 'A. Writer', ...change }),
    });
    expect(doublesOf(extendedChapter, accountChapter({}))).toEqual([SAME_AS_EXTENDED, 0]);
    expect(doublesOf(extendedChapter, accountChapter({ album: 'The Other' }))).toEqual([0, 0]);
    expect(doublesOf(extendedChapter, accountChapter({ title: 'Chapter 2' }))).toEqual([0, 0]);
  });
});
