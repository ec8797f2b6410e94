/** Songs of a playlist or of the library as a table: whose they are, and when they were heard last. */
import type { KeptSong } from '../../views/kept-song.ts';
import type { ChartTable, TableCell } from '../charts/chart-table.ts';
import { openSpotifyUrl } from '../spotify-url.ts';
import { t } from '../text.ts';
import type { DashboardActions } from './dashboard-actions.ts';
import { lastHeardCell } from './date-cells.ts';
import { detailHref } from './detail-href.ts';

/** A song the history knows leads to its page, another to Spotify. */
export function keptSongTable(
  songs: readonly KeptSong[],
  { actions, timeZone }: { actions: DashboardActions; timeZone: string },
): ChartTable {
  return {
    columns: [
      { label: t('kept_song'), kind: 'name' },
      { label: t('kept_artist'), kind: 'name' },
      { label: t('kept_plays'), kind: 'count' },
      { label: t('kept_last_heard'), kind: 'text' },
    ],
    rows: songs.map(({ name, artist, uri, known, plays, lastHeardAt }) => [
      linked(name, known ? detailHref(actions, 'song', { name, artist }) : openSpotifyUrl(uri)),
      artist === null
        ? null
        : linked(artist, known ? detailHref(actions, 'artist', { name: artist }) : null),
      plays,
      lastHeardCell(lastHeardAt, timeZone),
    ]),
  };
}

/** A text that leads somewhere, or only a text. */
export function linked(text: string, href: string | null): TableCell {
  return href === null ? text : { text, href };
}
