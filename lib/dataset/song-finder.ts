/** Finds the songs that playlists and libraries name, by URI and by names. */
import type { SavedItem } from '../domain/library.ts';
import { MUSIC } from './columns.ts';
import { type Dictionary, entryKey, NONE } from './dictionary.ts';
import { HashIndex } from './hash-index.ts';
import { hashText } from './identity.ts';
import { IntList } from './int-list.ts';

/** What a thing on a list is recognised by. */
export type NamedSong = Pick<SavedItem, 'uri' | 'name' | 'by'>;

export interface FoundSong {
  /** What makes two things on lists the same, whether the history knows them or not. */
  key: string;
  /** The songs it stands for; none when the history has not met it. */
  songs: ReadonlySet<number>;
}

export type SongFinder = (thing: NamedSong) => FoundSong;

const known = new WeakMap<Dictionary, SongFinder>();

/**
 * A function that gives the songs a thing stands for: that of its title and artist, and those the
 * history knows under its URI, as exports name the album's artist and lists the track's. The tables
 * it needs are built once a dictionary, and each thing is looked for once.
 */
export function songFinderOf(dictionary: Dictionary): SongFinder {
  let find = known.get(dictionary);
  if (!find) {
    find = createSongFinder(dictionary);
    known.set(dictionary, find);
  }
  return find;
}

function createSongFinder(dictionary: Dictionary): SongFinder {
  const { uris, names, tracks, songs, artists } = dictionary;
  const songsOfUri = new Map<string, number[]>();
  for (const [track, uri] of uris.entries()) {
    if (uri === null || tracks.kind[track] !== MUSIC) continue;
    const others = songsOfUri.get(uri);
    if (others) others.push(tracks.song[track]!);
    else songsOfUri.set(uri, [tracks.song[track]!]);
  }
  const index = new HashIndex(new IntList(songs.hash));

  function findByKey(key: string): number {
    return index.find(hashText(key), (song) => {
      const title = names[songs.title[song]!] ?? null;
      const artist = names[artists.name[songs.artist[song]!]!] ?? null;
      return entryKey(songs.kind[song]!, title, artist) === key;
    });
  }

  function find({ uri, name, by }: NamedSong): FoundSong {
    const key = name === null ? (uri ?? '') : entryKey(MUSIC, name, by);
    const found = new Set(uri === null ? [] : songsOfUri.get(uri));
    if (name !== null) found.add(Math.max(findByKey(key), NONE));
    found.delete(NONE);
    return { key, songs: found };
  }

  const finds = new WeakMap<NamedSong, FoundSong>();
  return (thing) => {
    let found = finds.get(thing);
    if (!found) {
      found = find(thing);
      finds.set(thing, found);
    }
    return found;
  };
}
