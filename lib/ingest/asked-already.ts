/** When a question to Spotify is not worth asking: it was answered, or answered with "no such thing". */
import { hasElapsed } from './elapsed.ts';
import type { Details } from '../domain/details.ts';
import { parseItemUri } from '../domain/spotify-uri.ts';

/** Spotify takes music away and brings it back; until then it is not asked for again. */
export const MISSING_FOR_MS = 30 * 86_400_000;

interface Asked {
  askedAt: number | null;
  missing: boolean;
}

/** A success is never asked for again. */
export function isAnswered(said: Asked | undefined, now: number): boolean {
  if (!said || said.askedAt === null) return false;
  return !said.missing || !hasElapsed(said.askedAt, MISSING_FOR_MS, now);
}

/** Whether Spotify itself has answered about the thing. */
export function isUriAnswered(uri: string, details: Details, now: number): boolean {
  const kind = parseItemUri(uri)?.kind;
  if (kind === 'track') return isAnswered(details.tracks.get(uri), now);
  if (kind === 'album') return isAnswered(details.albums.get(uri), now);
  return isAnswered(details.artists.get(uri), now);
}

/** Whether all is known that a page shows of the thing, whoever told it. */
export function isShowable(uri: string, details: Details, now: number): boolean {
  if (isUriAnswered(uri, details, now)) return true;
  const albumUri = details.tracks.get(uri)?.albumUri ?? uri;
  return hasLooks(details.albums.get(albumUri));
}

/** An album's date and cover stand in every answer that has it at all. */
export function hasLooks(
  album: { releaseDate: string | null; coverUrl: string | null } | undefined,
): boolean {
  return Boolean(album && (album.releaseDate !== null || album.coverUrl !== null));
}
