/** Adds to what is known of music, without keeping twice what was said before. */
import { mergeDetails, pickNews } from '../dataset/merge-details.ts';
import { countDetails, type Details } from '../domain/details.ts';
import type { History } from '../history/history.ts';

/** For answers that come along with something else. @throws AppError `history/…`. */
export async function learnDetails(
  history: Pick<History, 'details' | 'noteDetails'>,
  accountId: string,
  found: Details,
): Promise<void> {
  if (countDetails(found) === 0) return;
  const news = pickNews(await history.details(accountId), found);
  if (countDetails(news) > 0) await history.noteDetails(accountId, news);
}

/** Of what is known about others' music, that of these tracks which is not known here. */
export function borrowDetails(
  uris: readonly (string | null)[],
  known: Details,
  others: Details,
): Details {
  const tracks = new Map<string, NonNullable<ReturnType<Details['tracks']['get']>>>();
  const albumUris = new Set<string>();
  const artistUris = new Set<string>();
  for (const uri of uris) {
    const said = uri === null ? undefined : others.tracks.get(uri);
    if (uri === null || !said) continue;
    tracks.set(uri, said);
    if (said.albumUri !== null) albumUris.add(said.albumUri);
    for (const artistUri of said.artistUris) artistUris.add(artistUri);
  }
  const albums = pick(others.albums, albumUris);
  for (const { artistUris: by } of albums.values()) for (const uri of by) artistUris.add(uri);
  const artists = pick(others.artists, artistUris);
  // Merged with what is known, so that what is known better here stays.
  return pickNews(known, mergeDetails([{ tracks, albums, artists }, known]));
}

function pick<T>(things: ReadonlyMap<string, T>, uris: ReadonlySet<string>): Map<string, T> {
  return new Map([...things].filter(([uri]) => uris.has(uri)));
}
