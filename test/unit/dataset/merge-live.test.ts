/** Live plays and exports of the same listening: rules 3 and 4, against a reading word by word. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset, streamAt } from '../../../lib/dataset/dataset.ts';
import { foldName, trackKey } from '../../../lib/dataset/identity.ts';
import { withoutDoubles } from '../../../lib/dataset/merge-exports.ts';
import { findDoubles, REPEATED_PLAY, SAME_AS_EXPORT } from '../../../lib/dataset/merge-live.ts';
import type { Stream, Track } from '../../../lib/domain/stream.ts';
import { aPlay, aStream, aTrack, MINUTE } from './streams.ts';

const NINE = Date.UTC(2026, 10, 21, 9);

/** What is left, as ends and qualities. */
function left(...streams: Stream[]): string[] {
  const all = buildDataset(streams);
  const { columns, ...rest } = withoutDoubles(all, findDoubles(all));
  return Array.from({ length: columns.rows }, (_, row) => streamAt({ columns, ...rest }, row)).map(
    ({ endedAt, quality }) => `${quality} ${(endedAt - NINE) / 1000}`,
  );
}

const exported = (seconds: number, change: Partial<Stream> = {}) =>
  aStream({ endedAt: NINE + seconds * 1000, ...change });
const played = (seconds: number, change: Partial<Track> = {}) =>
  aPlay(NINE + seconds * 1000, change);

describe('a live play', () => {
  it('is the stream of an export that ended within 90 s of it', () => {
    expect(left(exported(0), played(90))).toEqual(['measured 0']);
    expect(left(exported(0), played(91))).toEqual(['measured 0', 'estimated 91']);
  });

  it('is the stream of an export that began within 90 s of it', () => {
    const long = { playedMs: 3_600_000 };
    expect(left(exported(3600, long), played(-90))).toEqual(['measured 3600']);
    expect(left(exported(3600, long), played(-91))).toHaveLength(2);
    expect(left(exported(3600, long), played(1800))).toHaveLength(2);
  });

  it('has 150 s where the export knows the minute only', () => {
    const minute = { quality: 'minute', playedMs: 30_000 } as const;
    expect(left(exported(0, minute), played(150))).toEqual(['minute 0']);
    expect(left(exported(0, minute), played(151))).toHaveLength(2);
  });

  it('is known by its URI, its ISRC or its song', () => {
    const other = { uri: 'spotify:track:other' };
    const named = { title: 'Glass', artist: 'Else' };
    expect(left(exported(0), played(10, named))).toHaveLength(1);
    expect(left(exported(0), played(10, other))).toHaveLength(1);
    expect(left(exported(0), played(10, { ...other, ...named }))).toHaveLength(2);
    const isrc = { isrc: 'DEXX12600001' };
    const learned = played(-9000, isrc);
    expect(left(learned, exported(0), played(10, { ...other, ...named, ...isrc }))).toHaveLength(2);
  });

  it('takes one stream, and the nearest', () => {
    expect(left(exported(0, { playedMs: 1 }), played(-40), played(50))).toEqual([
      'measured 0',
      'estimated 50',
    ]);
    expect(
      left(exported(0, { playedMs: 1 }), exported(60, { playedMs: 1 }), played(50)),
    ).toHaveLength(2);
  });

  it('that was noticed twice is met by either time', () => {
    const short = { playedMs: 1 };
    const doubles = findDoubles(buildDataset([played(0), played(29), exported(115, short)]));
    expect([...doubles]).toEqual([SAME_AS_EXPORT, REPEATED_PLAY, 0]);
    expect(left(played(0), exported(115, short))).toHaveLength(2);
    expect(left(played(0), played(29), exported(120, short))).toHaveLength(2);
  });

  it('counts once before it meets an export', () => {
    const doubles = findDoubles(buildDataset([played(0), played(20), exported(5)]));
    expect([...doubles]).toEqual([SAME_AS_EXPORT, 0, REPEATED_PLAY]);
  });
});

const tracks: Partial<Track>[] = [
  {},
  { uri: 'spotify:track:two' },
  { uri: 'spotify:track:two', title: 'Other' },
  { uri: null },
  { uri: 'spotify:track:three', title: 'Third', isrc: 'A' },
  { uri: 'spotify:track:four', title: 'Fourth', isrc: 'A' },
];
const second = fc.integer({ min: 0, max: 60 }).map((tens) => tens * 10);
const livePlay = fc
  .tuple(second, fc.constantFrom(...tracks))
  .map(([seconds, track]) => played(seconds, track));
const exportRow = fc
  .record({
    seconds: second,
    track: fc.constantFrom(...tracks),
    playedMs: fc.constantFrom(0, 10_000, 200_000),
    quality: fc.constantFrom('measured', 'minute'),
  })
  .map(({ seconds, track, playedMs, quality }) => {
    const endedAt = NINE + seconds * 1000;
    const shown = { ...aTrack(track), isrc: null };
    return quality === 'measured'
      ? aStream({ endedAt, track: shown, playedMs })
      : aStream({
          endedAt: Math.floor(endedAt / MINUTE) * MINUTE,
          track: { ...shown, uri: null },
          playedMs,
          quality,
        });
  });

/**
 * Rule 3 word by word, over streams that rules 1, 2 and 4 have left; `noticed` has all rows that rule 4
 * makes one with a play, itself among them.
 */
function naivePairs(
  streams: readonly Stream[],
  noticed: (play: Stream) => readonly Stream[],
): number {
  const live = streams.filter(({ quality }) => quality === 'estimated');
  const rows = live.flatMap((play) => noticed(play).map((row) => ({ play, row })));
  const isrcs = new Map(
    [...streams, ...rows.map(({ row }) => row)].flatMap(({ track: { uri, isrc } }) =>
      isrc ? [[uri, isrc]] : [],
    ),
  );
  const free = new Set(streams);
  for (let pairs = 0; ; pairs++) {
    let best: { score: number[]; play: Stream; other: Stream } | null = null;
    for (const { play, row } of rows) {
      for (const [j, other] of streams.entries()) {
        if (other.quality === 'estimated' || !free.has(play) || !free.has(other)) continue;
        const start = other.endedAt - other.playedMs;
        const sameness = naiveSameness(row.track, other.track, isrcs);
        const distance = Math.min(
          Math.abs(row.endedAt - other.endedAt),
          Math.abs(row.endedAt - start),
        );
        if (sameness < 0 || distance > (other.quality === 'minute' ? 150_000 : 90_000)) continue;
        const score = [distance, sameness, streams.indexOf(play), j];
        if (!best || isLess(score, best.score)) best = { score, play, other };
      }
    }
    if (!best) return pairs;
    free.delete(best.play);
    free.delete(best.other);
  }
}

function naiveSameness(a: Track, b: Track, isrcs: Map<string | null, string | null>): number {
  if (a.uri !== null && a.uri === b.uri) return 0;
  const isrc = a.isrc ?? isrcs.get(a.uri) ?? null;
  if (isrc !== null && isrc === (isrcs.get(b.uri) ?? null)) return 1;
  return naiveSong(a) === naiveSong(b) ? 2 : -1;
}

function naiveSong({ title, artist }: Track): string {
  return JSON.stringify([foldName(title), foldName(artist)]);
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && a[at]! < b[at]!;
}

describe('any live plays and any export', () => {
  const mixed = fc.array(fc.oneof(livePlay, exportRow), { maxLength: 30 });

  it('are paired one to one, the nearest first', () => {
    fc.assert(
      fc.property(mixed, (streams) => {
        const all = buildDataset(streams);
        const doubles = findDoubles(all);
        const rows = Array.from(doubles, (double, row) => ({ double, stream: streamAt(all, row) }));
        const before = rows.filter(({ double }) => double === 0 || double === SAME_AS_EXPORT);
        const paired = rows.filter(({ double }) => double === SAME_AS_EXPORT);
        expect(paired.every(({ stream }) => stream.quality === 'estimated')).toBe(true);
        const repeats = rows.filter(({ double }) => double === REPEATED_PLAY);
        const noticed = (play: Stream) => [
          play,
          ...repeats
            .map(({ stream }) => stream)
            .filter(({ track }) => trackKey(track) === trackKey(play.track))
            .filter(({ endedAt: at }) => at >= play.endedAt && at < play.endedAt + 30_000),
        ];
        const pairs = naivePairs(
          before.map(({ stream }) => stream),
          noticed,
        );
        expect(paired).toHaveLength(pairs);
      }),
      { numRuns: 300 },
    );
  });

  it('come to the same in any order', () => {
    const shuffled = mixed.chain((streams) =>
      fc.tuple(fc.constant(streams), fc.shuffledSubarray(streams, { minLength: streams.length })),
    );
    fc.assert(
      fc.property(shuffled, ([streams, others]) => {
        expect(left(...others)).toEqual(left(...streams));
      }),
    );
  });
});
