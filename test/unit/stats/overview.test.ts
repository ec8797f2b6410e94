import { expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { selectAll } from '../../../lib/dataset/selection.ts';
import { overview } from '../../../lib/stats/overview.ts';
import { aStream, aTrack, MINUTE } from '../dataset/streams.ts';

const noon = Date.UTC(2026, 10, 21, 12);

test('counts music, what is distinct in it, and the rest beside it', () => {
  const dataset = buildDataset([
    aStream({ endedAt: noon, track: aTrack({ kind: 'podcast' }), playedMs: 5 }),
    aStream({ endedAt: noon + MINUTE, reasonEnd: 'trackdone' }),
    aStream({ endedAt: noon + 2 * MINUTE, playedMs: 3, skipped: true, reasonEnd: null }),
    aStream({
      endedAt: noon + 3 * MINUTE,
      reasonEnd: 'endplay',
      track: aTrack({ album: null, title: 'Low Tide' }),
    }),
    aStream({ endedAt: noon + 4 * MINUTE, track: aTrack({ artist: 'ines VALE ', uri: null }) }),
    aStream({ endedAt: noon + 5 * MINUTE, track: aTrack({ kind: 'audiobook' }), playedMs: 7 }),
    aStream({ endedAt: noon + 6 * MINUTE, track: aTrack({ kind: 'unknown' }), playedMs: 0 }),
    aStream({ endedAt: noon + 7 * MINUTE, track: aTrack({ kind: 'podcast' }), playedMs: 11 }),
  ]);
  expect(overview(dataset, selectAll(dataset.columns))).toEqual({
    streams: 4,
    plays: 3,
    playedMs: 600_003,
    skips: 2,
    songs: 2,
    albums: 1,
    artists: 1,
    firstStream: noon + MINUTE,
    lastStream: noon + 4 * MINUTE,
    podcasts: { streams: 2, playedMs: 16 },
    audiobooks: { streams: 1, playedMs: 7 },
    unknown: { streams: 1, playedMs: 0 },
  });
});

test('has no first and no last stream where there is no music', () => {
  const dataset = buildDataset([aStream({ track: aTrack({ kind: 'podcast' }) })]);
  const { firstStream, lastStream, streams } = overview(dataset, selectAll(dataset.columns));
  expect({ firstStream, lastStream, streams }).toEqual({
    firstStream: null,
    lastStream: null,
    streams: 0,
  });
});
