/** Rows of an extended history as Spotify writes them, invented from a seed. */
import { createCatalogue, createId, skewed, type Catalogue } from './catalogue.ts';
import { createRandom, type Random } from './random.ts';

/** The keys in the order of a real file. */
export interface ExtendedRow {
  ts: string;
  platform: string;
  ms_played: number;
  conn_country: string;
  ip_addr: string;
  master_metadata_track_name: string | null;
  master_metadata_album_artist_name: string | null;
  master_metadata_album_album_name: string | null;
  spotify_track_uri: string | null;
  episode_name: string | null;
  episode_show_name: string | null;
  spotify_episode_uri: string | null;
  audiobook_title: string | null;
  audiobook_uri: string | null;
  audiobook_chapter_uri: string | null;
  audiobook_chapter_title: string | null;
  reason_start: string;
  reason_end: string;
  shuffle: boolean;
  skipped: boolean | null;
  offline: boolean;
  offline_timestamp: number | null;
  incognito_mode: boolean;
}

const PLATFORMS = [
  'ios',
  'iOS 17.5.1 (iPhone14,2)',
  'Android OS 13 API 33 (samsung, SM-G991B)',
  'OS X 12.6.3 [arm 2]',
  'Windows 10 (10.0.19045; x64)',
  'web_player windows 10;chrome 120.0.0.0;desktop',
  'Partner sonos_ppc Sonos;Play1',
];
const FIRST_STARTS = ['clickrow', 'playbtn', 'appload', 'remote', ''];
const ENDS = [
  'endplay',
  'logout',
  'unexpected-exit-while-paused',
  'backbtn',
  'remote',
  'trackerror',
];
const SKIPPED_KNOWN_SINCE = Date.UTC(2022, 9, 1);

const NOTHING = {
  master_metadata_track_name: null,
  master_metadata_album_artist_name: null,
  master_metadata_album_album_name: null,
  spotify_track_uri: null,
  episode_name: null,
  episode_show_name: null,
  spotify_episode_uri: null,
  audiobook_title: null,
  audiobook_uri: null,
  audiobook_chapter_uri: null,
  audiobook_chapter_title: null,
};

/** The longest pause between two sittings: about 60 streams a day. */
const LONGEST_PAUSE_MS = 16 * 3_600_000;

/**
 * `count` rows from 2012 on, in time order: mostly music, some podcasts, a few audiobooks and a few
 * rows without any name. Shorter pauses make a heavier listener.
 */
export function* generateExtendedRows(
  seed: number,
  count: number,
  longestPauseMs = LONGEST_PAUSE_MS,
): Generator<ExtendedRow> {
  const random = createRandom(seed);
  const catalogue = createCatalogue(random, Math.max(50, Math.round(count / 25)));
  let endedAt = Date.UTC(2012, 2, 1, 7);
  let sitting = createSitting(random);
  let reasonStart = random.pick(FIRST_STARTS);
  for (let row = 0; row < count; row++) {
    const { names, durationMs } = createNames(random, catalogue, row / count);
    const whole = random.chance(0.62);
    const msPlayed = whole ? durationMs : random.below(durationMs);
    const skips = !whole && random.chance(0.8);
    endedAt += msPlayed + random.below(4_000);
    const reasonEnd = whole ? 'trackdone' : skips ? 'fwdbtn' : random.pick(ENDS);
    yield {
      ts: `${new Date(endedAt).toISOString().slice(0, 19)}Z`,
      platform: sitting.platform,
      ms_played: msPlayed,
      conn_country: sitting.country,
      ip_addr: sitting.address,
      ...names,
      reason_start: reasonStart,
      reason_end: reasonEnd,
      shuffle: sitting.shuffle,
      skipped: endedAt < SKIPPED_KNOWN_SINCE ? false : skips,
      offline: sitting.offline,
      offline_timestamp: createOfflineTimestamp(random, endedAt),
      incognito_mode: sitting.incognito,
    };
    const stops = random.chance(0.04);
    reasonStart = stops || reasonEnd.length > 9 ? random.pick(FIRST_STARTS) : reasonEnd;
    if (stops) {
      endedAt += random.below(longestPauseMs);
      sitting = createSitting(random);
    }
  }
}

/** What stays the same from the first song of a sitting to its last. */
function createSitting(random: Random) {
  return {
    platform: PLATFORMS[skewed(random, PLATFORMS.length)]!,
    country: random.chance(0.95) ? 'DE' : random.pick(['FR', 'ES', 'ZZ']),
    address: `84.${random.below(256)}.${random.below(256)}.xxx`,
    shuffle: random.chance(0.4),
    offline: random.chance(0.05),
    incognito: random.chance(0.01),
  };
}

function createNames(random: Random, { tracks, episodes }: Catalogue, progress: number) {
  const kind = random.next();
  if (kind < 0.955) {
    const track = pickTrack(random, tracks, progress);
    const names = {
      ...NOTHING,
      master_metadata_track_name: track.title,
      master_metadata_album_artist_name: track.artist,
      master_metadata_album_album_name: track.album,
      spotify_track_uri: track.uri,
    };
    return { names, durationMs: track.durationMs };
  }
  if (kind < 0.99) {
    const { title, show, uri, durationMs } = episodes[skewed(random, episodes.length)]!;
    const names = {
      ...NOTHING,
      episode_name: title,
      episode_show_name: show,
      spotify_episode_uri: uri,
    };
    return { names, durationMs };
  }
  if (kind < 0.995) {
    const chapter = 1 + random.below(20);
    const names = {
      ...NOTHING,
      audiobook_title: 'The Long Night Train',
      audiobook_uri: 'spotify:show:0longnighttrain0000000',
      audiobook_chapter_uri: `spotify:episode:chapter${createId(random).slice(7)}`,
      audiobook_chapter_title: `Chapter ${chapter}`,
    };
    return { names, durationMs: 900_000 };
  }
  return { names: NOTHING, durationMs: 200_000 };
}

/** Taste drifts: mostly the favourites of these months, now and then anything ever heard. */
function pickTrack(random: Random, tracks: Catalogue['tracks'], progress: number) {
  if (random.chance(0.15)) return tracks[skewed(random, tracks.length)]!;
  const favourites = Math.min(1_500, tracks.length);
  const first = Math.floor(progress * (tracks.length - favourites));
  return tracks[first + skewed(random, favourites)]!;
}

/** Seconds, milliseconds, 0 or null: all four stand in real files. */
function createOfflineTimestamp(random: Random, endedAt: number): number | null {
  const startedAt = endedAt - random.below(400_000);
  const variant = random.below(10);
  if (variant === 0) return null;
  if (variant === 1) return 0;
  return variant < 6 ? startedAt : Math.floor(startedAt / 1000);
}
