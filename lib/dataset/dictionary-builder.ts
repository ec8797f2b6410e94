/** Gives tracks, names and codes their indices: the way every stream enters a dataset. */
import { KINDS } from '../domain/stream-codes.ts';
import type { Track } from '../domain/stream.ts';
import { type Dictionary, entryKey, type Metadata, NONE } from './dictionary.ts';
import { finishTable, type GrowingTable, growTable } from './growing-table.ts';
import { HashIndex } from './hash-index.ts';
import { compareCodePoints, foldName, hashText, joinKey } from './identity.ts';

/** The codes of the columns have 16 bits; a text beyond them counts as not known. */
const MOST_CODES = 65_536;

const MOST_MS = 2 ** 31 - 1;

type Works = GrowingTable<'kind' | 'title' | 'artist' | 'hash'>;

export interface DictionaryBuilder {
  /** The track's entry, new if need be; takes over what it says of length, links and cover. */
  addTrack: (track: Track) => number;
  addReason: (text: string | null) => number;
  addPlatform: (text: string | null) => number;
  addCountry: (text: string | null) => number;
  build: () => { dictionary: Dictionary; metadata: Metadata };
}

/** Goes on from the given dictionary, which stays as it is. */
export function createDictionaryBuilder(base: {
  dictionary: Dictionary;
  metadata: Metadata;
}): DictionaryBuilder {
  const names = [...base.dictionary.names];
  const uris = [...base.dictionary.uris];
  const tracks = growTable(base.dictionary.tracks);
  const songs = growTable(base.dictionary.songs);
  const artists = growTable(base.dictionary.artists);
  const albums = growTable(base.dictionary.albums);
  const find = {
    track: new HashIndex(tracks.hash),
    song: new HashIndex(songs.hash),
    artist: new HashIndex(artists.hash),
    album: new HashIndex(albums.hash),
  };
  const reasons = createCodeList(base.dictionary.reasons);
  const platforms = createCodeList(base.dictionary.platforms);
  const countries = createCodeList(base.dictionary.countries);
  const metadata: Metadata = {
    ...base.metadata,
    isrcs: new Map(base.metadata.isrcs),
    artistUris: new Map(base.metadata.artistUris),
    albumUris: new Map(base.metadata.albumUris),
    coverUrls: new Map(base.metadata.coverUrls),
  };
  const newNames = new Map<string, number>();
  /** Artists by kind and by spellings met here. */
  const spelling: Map<string, number>[] = [];

  const nameAt = (index: number) => names[index] ?? null;
  const artistNameAt = (artist: number) => nameAt(artists.name.get(artist));

  /** Knows the names added here, and `likely`: enough to keep most from being stored twice. */
  function addName(text: string | null, likely: number): number {
    if (text === null) return NONE;
    if (names[likely] === text) return likely;
    let index = newNames.get(text);
    if (index === undefined) {
      index = names.push(text) - 1;
      newNames.set(text, index);
    }
    return index;
  }

  /** Most names come as they came before, and need not be folded to be known. */
  function addArtist(kind: number, name: string | null): number {
    if (name === null) return NONE;
    const spelt = (spelling[kind] ??= new Map<string, number>());
    let artist = spelt.get(name);
    if (artist === undefined) {
      artist = addSpelling(kind, name);
      spelt.set(name, artist);
    }
    return artist;
  }

  function addSpelling(kind: number, name: string): number {
    if (foldName(name) === '') return NONE;
    const key = entryKey(kind, name);
    const hash = hashText(key);
    const known = find.artist.find(
      hash,
      (entry) => entryKey(artists.kind.get(entry), artistNameAt(entry)) === key,
    );
    if (known >= 0) {
      artists.name.set(known, smaller(artists.name.get(known), name));
      return known;
    }
    artists.kind.push(kind);
    artists.name.push(addName(name, NONE));
    artists.hash.push(hash);
    return artists.hash.length - 1;
  }

  /** A song or an album: the same title by the same artist. */
  function addWork(works: Works, index: HashIndex, kind: number, title: string, artist: number) {
    const key = entryKey(kind, title, artistNameAt(artist));
    const hash = hashText(key);
    const known = index.find(hash, (entry) => {
      const by = artistNameAt(works.artist.get(entry));
      return entryKey(works.kind.get(entry), nameAt(works.title.get(entry)), by) === key;
    });
    if (known >= 0) {
      works.title.set(known, smaller(works.title.get(known), title));
      return known;
    }
    works.kind.push(kind);
    works.title.push(addName(title, NONE));
    works.artist.push(artist);
    works.hash.push(hash);
    return works.hash.length - 1;
  }

  /** The name that is shown must not depend on which spelling came first. */
  function smaller(shown: number, text: string | null): number {
    const current = nameAt(shown);
    if (text === null || current === null || compareCodePoints(text, current) >= 0) return shown;
    return addName(text, NONE);
  }

  function addTrack(track: Track): number {
    const { uri, title, artist, album, albumArtist } = track;
    const kind = KINDS.indexOf(track.kind);
    const hash = hashText(uri ?? joinKey([title, artist, album].map((name) => name ?? '')));
    let entry = find.track.find(
      hash,
      (known) =>
        uris[known] === uri &&
        tracks.kind.get(known) === kind &&
        nameAt(tracks.title.get(known)) === title &&
        nameAt(tracks.artistName.get(known)) === artist &&
        nameAt(tracks.albumName.get(known)) === album &&
        nameAt(tracks.albumArtistName.get(known)) === albumArtist,
    );
    if (entry < 0) entry = pushTrack(track, kind, hash);
    noteMetadata(track, entry);
    return entry;
  }

  function pushTrack(track: Track, kind: number, hash: number): number {
    const { uri, title, artist, album, albumArtist } = track;
    const by = addArtist(kind, artist);
    // What has no name is what its URI says, and nothing else.
    const heard = foldName(title) === '' ? uri : title;
    const song = heard === null ? NONE : addWork(songs, find.song, kind, heard, by);
    const albumBy = albumArtist === null ? by : addArtist(kind, albumArtist);
    const isNamed = album !== null && foldName(album) !== '';
    const on = isNamed ? addWork(albums, find.album, kind, album, albumBy) : NONE;
    uris.push(uri);
    tracks.kind.push(kind);
    tracks.title.push(addName(title, songs.title.get(song)));
    tracks.artistName.push(addName(artist, artists.name.get(by)));
    tracks.albumName.push(addName(album, albums.title.get(on)));
    tracks.albumArtistName.push(addName(albumArtist, artists.name.get(albumBy)));
    tracks.song.push(song);
    tracks.artist.push(by);
    tracks.album.push(on);
    tracks.durationMs.push(0);
    tracks.hash.push(hash);
    return tracks.hash.length - 1;
  }

  function noteMetadata(track: Track, entry: number): void {
    const durationMs = Math.min(track.durationMs ?? 0, MOST_MS);
    if (durationMs > tracks.durationMs.get(entry)) tracks.durationMs.set(entry, durationMs);
    const artist = tracks.artist.get(entry);
    const album = tracks.album.get(entry);
    noteSmallest(metadata.isrcs, entry, track.isrc);
    if (artist !== NONE) noteSmallest(metadata.artistUris, artist, track.artistUri);
    if (album === NONE) return;
    noteSmallest(metadata.albumUris, album, track.albumUri);
    // An album may be given another cover; its old one may be gone.
    if (track.coverUrl !== null) metadata.coverUrls.set(album, track.coverUrl);
  }

  return {
    addTrack,
    addReason: reasons.add,
    addPlatform: platforms.add,
    addCountry: countries.add,
    build: () => ({
      dictionary: {
        names,
        uris,
        tracks: finishTable(tracks),
        songs: finishTable(songs),
        artists: finishTable(artists),
        albums: finishTable(albums),
        reasons: reasons.texts,
        platforms: platforms.texts,
        countries: countries.texts,
      },
      metadata,
    }),
  };
}

/** What is said of a thing must not depend on which source came first. */
function noteSmallest(known: Map<number, string>, index: number, text: string | null): void {
  const current = known.get(index);
  if (text === null || (current !== undefined && compareCodePoints(current, text) <= 0)) return;
  known.set(index, text);
}

function createCodeList(base: readonly (string | null)[]) {
  const texts = [...base];
  const codes = new Map(texts.map((text, code) => [text, code]));
  return {
    texts,
    add: (text: string | null): number => {
      const known = codes.get(text);
      if (known !== undefined) return known;
      if (texts.length >= MOST_CODES) return 0;
      const code = texts.push(text) - 1;
      codes.set(text, code);
      return code;
    },
  };
}
