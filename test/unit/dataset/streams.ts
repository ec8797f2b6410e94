/** Invented streams for the tests of dataset, history and statistics. */
import * as fc from 'fast-check';
import type { Stream, Track } from '../../../lib/domain/stream.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function aTrack(change: Partial<Track> = {}): Track {
  return {
    kind: 'music',
    uri: 'spotify:track:one',
    title: 'Glass Harbour',
    artist: 'Ines Vale',
    album: 'Tides',
    albumArtist: null,
    durationMs: 200_000,
    isrc: null,
    coverUrl: null,
    artistUri: null,
    albumUri: null,
    ...change,
  };
}

export function aStream(change: Partial<Stream> = {}): Stream {
  return {
    endedAt: Date.UTC(2026, 10, 21, 9),
    playedMs: 200_000,
    quality: 'measured',
    track: aTrack(),
    reasonStart: 'clickrow',
    reasonEnd: 'fwdbtn',
    shuffle: false,
    skipped: null,
    offline: null,
    incognito: null,
    platform: null,
    country: null,
    ...change,
  };
}

/** A live play, as a poll brings it. */
export function aPlay(endedAt: number, change: Partial<Track> = {}): Stream {
  const nothing = { reasonStart: null, reasonEnd: null, shuffle: null };
  return aStream({ endedAt, quality: 'estimated', track: aTrack(change), ...nothing });
}

const threeStates = fc.constantFrom(null, false, true);

/** Few names, spelt in several ways, so that they meet. */
export const anyTrack: fc.Arbitrary<Track> = fc
  .record({
    kind: fc.constantFrom('music', 'music', 'music', 'podcast', 'unknown'),
    uri: fc.constantFrom(null, 'spotify:track:1', 'spotify:track:2', 'spotify:track:3'),
    title: fc.constantFrom(
      null,
      'Ode',
      'ODE ',
      'Straße',
      'STRASSE',
      'Caf\u00e9',
      'Cafe\u0301',
      ' ',
    ),
    artist: fc.constantFrom(null, 'Ann', 'ann', 'Zoë', '\u{1d504}xe', '\uff21xe'),
    album: fc.constantFrom(null, 'First', 'first', 'Second'),
    albumArtist: fc.constantFrom(null, null, 'Various'),
    durationMs: fc.constantFrom(null, 1000, 180_000),
    isrc: fc.constant(null),
  })
  .map(aTrack);

export function anyStream(from: number, to: number): fc.Arbitrary<Stream> {
  return fc.record({
    endedAt: fc.integer({ min: from, max: to }),
    playedMs: fc.oneof(
      fc.constantFrom(0, 29_999, 30_000, 200_000),
      fc.integer({ min: 0, max: 400_000 }),
    ),
    quality: fc.constantFrom('measured', 'minute', 'estimated'),
    track: anyTrack,
    reasonStart: fc.constantFrom(null, '', 'clickrow', 'a reason of tomorrow'),
    reasonEnd: fc.constantFrom(null, 'trackdone', 'fwdbtn', 'endplay'),
    shuffle: threeStates,
    skipped: threeStates,
    offline: threeStates,
    incognito: threeStates,
    platform: fc.constantFrom(null, 'ios', 'web_player'),
    country: fc.constantFrom(null, 'DE', 'US'),
  });
}
