/** How reading playlists and liked songs goes, in words. */
import type { SavedState } from '../../../domain/saved-state.ts';
import { formatNumber, formatUntil } from '../../format.ts';
import { t, tPlural } from '../../text.ts';

/** What is known and since when, in one line. `now` is UTC ms, `timeZone` an IANA name. */
export function savedLine(state: SavedState, now: number, timeZone: string): string {
  const { playlistsAt, playlists, libraryAt, songs, unread, refused } = state;
  const parts = [
    playlistsAt === null
      ? t('saved_no_playlists')
      : tPlural(
          'saved_playlists',
          playlists,
          formatNumber(playlists),
          formatUntil(playlistsAt, now, timeZone),
        ),
    libraryAt === null
      ? t('saved_no_library')
      : tPlural('saved_songs', songs, formatNumber(songs), formatUntil(libraryAt, now, timeZone)),
  ];
  if (unread > 0) parts.push(tPlural('saved_unread', unread, formatNumber(unread)));
  if (refused > 0) parts.push(tPlural('saved_refused', refused, formatNumber(refused)));
  return parts.join(' · ');
}

/** What is being read now. */
export function readingLine({ what, done, total }: NonNullable<SavedState['reading']>): string {
  const isList = what === 'playlists';
  if (total === null) return t(isList ? 'saved_asking_playlists' : 'saved_asking_songs');
  const [so, far] = [formatNumber(done), formatNumber(total)];
  return t(isList ? 'saved_reading_playlists' : 'saved_reading_songs', so, far);
}
