/** Finds the song, artist or album of a name, as a URL or a person gives it. */
import { KINDS } from '../domain/stream-codes.ts';
import { type Dictionary, entryKey, findSong, NONE } from './dictionary.ts';
import { hashText } from './identity.ts';

export interface EntryName {
  name: string;
  /** The artist of a song or an album; null for none, and for an artist. */
  artist: string | null;
}

/** The music of this name, compared as names are; `NONE` when the history has not met it. */
export function findEntry(
  dictionary: Dictionary,
  of: 'songs' | 'artists' | 'albums',
  { name, artist }: EntryName,
): number {
  if (of === 'songs') return findSong(dictionary, name, artist);
  const music = KINDS.indexOf('music');
  return of === 'artists'
    ? findArtist(dictionary, entryKey(music, name))
    : findAlbum(dictionary, entryKey(music, name, artist));
}

function findArtist({ artists, names }: Dictionary, key: string): number {
  const hash = hashText(key);
  for (let artist = NONE + 1; artist < artists.hash.length; artist++) {
    if (artists.hash[artist] !== hash) continue;
    const name = names[artists.name[artist]!] ?? null;
    if (entryKey(artists.kind[artist]!, name) === key) return artist;
  }
  return NONE;
}

function findAlbum({ albums, artists, names }: Dictionary, key: string): number {
  const hash = hashText(key);
  for (let album = NONE + 1; album < albums.hash.length; album++) {
    if (albums.hash[album] !== hash) continue;
    const title = names[albums.title[album]!] ?? null;
    const by = names[artists.name[albums.artist[album]!]!] ?? null;
    if (entryKey(albums.kind[album]!, title, by) === key) return album;
  }
  return NONE;
}
