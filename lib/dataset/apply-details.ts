/** Finds for each index of a dictionary what Spotify said of the thing behind it. */
import { type AlbumDetails, countDetails, type Details } from '../domain/details.ts';
import { type Credit, type Dictionary, type Metadata, NONE } from './dictionary.ts';
import { foldName } from './identity.ts';

/**
 * The metadata with all that the details know; may be done again when they know more.
 *
 * An album of the dictionary is a title by an artist, and may be several at Spotify: the one of
 * exactly that title counts, of several the first released.
 */
export function applyDetails(
  dictionary: Dictionary,
  metadata: Metadata,
  details: Details,
): Metadata {
  if (countDetails(details) === 0) return metadata;
  const { uris, names, tracks, artists, albums } = dictionary;
  const isrcs = new Map(metadata.isrcs);
  const popularity = new Map<number, number>();
  const durationMs = new Int32Array(uris.length);
  const credits = collectCredits(details, uris.length);
  const editions = collectEditions(dictionary);
  const artistUris = new Map(metadata.artistUris);

  for (const [album, uri] of metadata.albumUris) editions.note(album, uri, details.albums.get(uri));
  for (let track = 0; track < uris.length; track++) {
    const uri = uris[track] ?? null;
    const known = uri === null ? undefined : details.tracks.get(uri);
    if (!known) continue;
    if (known.isrc !== null) isrcs.set(track, known.isrc);
    if (known.durationMs !== null) durationMs[track] = known.durationMs;
    if (known.popularity !== null) popularity.set(track, known.popularity);
    const artist = tracks.artist[track]!;
    noteArtist(artist, credits.note(track, known.artistUris));
    const album = known.albumUri === null ? undefined : details.albums.get(known.albumUri);
    if (!album) continue;
    const albumCredits = credits.of(album.artistUris);
    noteArtist(artist, albumCredits);
    noteArtist(albums.artist[tracks.album[track]!]!, albumCredits);
    editions.note(tracks.album[track]!, known.albumUri!, album);
  }

  const albumUris = new Map(metadata.albumUris);
  const coverUrls = new Map(metadata.coverUrls);
  const releaseDates = new Map<number, string>();
  for (const [album, { uri, said }] of editions.best) {
    albumUris.set(album, uri);
    if (said.coverUrl !== null) coverUrls.set(album, said.coverUrl);
    if (said.releaseDate !== null) releaseDates.set(album, said.releaseDate);
  }
  const imageUrls = new Map<number, string>();
  const genres = new Map<number, readonly string[]>();
  for (const [artist, uri] of artistUris) {
    const known = details.artists.get(uri);
    if (known?.imageUrl) imageUrls.set(artist, known.imageUrl);
    if (known && known.genres.length > 0) genres.set(artist, known.genres);
  }
  const told = { isrcs, artistUris, albumUris, coverUrls };
  const { lists: creditLists, listOfTrack: creditList } = credits;
  const learned = { releaseDates, durationMs, popularity, creditLists, creditList };
  return { ...told, ...learned, imageUrls, genres };

  /** Only an artist of exactly that name: a wrong picture is worse than none. */
  function noteArtist(artist: number, credited: readonly Credit[]): void {
    if (artist === NONE || credited.length === 0) return;
    const current = artistUris.get(artist);
    if (current === credited[0]!.uri) return;
    const own = names[artists.name[artist]!] ?? null;
    const found = credited.find(({ name }) => isSameName(name, own));
    // Of several artists with one name, whatever came first must not matter.
    if (found && (current === undefined || found.uri < current)) artistUris.set(artist, found.uri);
  }
}

/** Most tracks of an artist share one list; the first of all is empty. */
function collectCredits({ artists }: Details, tracks: number) {
  const lists: (readonly Credit[])[] = [[]];
  const listOfTrack = new Int32Array(tracks);
  const places = new Map<string, number>();

  function placeOf(uris: readonly string[]): number {
    if (uris.length === 0) return 0;
    const key = uris.length === 1 ? uris[0]! : uris.join(' ');
    let place = places.get(key);
    if (place === undefined) {
      place = lists.push(uris.map((uri) => ({ name: artists.get(uri)?.name ?? '', uri }))) - 1;
      places.set(key, place);
    }
    return place;
  }

  return {
    lists,
    listOfTrack,
    of: (uris: readonly string[]) => lists[placeOf(uris)]!,
    note: (track: number, uris: readonly string[]) => {
      listOfTrack[track] = placeOf(uris);
      return lists[listOfTrack[track]]!;
    },
  };
}

/** An album as Spotify sells it. */
interface Edition {
  uri: string;
  said: AlbumDetails;
}

/** By album of the dictionary: the edition that stands for it. */
function collectEditions({ names, albums }: Dictionary) {
  const best = new Map<number, Edition>();
  return {
    best: best as ReadonlyMap<number, Edition>,
    note(album: number, uri: string, said: AlbumDetails | undefined): void {
      const current = best.get(album);
      if (album === NONE || !said || current?.uri === uri) return;
      const edition = { uri, said };
      const title = names[albums.title[album]!] ?? null;
      if (!current || isBetter(edition, current, title)) best.set(album, edition);
    },
  };
}

function isBetter(a: Edition, b: Edition, title: string | null): boolean {
  const isNamed = isSameName(a.said.name, title);
  if (isNamed !== isSameName(b.said.name, title)) return isNamed;
  const order = compareDates(a.said.releaseDate, b.said.releaseDate);
  return order === 0 ? a.uri < b.uri : order < 0;
}

/** Earlier first; the more exact of two that agree; what is not known last. */
function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  if (a.startsWith(b) || b.startsWith(a)) return b.length - a.length;
  return a < b ? -1 : 1;
}

function isSameName(a: string | null, b: string | null): boolean {
  return a === b || foldName(a) === foldName(b);
}
