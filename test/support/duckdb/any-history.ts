/** Small histories for fast-check: dense around one peculiar moment of one zone, full of ties. */
import * as fc from 'fast-check';
import type { DayRange } from '../../../lib/domain/day-range.ts';
import {
  type AccountRow,
  extendedRow,
  type ExtendedRow,
  formatMinute,
  type LiveRow,
  type RawHistory,
} from './raw-export.ts';
import { SPELLINGS } from './spellings.ts';
import { ZONES } from './zones.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const PLATFORMS = [
  null,
  'ios',
  'iOS 17.5.1 (iPhone14,2)',
  'Android OS 13 API 33 (samsung, SM-G991B)',
  'Partner android_tv Sony;Bravia',
  'Windows 10 (10.0.19045; x64)',
  'OS X 12.6.3 [arm 2]',
  'osx',
  'Linux [x86-64 0]',
  'web_player windows 10;chrome 120.0.0.0;desktop',
  'WebPlayer (websocket RFC6455)',
  'Partner google cast_tv;Chromecast;;',
  'Partner sonos_ppc Sonos;Play1',
  'not_applicable',
];

export interface AnyCase {
  raw: RawHistory;
  /** Null is all time. */
  days: DayRange | null;
}

const name = fc.constantFrom(...SPELLINGS);
const nameOrNull = fc.option(name, { freq: 5 });
const threeStates = fc.constantFrom(null, false, true);
const playedMs = fc.oneof(
  fc.constantFrom(0, 29_999, 30_000, 200_000),
  fc.integer({ min: 0, max: 2 * HOUR_MS }),
);

const music = fc.record({
  master_metadata_track_name: nameOrNull,
  master_metadata_album_artist_name: nameOrNull,
  master_metadata_album_album_name: nameOrNull,
  spotify_track_uri: fc.constantFrom(null, 'spotify:track:1', 'spotify:track:2'),
});
const podcast = fc.record({
  episode_name: name,
  episode_show_name: nameOrNull,
  spotify_episode_uri: fc.constantFrom(null, 'spotify:episode:1'),
});
const audiobook = fc.record({ audiobook_title: name, audiobook_chapter_title: nameOrNull });
const nothing = fc.constant({});

function anyExtended(endedAt: fc.Arbitrary<number>): fc.Arbitrary<ExtendedRow> {
  const about = fc.record({
    platform: fc.constantFrom(...PLATFORMS),
    conn_country: fc.constantFrom(null, 'DE', 'US', 'ZZ'),
    reason_start: fc.constantFrom(null, '', 'clickrow', 'a reason of tomorrow'),
    reason_end: fc.constantFrom(null, '', 'trackdone', 'fwdbtn', 'backbtn', 'endplay', 'unknown'),
    shuffle: threeStates,
    skipped: threeStates,
    offline: threeStates,
    incognito_mode: threeStates,
  });
  const names = fc.oneof(
    { weight: 12, arbitrary: music },
    { weight: 1, arbitrary: podcast },
    { weight: 1, arbitrary: audiobook },
    { weight: 1, arbitrary: nothing },
  );
  return fc
    .tuple(endedAt, playedMs, about, names)
    .map(([at, ms, ...said]) => Object.assign(extendedRow(at, ms), ...said) as ExtendedRow);
}

function anyAccount(endedAt: fc.Arbitrary<number>): fc.Arbitrary<AccountRow> {
  const isPodcast = fc.boolean();
  return fc
    .tuple(endedAt, playedMs, name, nameOrNull, isPodcast)
    .map(([at, ms, title, by, is]) => ({
      endTime: formatMinute(at),
      msPlayed: ms,
      trackName: is ? null : title,
      artistName: is ? null : by,
      episodeName: is ? title : null,
      podcastName: is ? by : null,
    }));
}

function anyLive(endedAt: fc.Arbitrary<number>): fc.Arbitrary<LiveRow> {
  return fc.record({
    played_at: fc.tuple(endedAt, fc.nat(999)).map(([at, ms]) => new Date(at + ms).toISOString()),
    uri: fc.constantFrom('spotify:track:1', 'spotify:track:3'),
    title: name,
    artist: name,
    album: name,
    album_artist: nameOrNull,
    duration_ms: fc.constantFrom(29_000, 200_000),
  });
}

/** A history of a few days in this zone, and a range that is all, a few of them, or none. */
export function anyCaseIn(zoneName: string): fc.Arbitrary<AnyCase> {
  return fc.constantFrom(...(ZONES[zoneName] ?? [])).chain((moment) => {
    const center = Math.floor(Date.parse(moment) / 1000) * 1000;
    const day = Math.floor(center / DAY_MS);
    const around = (ms: number) =>
      fc.integer({ min: -ms / 1000, max: ms / 1000 }).map((seconds) => center + seconds * 1000);
    const endedAt = fc.oneof(
      around(2 * HOUR_MS),
      around(4 * DAY_MS),
      fc.constantFrom(-1000, 0, 1000, 60_000).map((ms) => center + ms),
      // The same days, a year or four earlier.
      fc.tuple(fc.constantFrom(1, 4), around(DAY_MS)).map(([years, at]) => minusYears(at, years)),
    );
    const range = fc
      .tuple(fc.integer({ min: day - 4, max: day + 3 }), fc.nat(4))
      .map(([first, more]) => ({ first, last: first + more }));
    return fc.record({
      raw: fc.record({
        extended: fc.array(anyExtended(endedAt), { maxLength: 40 }),
        account: fc.array(anyAccount(endedAt), { maxLength: 6 }),
        live: fc.array(anyLive(endedAt), { maxLength: 6 }),
      }),
      days: fc.option(range),
    });
  });
}

function minusYears(time: number, years: number): number {
  const date = new Date(time);
  return date.setUTCFullYear(date.getUTCFullYear() - years);
}
