import { expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { selectAll } from '../../../lib/dataset/selection.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { artistName } from '../../../lib/stats/names.ts';
import { shuffleShare } from '../../../lib/stats/shuffle-share.ts';
import { skipRate, skipsBy } from '../../../lib/stats/skips.ts';
import { aStream, aTrack } from '../dataset/streams.ts';

function hear(artist: string, change: Partial<Stream>): Stream {
  return aStream({ reasonEnd: 'trackdone', track: aTrack({ artist, uri: artist }), ...change });
}

test('a skip is flagged, or ended by a button; the rate is out of streams of known end', () => {
  const dataset = buildDataset([
    hear('A', { endedAt: 1, reasonEnd: 'fwdbtn', skipped: false }),
    hear('A', { endedAt: 2, reasonEnd: 'backbtn' }),
    hear('A', { endedAt: 3, skipped: true }),
    hear('A', { endedAt: 4, reasonEnd: 'unknown' }),
    hear('A', { endedAt: 5 }),
    hear('A', { endedAt: 6, reasonEnd: null }),
    hear('A', { endedAt: 7, reasonEnd: '' }),
    hear('A', { endedAt: 8, track: aTrack({ kind: 'podcast' }), reasonEnd: 'fwdbtn' }),
  ]);
  expect(skipRate(dataset, selectAll(dataset.columns))).toEqual({
    streams: 5,
    skips: 3,
    rate: 0.6,
  });
});

test('without a known end there is no rate', () => {
  const dataset = buildDataset([hear('A', { reasonEnd: null })]);
  expect(skipRate(dataset, selectAll(dataset.columns)).rate).toBeNull();
});

test('artists stand by rate, then time, then name, from a minimum of streams on', () => {
  const skip = { reasonEnd: 'fwdbtn' };
  const dataset = buildDataset([
    hear('Once', skip),
    hear('Half', skip),
    hear('Half', { endedAt: 5 }),
    hear('B', skip),
    hear('B', { ...skip, endedAt: 5 }),
    hear('A', skip),
    hear('A', { ...skip, endedAt: 5 }),
    hear('Longer', skip),
    hear('Longer', { ...skip, endedAt: 5, playedMs: 200_001 }),
    hear('Never', { endedAt: 1 }),
    hear('Never', { endedAt: 2 }),
  ]);
  const found = skipsBy(dataset, selectAll(dataset.columns), 'artists', {
    minStreams: 2,
    limit: 10,
  });
  expect(found.map(({ index }) => artistName(dataset.dictionary, index))).toEqual([
    'Longer',
    'A',
    'B',
    'Half',
  ]);
  expect(found.at(-1)).toMatchObject({ streams: 2, skips: 1, rate: 0.5 });
});

test('the shuffle share is out of streams of which it is known', () => {
  const dataset = buildDataset([
    hear('A', { endedAt: 1, shuffle: true }),
    hear('A', { endedAt: 2, shuffle: false }),
    hear('A', { endedAt: 3, shuffle: false }),
    hear('A', { endedAt: 4, shuffle: null }),
    hear('A', { endedAt: 5, shuffle: true, track: aTrack({ kind: 'podcast' }) }),
  ]);
  const all = selectAll(dataset.columns);
  expect(shuffleShare(dataset, all)).toEqual({ streams: 3, shuffled: 1, share: 1 / 3 });
  expect(shuffleShare(dataset, { ...all, to: 0 }).share).toBeNull();
});
