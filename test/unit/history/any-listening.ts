/** Any listening, told by exports and by live polls, in few words, so that rows meet by every rule. */
import * as fc from 'fast-check';
import type { Stream, Track } from '../../../lib/domain/stream.ts';
import { aPlay, aStream, aTrack, HOUR, MINUTE } from '../dataset/streams.ts';

export const NINE = Date.UTC(2026, 10, 21, 9);

const trackChange: fc.Arbitrary<Partial<Track>> = fc.constantFrom(
  {},
  { uri: 'spotify:track:two' },
  { uri: 'spotify:track:two', title: 'Other' },
  { title: 'GLASS HARBOUR' },
);
const moment = fc.integer({ min: 0, max: 80 }).map((tens) => NINE + tens * 10_000);
/** Of one moment and URI Spotify gives one spelling: what it says of a play later changes nothing. */
const liveChange: fc.Arbitrary<Partial<Track>> = fc.constantFrom(
  {},
  { uri: 'spotify:track:two' },
  { uri: 'spotify:track:three', title: 'Other' },
  { uri: 'spotify:track:four', title: 'GLASS HARBOUR' },
);
/** Some when exports no longer reach. */
const liveMoment = fc.oneof(
  moment,
  moment,
  moment.map((at) => at + HOUR),
);
const livePlay = fc.tuple(liveMoment, liveChange).map(([at, change]) => aPlay(at, change));
const extendedRow = fc
  .record({
    endedAt: moment,
    change: trackChange,
    kind: fc.constantFrom('music', 'music', 'music', 'podcast', 'unknown'),
    playedMs: fc.constantFrom(0, 20_000, 200_000),
    reasonEnd: fc.constantFrom('trackdone', 'fwdbtn'),
    platform: fc.constantFrom('ios', null),
  })
  .map(({ change, kind, ...rest }) =>
    aStream({ ...rest, track: { ...aTrack(change), kind, durationMs: null } }),
  );
const accountRow = fc
  .record({ endedAt: moment, change: trackChange, playedMs: fc.constantFrom(0, 20_000, 200_000) })
  .map(({ endedAt, change, playedMs }) =>
    aStream({
      endedAt: Math.floor(endedAt / MINUTE) * MINUTE,
      playedMs,
      quality: 'minute',
      track: { ...aTrack({ ...change, uri: null, album: null }), durationMs: null },
      reasonStart: null,
      reasonEnd: null,
      shuffle: null,
    }),
  );
/** The rows of one import. */
export const file = fc.array(fc.oneof(extendedRow, extendedRow, accountRow), { maxLength: 12 });
/** What one poll brings. */
const page = fc.array(livePlay, { maxLength: 8 });
export type Step = { type: 'import' | 'poll'; streams: Stream[]; fold: boolean };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('import' as const), streams: file, fold: fc.boolean() }),
  fc.record({ type: fc.constant('poll' as const), streams: page, fold: fc.boolean() }),
);
/** Imports and polls, one after the other. */
export const steps = fc.array(step, { maxLength: 5 });
