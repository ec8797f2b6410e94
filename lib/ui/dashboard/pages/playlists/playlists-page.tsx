/** The playlists by how much of them is heard, and what is dead on the one that is opened. */
import { useMemo } from 'preact/hooks';
import type { PlaylistsView } from '../../../../views/playlists/contract.ts';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { formatDate, formatNumber, formatPercent } from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import { keptSongTable } from '../../kept-song-table.ts';
import type { PageProps } from '../../page.ts';
import { TableSection } from '../../table-section.tsx';
import { readOrder } from './read-order.ts';

type PlaylistsPageProps = PageProps & { view: PlaylistsView };

export function PlaylistsPage(props: PlaylistsPageProps) {
  const { view, route, actions, now } = props;
  const { playlists, open } = view;
  const table = useMemo(() => playlistTable(props), [view]);
  const by = readOrder(route.params['by']);
  const [first] = playlists;
  if (!first) {
    return (
      <section class="card dash__empty">
        <h2>{t('playlists_none_title')}</h2>
        <p class="muted">{t('playlists_none_text')}</p>
      </section>
    );
  }
  return (
    <>
      {open ? <OpenPlaylist {...props} open={open} /> : null}
      <TableSection
        title={first.plays > 0 ? t('playlists_top', first.name) : t('playlists_silent')}
        note={t('playlists_note')}
        table={table}
        now={now}
        fileName="ostinato-playlists"
      >
        <Segmented
          legend={t('playlists_by')}
          name="playlists-by"
          options={[
            { key: 'plays', label: t('playlists_by_plays') },
            { key: 'time', label: t('playlists_by_time') },
          ]}
          value={by}
          onChange={(order) => actions.go({ params: { ...route.params, by: order } })}
        />
      </TableSection>
    </>
  );
}

function playlistTable({ view, route, actions, timeZone }: PlaylistsPageProps): ChartTable {
  return {
    columns: [
      { label: t('playlists_playlist'), kind: 'name' },
      { label: t('kept_plays'), kind: 'count' },
      { label: t('spark_column_heard'), kind: 'duration' },
      { label: t('playlists_songs'), kind: 'count' },
      { label: t('playlists_share'), kind: 'share' },
      { label: t('playlists_dead'), kind: 'count' },
      { label: t('kept_last_heard'), kind: 'text' },
    ],
    rows: view.playlists.map((playlist) => [
      {
        text: playlist.name,
        href: actions.hrefFor({ params: { ...route.params, list: playlist.name } }),
      },
      playlist.plays,
      playlist.playedMs,
      playlist.songs,
      playlist.songs > 0 ? playlist.songsPlayed / playlist.songs : null,
      playlist.dead,
      playlist.lastHeardAt === null
        ? t('kept_never')
        : formatDate(playlist.lastHeardAt, 'date', timeZone),
    ]),
  };
}

function OpenPlaylist(props: PlaylistsPageProps & { open: NonNullable<PlaylistsView['open']> }) {
  const { open, view, route, actions, now } = props;
  const { name, neverPlayed, unheardForAYear } = open;
  const figures = view.playlists.find((playlist) => playlist.name === name);
  const table = useMemo(() => keptSongTable([...neverPlayed, ...unheardForAYear], props), [open]);
  const share = figures && figures.songs > 0 ? figures.songsPlayed / figures.songs : 0;
  return (
    <TableSection
      title={t('playlists_open', name, formatPercent(share))}
      note={tPlural('playlists_dead_of', table.rows.length, formatNumber(table.rows.length))}
      table={table}
      now={now}
      fileName="ostinato-playlist"
      empty={t('playlists_all_alive')}
    >
      <p>
        <a class="link small" href={actions.hrefFor({ params: { ...route.params, list: '' } })}>
          {t('playlists_close')}
        </a>
      </p>
    </TableSection>
  );
}
