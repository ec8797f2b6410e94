import { describe, expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import type { Selection } from '../../../lib/dataset/selection.ts';
import { compareRanges } from '../../../lib/stats/compare-ranges.ts';
import { artistName } from '../../../lib/stats/names.ts';
import { rankChanges } from '../../../lib/stats/rank-changes.ts';
import { topArtists } from '../../../lib/stats/top-artists.ts';
import { aStream, aTrack } from '../dataset/streams.ts';

/** A row each, in this order. */
function hear(...artists: string[]) {
  return buildDataset(
    artists.map((artist, endedAt) => aStream({ endedAt, track: aTrack({ artist, uri: artist }) })),
  );
}

function rows(from: number, to: number): Selection {
  return { from, to, mask: null };
}

// Before: A 3, B 2, C 1. Now: C 3, New 2, A 1.
const dataset = hear('A', 'A', 'A', 'B', 'B', 'C', 'C', 'C', 'C', 'New', 'New', 'A');
const before = rows(0, 6);
const now = rows(6, 12);

function nameOf(index: number): string | null {
  return artistName(dataset.dictionary, index);
}

describe('changes of rank', () => {
  test('are places won or lost, and none for what is new', () => {
    const top = topArtists(dataset, now, 'plays', 10);
    const changes = rankChanges(dataset, top, before, { subject: 'artists', by: 'plays' });
    expect(
      changes.map(({ index, rank, rankBefore, change }) => [
        nameOf(index),
        rank,
        rankBefore,
        change,
      ]),
    ).toEqual([
      ['C', 1, 3, 2],
      ['New', 2, null, null],
      ['A', 3, 1, -2],
    ]);
  });

  test('count those before who are not in the list now', () => {
    const [first] = topArtists(dataset, now, 'plays', 1);
    const [change] = rankChanges(dataset, [first!], before, { subject: 'artists', by: 'plays' });
    expect(change?.rankBefore).toBe(3);
  });
});

describe('two ranges compared', () => {
  const comparison = compareRanges(dataset, before, now, 10);

  test('tell their figures and what they share', () => {
    expect(comparison.first).toMatchObject({ plays: 6, artists: 3 });
    expect(comparison.second).toMatchObject({ plays: 6, artists: 3 });
    expect(comparison.common).toEqual({ songs: 2, artists: 2, albums: 2 });
  });

  test('tell who gained and lost, by share of time', () => {
    const shifts = (list: typeof comparison.gained) =>
      list.map(({ index, firstShare, secondShare }) => [nameOf(index), firstShare, secondShare]);
    expect(shifts(comparison.gained)).toEqual([
      ['C', 1 / 6, 3 / 6],
      ['New', 0, 2 / 6],
    ]);
    expect(shifts(comparison.lost)).toEqual([
      ['A', 3 / 6, 1 / 6],
      ['B', 2 / 6, 0],
    ]);
  });

  test('go by time in both where shares shifted as much, whatever rounding says', () => {
    // A: 1/10 → 3/10, B: 0 → 2/10; as doubles, 0.3 − 0.1 is less than 0.2.
    const rest = (streams: number) => Array.from({ length: streams }, () => 'C');
    const heard = hear('A', ...rest(9), 'A', 'A', 'A', 'B', 'B', ...rest(5));
    const { gained } = compareRanges(heard, rows(0, 10), rows(10, 20), 10);
    expect(gained.map(({ index }) => artistName(heard.dictionary, index))).toEqual(['A', 'B']);
  });

  test('have no share of nothing', () => {
    const { gained, lost } = compareRanges(dataset, rows(0, 0), rows(0, 1), 10);
    expect([gained.length, lost.length]).toEqual([1, 0]);
    expect(gained[0]).toMatchObject({ firstShare: 0, secondShare: 1 });
  });
});
