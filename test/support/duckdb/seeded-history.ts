/** Twelve invented years of listening from a seed: sittings, habits, skips, ties, odd moments. */
import { createRandom, type Random } from '../exports/random.ts';
import { PLATFORMS } from './any-history.ts';
import {
  type AccountRow,
  extendedRow,
  type ExtendedRow,
  formatMinute,
  type LiveRow,
  type RawHistory,
} from './raw-export.ts';
import { SPELLINGS } from './spellings.ts';
import { MOMENTS } from './zones.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const FIRST = Date.UTC(2009, 9, 20);
const LAST = Date.UTC(2021, 5, 1);

const SONGS = 1500;
const ENDS = ['trackdone', 'trackdone', 'trackdone', 'fwdbtn', 'backbtn', 'endplay', 'unknown', ''];

/** About so many rows. The last year and a half is account data, the last weeks are live plays. */
export function seededHistory(seed: number, rows: number): RawHistory {
  const random = createRandom(seed);
  const raw: RawHistory = { extended: [], account: [], live: [] };
  const add = (endedAt: number, progress: number, sitting: Sitting) => {
    if (progress < 0.9 || random.chance(0.1)) {
      raw.extended.push(extended(random, endedAt, progress, sitting));
    } else if (progress < 0.985) raw.account.push(account(random, endedAt, progress));
    else raw.live.push(live(random, endedAt, progress));
  };
  const perSitting = 12;
  const pause = (LAST - FIRST) / (rows / perSitting);
  let time = FIRST;
  while (time < LAST) {
    const sitting = createSitting(random);
    const progress = (time - FIRST) / (LAST - FIRST);
    let endedAt = time;
    for (let left = random.below(2 * perSitting); left > 0; left--) {
      // Mostly at once, sometimes after a pause around the twenty minutes that end a sitting.
      endedAt += random.chance(0.1) ? random.below(40) * MINUTE_MS : random.below(5 * MINUTE_MS);
      endedAt = Math.floor(endedAt / 1000) * 1000;
      add(endedAt, progress, sitting);
    }
    // Some weeks of silence.
    time += random.chance(0.003) ? 40 * DAY_MS : Math.floor(random.next() * 2 * pause);
  }
  for (const moment of MOMENTS) {
    const sitting = createSitting(random);
    for (let i = 0; i < 30; i++) {
      const endedAt = moment + (random.below(7200) - 3600) * 1000;
      raw.extended.push(extended(random, endedAt, 0.5, sitting));
    }
  }
  // The same moment for different things, and the very same things at other moments.
  for (const row of raw.extended.slice(0, 400)) {
    raw.extended.push({ ...row, spotify_track_uri: 'spotify:track:tie', skipped: true });
    const endedAt = Date.parse(row.ts) + 400 * DAY_MS;
    raw.extended.push({ ...row, ts: extendedRow(endedAt, 0).ts });
  }
  return raw;
}

interface Sitting {
  platform: string | null;
  country: string | null;
  shuffle: boolean | null;
}

function createSitting(random: Random): Sitting {
  return {
    platform: random.pick(PLATFORMS),
    country: random.chance(0.9) ? 'DE' : random.pick([null, 'US', 'ZZ', 'AT']),
    shuffle: random.pick([null, true, false, false]),
  };
}

function extended(
  random: Random,
  endedAt: number,
  progress: number,
  sitting: Sitting,
): ExtendedRow {
  const row = extendedRow(endedAt, pickPlayedMs(random));
  row.platform = sitting.platform;
  row.conn_country = sitting.country;
  row.shuffle = sitting.shuffle;
  row.reason_start = random.pick([null, '', 'clickrow', 'trackdone']);
  row.reason_end = random.chance(0.05) ? null : random.pick(ENDS);
  row.skipped = random.pick([null, false, false, false, true]);
  const kind = random.next();
  if (kind < 0.92) {
    const { title, artist, album, uri } = pickSong(random, progress);
    row.master_metadata_track_name = random.chance(0.003) ? null : title;
    row.master_metadata_album_artist_name = random.chance(0.003) ? null : artist;
    row.master_metadata_album_album_name = random.chance(0.01) ? null : album;
    row.spotify_track_uri = random.chance(0.01) ? null : uri;
  } else if (kind < 0.96) {
    row.episode_name = `Episode ${random.below(40)}`;
    row.episode_show_name = 'Talk';
    row.spotify_episode_uri = `spotify:episode:${random.below(40)}`;
  } else if (kind < 0.98) {
    row.audiobook_title = 'The Long Night Train';
    row.audiobook_chapter_title = `Chapter ${random.below(9)}`;
  }
  return row;
}

function account(random: Random, endedAt: number, progress: number): AccountRow {
  const { title, artist } = pickSong(random, progress);
  const isPodcast = random.chance(0.05);
  return {
    endTime: formatMinute(endedAt),
    msPlayed: pickPlayedMs(random),
    trackName: isPodcast ? null : title,
    artistName: isPodcast ? null : artist,
    episodeName: isPodcast ? title : null,
    podcastName: isPodcast ? artist : null,
  };
}

function live(random: Random, endedAt: number, progress: number): LiveRow {
  const { title, artist, album, uri } = pickSong(random, progress);
  return {
    played_at: new Date(endedAt + random.below(1000)).toISOString(),
    uri,
    title,
    artist,
    album,
    album_artist: random.chance(0.2) ? 'Various' : null,
    duration_ms: 150_000 + 1000 * random.below(100),
  };
}

/** Round lengths, so that sums tie. */
function pickPlayedMs(random: Random): number {
  if (random.chance(0.05)) return random.pick([0, 1, 29_999, 30_000]);
  if (random.chance(0.01)) return random.below(3 * HOUR_MS);
  return 10_000 * (1 + random.below(28));
}

/** Taste drifts; some names are spelt in several ways, some songs have several URIs. */
function pickSong(random: Random, progress: number) {
  const drift = Math.floor(progress * SONGS * 0.7);
  const near = drift + Math.floor(random.next() ** 3 * SONGS * 0.3);
  const song = random.chance(0.15) ? Math.floor(random.next() ** 3 * SONGS) : near;
  const by = Math.floor(song / 6);
  if (song % 40 === 7) {
    const odd = { title: random.pick(SPELLINGS), artist: random.pick(SPELLINGS) };
    return { ...odd, album: random.pick(SPELLINGS), uri: `spotify:track:odd${song}` };
  }
  const release = random.chance(0.1) ? 1 : 0;
  return {
    title: respell(random, `Se\u00f1al ${song}`),
    artist: respell(random, `Artist ${by}`),
    album: respell(random, `Album ${Math.floor(song / 3)}${release ? ' Deluxe' : ''}`),
    uri: `spotify:track:${song}x${release}`,
  };
}

function respell(random: Random, name: string): string {
  const dice = random.below(60);
  if (dice === 0) return name.toUpperCase();
  if (dice === 1) return `${name} `;
  return dice === 2 ? name.normalize('NFD') : name;
}
