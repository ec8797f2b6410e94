/** Spotify's own top lists as the snapshot shows them, and when they stand in for the history's. */
import type { RangeKey, Snapshot, TopEntry, TopSource } from '../domain/snapshot.ts';
import type { ApiArtist, ApiTrack } from '../spotify/api-objects.ts';
import { pickCover, toTrack } from '../spotify/to-stream.ts';

/** Lists of one span of time, best first. */
export interface SpotifyTops {
  artists: TopEntry[];
  songs: TopEntry[];
  albums: TopEntry[];
}

/** By source, as far as they could be fetched. */
export type SpotifyTopLists = { [source in TopSource]?: SpotifyTops | undefined };

/** Entries kept of each list: more than any page shows. */
const KEPT = 10;
const DAY_MS = 86_400_000;
const YOUNG_MS = 7 * DAY_MS;
const FEW_PLAYS = 30;

/** Which of Spotify's spans stands in for which range; today and 7 days have none. */
const STAND_INS: Partial<Record<RangeKey, TopSource>> = {
  '4-weeks': 'spotify-4-weeks',
  'this-year': 'spotify-year',
  'all-time': 'spotify-year',
};

/** Both in Spotify's order. It has no list of albums: theirs follows from the tracks. */
export function toTops(artists: readonly ApiArtist[], tracks: readonly ApiTrack[]): SpotifyTops {
  return {
    artists: artists.slice(0, KEPT).map(toArtistEntry),
    songs: tracks.slice(0, KEPT).map(toSongEntry),
    albums: albumsOf(tracks).slice(0, KEPT),
  };
}

/** Less than a week, or a handful of plays: too little for a ranking to mean anything. */
export function isYoung({ since, ranges }: Snapshot, now: number): boolean {
  return since === null || now - since < YOUNG_MS || ranges['all-time'].plays < FEW_PLAYS;
}

/** The snapshot with Spotify's lists in the place of the history's, labelled so. */
export function withSpotifyTops(snapshot: Snapshot, lists: SpotifyTopLists): Snapshot {
  const ranges = { ...snapshot.ranges };
  for (const key of ['4-weeks', 'this-year', 'all-time'] as const) {
    const source = STAND_INS[key];
    const tops = source && lists[source];
    if (!tops || (tops.artists.length === 0 && tops.songs.length === 0)) continue;
    ranges[key] = { ...ranges[key], top: { source, ...tops } };
  }
  return { ...snapshot, ranges };
}

/** More of the listener's top tracks first, then the one with the better best track. */
function albumsOf(tracks: readonly ApiTrack[]): TopEntry[] {
  const albums = new Map<string, { count: number; best: number; entry: TopEntry }>();
  for (const [rank, apiTrack] of tracks.entries()) {
    const track = toTrack(apiTrack);
    if (track.album === null) continue;
    const artist = track.albumArtist ?? track.artist;
    const key = track.albumUri ?? JSON.stringify([track.album, artist]);
    const known = albums.get(key);
    if (known) known.count += 1;
    else {
      const { album: name, coverUrl, albumUri: uri } = track;
      const releaseYear = yearOf(apiTrack.album?.release_date);
      const entry = { name, artist, coverUrl, uri, ...(releaseYear && { releaseYear }) };
      albums.set(key, { count: 1, best: rank, entry: unmeasured(entry) });
    }
  }
  return [...albums.values()]
    .toSorted((a, b) => b.count - a.count || a.best - b.best)
    .map(({ entry }) => entry);
}

/** Of `2019`, `2019-05` or `2019-05-12`; Spotify writes `0000` where nobody told it. */
function yearOf(releaseDate: string | null | undefined): number | null {
  const year = /^\d{4}/.exec(releaseDate ?? '')?.[0];
  return Number(year) || null;
}

function toArtistEntry({ name, uri, images }: ApiArtist): TopEntry {
  return unmeasured({ name, artist: null, coverUrl: pickCover(images), uri: uri || null });
}

function toSongEntry(apiTrack: ApiTrack): TopEntry {
  const { title, uri, artist, coverUrl } = toTrack(apiTrack);
  return unmeasured({ name: title ?? '', artist, coverUrl, uri });
}

/** Spotify ranks and does not say by how much. */
function unmeasured(entry: Omit<TopEntry, 'plays' | 'playedMs'>): TopEntry {
  return { ...entry, plays: null, playedMs: null };
}
