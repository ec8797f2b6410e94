/** The invented catalogue: artists, albums, tracks with stable identifiers, the same in every run. */
import {
  INVENTED_ARTISTS,
  TITLE_WORDS,
  type Genre,
  type InventedArtist,
} from './invented-names.ts';
import { createRandom, fractionOf, type Random } from '../../lib/sample/random.ts';
import { base62Of } from './spotify-ids.ts';

export interface CatalogArtist {
  id: string;
  name: string;
  genre: Genre;
  albumIds: string[];
}

export interface CatalogAlbum {
  id: string;
  name: string;
  artistId: string;
  type: 'album' | 'single';
  /** As Spotify writes it: `1974`, `1998-04` or `2021-03-12`. */
  releaseDate: string;
  precision: 'year' | 'month' | 'day';
  /** UTC ms from which it can be heard. */
  releasedAt: number;
  trackIds: string[];
}

export interface CatalogTrack {
  id: string;
  name: string;
  /** First credited artist first. */
  artistIds: string[];
  albumId: string;
  durationMs: number;
  trackNumber: number;
  explicit: boolean;
  /** The recording: a single and its album version share it. */
  isrc: string;
}

export interface Catalog {
  artists: ReadonlyMap<string, CatalogArtist>;
  albums: ReadonlyMap<string, CatalogAlbum>;
  tracks: ReadonlyMap<string, CatalogTrack>;
}

/** Records appear up to this year, so that new music keeps coming out while the years pass. */
const LAST_YEAR = 2031;

const DURATION: Record<Genre, { minutes: number; spread: number }> = {
  indie: { minutes: 3.7, spread: 0.22 },
  electronic: { minutes: 5.2, spread: 0.3 },
  ambient: { minutes: 7.5, spread: 0.55 },
  jazz: { minutes: 5.8, spread: 0.35 },
  metal: { minutes: 5, spread: 0.3 },
  hiphop: { minutes: 3.1, spread: 0.2 },
  folk: { minutes: 3.4, spread: 0.22 },
  chamber: { minutes: 4.6, spread: 0.5 },
  pop: { minutes: 3.2, spread: 0.15 },
  soul: { minutes: 3.9, spread: 0.22 },
};

/** Builds the whole catalogue. Nothing in it depends on the clock or on a seed. */
export function createCatalog(): Catalog {
  const artists = new Map<string, CatalogArtist>();
  const albums = new Map<string, CatalogAlbum>();
  const tracks = new Map<string, CatalogTrack>();
  for (const invented of INVENTED_ARTISTS) {
    const artist: CatalogArtist = {
      id: base62Of(['artist', invented.name]),
      name: invented.name,
      genre: invented.genre,
      albumIds: [],
    };
    artists.set(artist.id, artist);
    for (const record of createRecords(artist, invented)) {
      artist.albumIds.push(record.album.id);
      albums.set(record.album.id, record.album);
      for (const track of record.tracks) tracks.set(track.id, track);
    }
  }
  creditGuests(tracks, [...artists.keys()]);
  return { artists, albums, tracks };
}

interface MusicRecord {
  album: CatalogAlbum;
  tracks: CatalogTrack[];
}

/** Every album, and before some of them the single that announced it. */
function* createRecords(artist: CatalogArtist, invented: InventedArtist): Generator<MusicRecord> {
  const random = createRandom('records', invented.name);
  const titles = createTitles(invented, random);
  const years = LAST_YEAR - invented.since;
  for (let index = 0; index < invented.albums; index++) {
    const year =
      invented.since + Math.round((years * (index + random.next() * 0.6)) / invented.albums);
    const month = random.int(1, 12);
    const length = random.int(8, 13);
    const names = Array.from({ length }, () => titles());
    const album = createAlbum(artist, index === 0 ? invented.name : titles(), 'album', year, month);
    const tracks = names.map((name, at) => createTrack(artist, album, name, at + 1, random));
    album.trackIds = tracks.map(({ id }) => id);
    const [announced] = tracks;
    if (announced && year > 1995 && random.chance(0.45)) {
      const single = createAlbum(artist, announced.name, 'single', year - 1, 10);
      const track = { ...announced, albumId: single.id, id: base62Of(['single', announced.id]) };
      single.trackIds = [track.id];
      yield { album: single, tracks: [track] };
    }
    yield { album, tracks };
  }
}

function createAlbum(
  artist: CatalogArtist,
  name: string,
  type: 'album' | 'single',
  year: number,
  month: number,
): CatalogAlbum {
  const id = base62Of([type, artist.id, name, year]);
  const day = 1 + Math.floor(fractionOf('day', id) * 28);
  const date = new Date(Date.UTC(year, month - 1, day)).toISOString();
  const precision =
    year < 1980 ? 'year' : year < 1996 && fractionOf('p', id) < 0.3 ? 'month' : 'day';
  const length = { year: 4, month: 7, day: 10 }[precision];
  return {
    id,
    name,
    artistId: artist.id,
    type,
    releaseDate: date.slice(0, length),
    precision,
    releasedAt: Date.parse(date),
    trackIds: [],
  };
}

function createTrack(
  artist: CatalogArtist,
  album: CatalogAlbum,
  name: string,
  trackNumber: number,
  random: Random,
): CatalogTrack {
  const { minutes, spread } = DURATION[artist.genre];
  const length = minutes * Math.exp(spread * random.normal()) * 60_000;
  const id = base62Of(['track', album.id, trackNumber, name]);
  return {
    id,
    name,
    artistIds: [artist.id],
    albumId: album.id,
    durationMs: Math.round(Math.min(Math.max(length, 48_000), 24 * 60_000)),
    trackNumber,
    explicit: random.chance(artist.genre === 'hiphop' ? 0.4 : 0.03),
    isrc: createIsrc(album, id),
  };
}

/** ZZ is assigned to no country, so that no invented recording has a real code. */
function createIsrc(album: CatalogAlbum, trackId: string): string {
  const year = album.releaseDate.slice(2, 4);
  const digits = Math.floor(fractionOf('isrc', trackId) * 1e5);
  return `ZZ${base62Of(['registrant', album.artistId], 3).toUpperCase()}${year}${String(digits).padStart(5, '0')}`;
}

/** Titles in the artist's language, none twice, some with the suffixes that real titles carry. */
function createTitles({ language }: InventedArtist, random: Random): () => string {
  const { first, joint, second } = TITLE_WORDS[language];
  const used = new Set<string>();
  return () => {
    for (let attempt = 0; ; attempt++) {
      const title = random.pick(first) + random.pick(joint) + random.pick(second);
      const suffix = attempt > 20 ? ` ${random.int(2, 99)}` : random.chance(0.04) ? ' - Live' : '';
      const name = title + suffix;
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}

function creditGuests(tracks: ReadonlyMap<string, CatalogTrack>, artistIds: readonly string[]) {
  for (const track of tracks.values()) {
    const random = createRandom('guest', track.isrc);
    if (!random.chance(0.05)) continue;
    const guest = random.pick(artistIds);
    if (!track.artistIds.includes(guest)) track.artistIds = [...track.artistIds, guest];
  }
}

/** One catalogue serves all: it never changes. */
export const catalog: Catalog = createCatalog();

/** The entry that must exist, because the identifier came out of the catalogue itself. */
export function entryOf<T>(entries: ReadonlyMap<string, T>, id: string): T {
  const entry = entries.get(id);
  if (!entry) throw new RangeError(`not in the catalogue: ${id}`);
  return entry;
}
