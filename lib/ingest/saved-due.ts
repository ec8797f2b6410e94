/** When playlists and liked songs are to be read again. */
import type { ListedPlaylist, ListHeads } from '../history/list-records.ts';
import { hasElapsed } from './elapsed.ts';

const DAY_MS = 86_400_000;
/** A list that was closed to the listener mostly stays so. */
const REFUSAL_MS = 7 * DAY_MS;
/** Songs that come and go while they are read may deceive: now and then all is read anew. */
const TRUST_MS = 30 * DAY_MS;

/** A day after they were last asked for. */
export function arePlaylistsDue({ listedAt }: ListHeads, now: number): boolean {
  return hasElapsed(listedAt, DAY_MS, now);
}

export function isLibraryDue({ library }: Pick<ListHeads, 'library'>, now: number): boolean {
  return hasElapsed(library?.readAt ?? null, DAY_MS, now);
}

/** Whether what is known of the liked songs may stand for what is not read again. */
export function isLibraryTrusted({ library }: Pick<ListHeads, 'library'>, now: number): boolean {
  return library !== null && !hasElapsed(library.wholeAt, TRUST_MS, now);
}

/** When it is another than the one that was read; without a mark of Spotify's, after a day. */
export function isPlaylistDue(playlist: ListedPlaylist, now: number): boolean {
  const { readAt, readSnapshotId, snapshotId } = playlist;
  if (isRefused(playlist, now)) return false;
  if (readAt === null) return true;
  return snapshotId === null ? hasElapsed(readAt, DAY_MS, now) : snapshotId !== readSnapshotId;
}

/** Spotify has said not long ago that the listener may not look into it. */
export function isRefused({ refusedAt }: ListedPlaylist, now: number): boolean {
  return refusedAt !== null && !hasElapsed(refusedAt, REFUSAL_MS, now);
}

export function isAnythingDue(heads: ListHeads, now: number): boolean {
  return (
    arePlaylistsDue(heads, now) ||
    isLibraryDue(heads, now) ||
    heads.playlists.some((playlist) => isPlaylistDue(playlist, now))
  );
}
