/** Finds the songs that playlists and libraries name, by URI and by names. */
import type { SavedItem } from '../domain/library.ts';
import { MUSIC } from './columns.ts';
import { type Dictionary, entryKey, NONE } from './dictionary.ts';
import { HashIndex } from './hash-index.ts';
import { hashText } from './identity.ts';
import { IntList } from './int-list.ts';

/** What a thing on a list is recognised by. */
export type NamedSong = Pick<SavedItem, 'uri' | 'name' | 'by'>;

/** What makes two things on lists the same, whether the history knows them or not. */
export function namedSongKey({ uri, name, by }: NamedSong): string {
  return name === null ? (uri ?? '') : entryKey(MUSIC, name, by);
}

/**
 * A function that gives the songs a thing stands for: that of its title and artist, and those the
 * history knows under its URI, as exports name the album's artist and lists the track's. None when
 * the history has not met it. The tables it needs are built once.
 */
export function createSongFinder(dictionary: Dictionary): (thing: NamedSong) => Set<number> {
  const { uris, names, tracks, songs, artists } = dictionary;
  const songsOfUri = new Map<string, number[]>();
  for (const [track, uri] of uris.entries()) {
    if (uri === null || tracks.kind[track] !== MUSIC) continue;
    const known = songsOfUri.get(uri);
    if (known) known.push(tracks.song[track]!);
    else songsOfUri.set(uri, [tracks.song[track]!]);
  }
  const index = new HashIndex(new IntList(songs.hash));

  function findByNames(thing: NamedSong): number {
    if (thing.name === null) return NONE;
    const key = namedSongKey(thing);
    const found = index.find(hashText(key), (song) => {
      const title = names[songs.title[song]!] ?? null;
      const artist = names[artists.name[songs.artist[song]!]!] ?? null;
      return entryKey(songs.kind[song]!, title, artist) === key;
    });
    return Math.max(found, NONE);
  }

  return (thing) => {
    const found = new Set(thing.uri === null ? [] : songsOfUri.get(thing.uri));
    found.add(findByNames(thing));
    found.delete(NONE);
    return found;
  };
}
