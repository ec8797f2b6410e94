/** What the Web API told besides, in the form in which statistics ask for it. */
import type { Dataset } from '../dataset/dataset.ts';
import { type Metadata, NONE } from '../dataset/dictionary.ts';

/** By album: the year it was released. Spotify writes `0000` where nobody told it. */
export function yearOfAlbum({ releaseDates }: Metadata): Map<number, number> {
  const years = new Map<number, number>();
  for (const [album, date] of releaseDates) {
    const year = Number(date.slice(0, 4));
    if (year > 0) years.set(album, year);
  }
  return years;
}

/** By song, 0 to 100: that of its most popular track. */
export function popularityOfSong({
  dictionary,
  metadata,
}: Pick<Dataset, 'dictionary' | 'metadata'>): Map<number, number> {
  const known = new Map<number, number>();
  for (const [track, popularity] of metadata.popularity) {
    const song = dictionary.tracks.song[track] ?? NONE;
    if (song !== NONE) known.set(song, Math.max(popularity, known.get(song) ?? 0));
  }
  return known;
}
