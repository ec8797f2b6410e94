/** The bytes of `YourLibrary.json` as a library. */
import { AppError } from '../domain/app-error.ts';
import type { Library, SavedItem } from '../domain/library.ts';
import { isJsonObject } from './json-values.ts';
import { parseJson } from './parse-json.ts';
import { readList, readSavedItem } from './saved-items.ts';

const TRACK = { uri: 'uri', name: 'track', by: 'artist', album: 'album' };
const ARTIST = { uri: 'uri', name: 'name' };

export interface ParsedLibrary {
  library: Library;
  /** Things that could not be read. */
  unreadable: number;
}

/** @throws AppError `archive/unreadable-file` when this is no library. */
export function parseLibrary(bytes: Uint8Array): ParsedLibrary {
  const root = parseJson(bytes);
  if (!isJsonObject(root) || !Array.isArray(root['tracks'])) {
    throw new AppError('archive/unreadable-file', { detail: 'not a library' });
  }
  let unreadable = 0;
  const read = (
    key: string,
    type: SavedItem['type'],
    fields: Parameters<typeof readSavedItem>[2],
  ) =>
    readList(root[key]).flatMap((value) => {
      const item = readSavedItem(type, value, fields);
      if (item === null) unreadable++;
      return item ?? [];
    });
  const library: Library = {
    saved: [
      ...read('tracks', 'track', TRACK),
      ...read('albums', 'album', { uri: 'uri', name: 'album', by: 'artist' }),
      ...read('artists', 'artist', ARTIST),
      ...read('shows', 'show', { uri: 'uri', name: 'name', by: 'publisher' }),
      ...read('episodes', 'episode', { uri: 'uri', name: 'name', by: 'show' }),
    ],
    banned: [...read('bannedTracks', 'track', TRACK), ...read('bannedArtists', 'artist', ARTIST)],
  };
  return { library, unreadable };
}
