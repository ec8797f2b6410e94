/** The names that stand for songs, artists and albums in lists. */
import type { Dictionary } from '../dataset/dictionary.ts';

/** The song's title; of one without a title, its URI. */
export function songTitle({ names, songs }: Dictionary, song: number): string {
  return names[songs.title[song]!] ?? '';
}

/** Null for "no artist". */
export function artistName({ names, artists }: Dictionary, artist: number): string | null {
  return names[artists.name[artist]!] ?? null;
}

export function albumTitle({ names, albums }: Dictionary, album: number): string {
  return names[albums.title[album]!] ?? '';
}
