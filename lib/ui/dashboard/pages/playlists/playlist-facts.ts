/** What the playlists' charts say, worked out from the view. */
import type { ListedPlaylist } from '../../../../views/playlists/contract.ts';
import type { BarRow } from '../../../charts/bar-picture.ts';
import type { ChartTable } from '../../../charts/chart-table.ts';
import type { PartRow } from '../../../charts/part-picture.ts';
import { formatNumber, formatPercent } from '../../../format.ts';
import { t } from '../../../text.ts';
import { lastHeardCell } from '../../date-cells.ts';
import { nameInWords } from '../../name-in-words.ts';
import { partsOf, songParts } from '../../song-parts.ts';

type HrefOf = (name: string) => string;

/** Those that were heard in the range, in the order of the view. */
export function heardRows(
  playlists: readonly ListedPlaylist[],
  by: 'plays' | 'time',
  hrefOf: HrefOf,
): BarRow[] {
  return playlists
    .map(({ name, plays, playedMs }) => ({
      name,
      value: by === 'plays' ? plays : playedMs,
      href: hrefOf(name),
    }))
    .filter(({ value }) => value > 0);
}

/** The share of its songs that was heard within the last year, 0 … 1. */
function aliveShare({ songs, dead }: ListedPlaylist): number {
  return (songs - dead) / songs;
}

/** Those that have songs, the most alive first. */
function byLife(playlists: readonly ListedPlaylist[]): ListedPlaylist[] {
  return playlists
    .filter(({ songs }) => songs > 0)
    .toSorted((a, b) => aliveShare(b) - aliveShare(a) || b.songs - a.songs);
}

export function lifeRows(playlists: readonly ListedPlaylist[], hrefOf: HrefOf): PartRow[] {
  return byLife(playlists).map(({ name, songs, dead, neverPlayed }) => ({
    name,
    href: hrefOf(name),
    values: partsOf({ songs, neverPlayed, unheardForAYear: dead - neverPlayed }),
  }));
}

/**
 * “Evenings is alive most of all: 62 % of it heard within a year”, or how many share that place; null
 * where there are no songs.
 */
export function lifeTitle(playlists: readonly ListedPlaylist[]): string | null {
  const ordered = byLife(playlists);
  const [first] = ordered;
  if (!first) return null;
  const share = aliveShare(first);
  if (share === 0) return t('playlists_parts_none');
  const asAlive = ordered.filter((other) => aliveShare(other) === share).length;
  if (asAlive > 1) {
    return t('playlists_parts_tied', formatNumber(asAlive), formatPercent(share));
  }
  return t('playlists_parts_title', nameInWords(first.name), formatPercent(share));
}

/** All that is known of each, whichever chart it stands behind. */
export function playlistTable(
  playlists: readonly ListedPlaylist[],
  { hrefOf, timeZone }: { hrefOf: HrefOf; timeZone: string },
): ChartTable {
  const [, unheard, never] = songParts();
  return {
    columns: [
      { label: t('playlists_playlist'), kind: 'name' },
      { label: t('kept_plays'), kind: 'count' },
      { label: t('spark_column_heard'), kind: 'duration' },
      { label: t('playlists_songs'), kind: 'count' },
      { label: t('playlists_share'), kind: 'share' },
      { label: unheard!.name, kind: 'count' },
      { label: never!.name, kind: 'count' },
      { label: t('kept_last_heard'), kind: 'text' },
    ],
    rows: playlists.map(
      ({ name, plays, playedMs, songs, songsPlayed, dead, neverPlayed, lastHeardAt }) => [
        { text: name, href: hrefOf(name) },
        plays,
        playedMs,
        songs,
        songs > 0 ? songsPlayed / songs : null,
        dead - neverPlayed,
        neverPlayed,
        lastHeardCell(lastHeardAt, timeZone),
      ],
    ),
  };
}
