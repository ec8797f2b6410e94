/** Streams into columns and back. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildDataset,
  type Dataset,
  emptyDataset,
  mergeDatasets,
  streamAt,
} from '../../../lib/dataset/dataset.ts';
import { findSong, NONE } from '../../../lib/dataset/dictionary.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { anyStream, anyTrack, aStream, aTrack } from './streams.ts';

const someStreams = fc.array(anyStream(0, 50), { maxLength: 40 });

function streamsOf(dataset: Dataset): Stream[] {
  return Array.from({ length: dataset.columns.rows }, (_, row) => streamAt(dataset, row));
}

/** A track's length is the longest any source said: not the row's own. */
function withoutLength(stream: Stream): Stream {
  return { ...stream, track: { ...stream.track, durationMs: null } };
}

function inSomeOrder(streams: readonly Stream[]): string[] {
  return streams.map((stream) => JSON.stringify(withoutLength(stream))).toSorted();
}

describe('a dataset', () => {
  it('gives back every stream as it came in', () => {
    fc.assert(
      fc.property(someStreams, (streams) => {
        expect(inSomeOrder(streamsOf(buildDataset(streams)))).toEqual(inSomeOrder(streams));
      }),
    );
  });

  it('is in time order, and the same for any order of streams', () => {
    const shuffled = someStreams.chain((streams) =>
      fc.tuple(fc.constant(streams), fc.shuffledSubarray(streams, { minLength: streams.length })),
    );
    fc.assert(
      fc.property(shuffled, ([streams, others]) => {
        const rows = streamsOf(buildDataset(streams));
        expect(rows).toEqual(streamsOf(buildDataset(others)));
        const times = rows.map(({ endedAt }) => endedAt);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });

  it('orders rows of the same moment by what they say', () => {
    const alike = anyTrack.map((track) => aStream({ track }));
    const shuffledAlike = fc
      .array(alike, { maxLength: 20 })
      .chain((streams) =>
        fc.tuple(fc.constant(streams), fc.shuffledSubarray(streams, { minLength: streams.length })),
      );
    fc.assert(
      fc.property(shuffledAlike, ([streams, others]) => {
        expect(streamsOf(buildDataset(others)).map(withoutLength)).toEqual(
          streamsOf(buildDataset(streams)).map(withoutLength),
        );
      }),
    );
  });

  it('is the same whether built at once or merged from parts', () => {
    fc.assert(
      fc.property(fc.array(someStreams, { maxLength: 4 }), (parts) => {
        const merged = parts.reduce(
          (base, part) => mergeDatasets(base, [buildDataset(part)]),
          emptyDataset(),
        );
        const atOnce = mergeDatasets(emptyDataset(), parts.map(buildDataset));
        expect(streamsOf(merged)).toEqual(streamsOf(buildDataset(parts.flat())));
        expect(streamsOf(atOnce)).toEqual(streamsOf(merged));
      }),
    );
  });

  it('keeps the indices of what it grows from', () => {
    const base = buildDataset([aStream()]);
    const other = aStream({ track: aTrack({ uri: 'spotify:track:two', title: 'Aa' }) });
    const { dictionary } = mergeDatasets(base, [buildDataset([other, aStream()])]);
    expect(dictionary.tracks.title).toHaveLength(2);
    expect(dictionary.names[dictionary.tracks.title[0]!]).toBe('Glass Harbour');
  });
});

/** Song indices of tracks that differ from the usual one so. */
function songsOf(...changes: Parameters<typeof aTrack>[0][]): number[] {
  const streams = changes.map((change, i) => aStream({ endedAt: i, track: aTrack(change) }));
  const { columns, dictionary } = buildDataset(streams);
  return Array.from(columns.track, (track) => dictionary.tracks.song[track]!);
}

/** The name shown for a song that was spelt so, one after the other. */
function shownName(titles: string[]): string | null | undefined {
  const streams = titles.map((title, i) => aStream({ endedAt: i, track: aTrack({ title }) }));
  const { names, songs } = buildDataset(streams).dictionary;
  return names[songs.title[1]!];
}

describe('a song', () => {
  it('gathers the tracks of the same title and artist', () => {
    const [first, second] = songsOf({}, { uri: 'spotify:track:two', title: ' GLASS HARBOUR' });
    expect(first).toBe(second);
  });

  it('is another by another artist, and in another kind', () => {
    expect(new Set(songsOf({}, { artist: 'Someone' }, { kind: 'podcast' })).size).toBe(3);
  });

  it('is none where there is neither a name nor a URI', () => {
    expect(songsOf({ kind: 'unknown', uri: null, title: null, artist: null })).toEqual([NONE]);
  });

  it('is shown in its smallest spelling, whatever came first', () => {
    expect(shownName(['ode', 'Ode', 'ODE'])).toBe('ODE');
    expect(shownName(['ODE', 'ode'])).toBe('ODE');
  });

  it('is found by any spelling', () => {
    const { dictionary } = buildDataset([aStream()]);
    expect(findSong(dictionary, 'glass HARBOUR ', 'INES vale')).toBe(1);
    expect(findSong(dictionary, 'Glass Harbour', null)).toBe(NONE);
  });
});

it('takes what the Web API says beside the names, and the longest length', () => {
  const later = { coverUrl: 'https://covers/2', isrc: 'X1', durationMs: 100, albumUri: 'a:1' };
  const dataset = buildDataset([
    aStream({ endedAt: 1, track: aTrack({ coverUrl: 'https://covers/1' }) }),
    aStream({ endedAt: 2, track: aTrack(later) }),
  ]);
  expect(streamAt(dataset, 0).track).toEqual(aTrack({ ...later, durationMs: 200_000 }));
});

it('keeps a length beyond all columns at their end', () => {
  const dataset = buildDataset([aStream({ playedMs: 2 ** 40 })]);
  expect(streamAt(dataset, 0).playedMs).toBe(2 ** 32 - 1);
});

it('says the same of a track whichever source came first', () => {
  const tell = (isrc: string, albumUri: string) =>
    aStream({ track: aTrack({ isrc, albumUri, artistUri: albumUri }) });
  const told = [tell('A', 'spotify:album:2'), tell('B', 'spotify:album:1')];
  const rows = (streams: Stream[]) => streamsOf(buildDataset(streams));
  expect(rows(told)).toEqual(rows(told.toReversed()));
  expect(rows(told)[0]!.track).toMatchObject({ isrc: 'A', albumUri: 'spotify:album:1' });
});
