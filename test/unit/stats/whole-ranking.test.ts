import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { selectAll } from '../../../lib/dataset/selection.ts';
import { groupingOf } from '../../../lib/stats/grouping.ts';
import { wholeRanking } from '../../../lib/stats/whole-ranking.ts';
import { anyStream, aStream, aTrack } from '../dataset/streams.ts';
import { naiveTop } from './naive.ts';

const subjects = ['songs', 'artists', 'albums'] as const;
const orders = ['plays', 'time'] as const;
/** All are compared, or all are counted. */
const ways = [Infinity, 0];

test('goes down to the last place, in the order of a naive count', () => {
  fc.assert(
    fc.property(
      fc.array(anyStream(0, 10), { maxLength: 60 }),
      fc.constantFrom(...subjects),
      fc.constantFrom(...orders),
      fc.constantFrom(...ways),
      (streams, subject, by, few) => {
        const dataset = buildDataset(streams);
        const { order, places, sums } = wholeRanking(
          dataset,
          selectAll(dataset.columns),
          subject,
          by,
          few,
        );
        const ranking = Array.from(order, (index) => ({
          names: groupingOf(dataset, subject).namesOf(index),
          plays: sums.plays[index],
          playedMs: sums.playedMs[index],
        }));
        expect(ranking).toEqual(naiveTop(streams, streams, subject, by));
        expect(Array.from(order, (index) => places[index])).toEqual(ranking.map((_, i) => i + 1));
      },
    ),
    { numRuns: 400 },
  );
});

test.each(ways)('orders amounts of any size, comparing fewer than %d', (few) => {
  const amounts = [4_000_000_000, 65_536, 65_535, 1, 2 ** 32 - 1, 131_072];
  const streams = amounts.map((playedMs) =>
    aStream({
      playedMs,
      track: aTrack({ uri: `spotify:track:${playedMs}`, title: `${playedMs}` }),
    }),
  );
  const dataset = buildDataset(streams);
  const { order, sums } = wholeRanking(dataset, selectAll(dataset.columns), 'songs', 'time', few);
  expect(Array.from(order, (song) => sums.playedMs[song])).toEqual(
    amounts.toSorted((a, b) => b - a),
  );
});
