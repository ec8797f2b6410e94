/** The playlists: which are heard, how much of each is alive, and the dead songs on one of them. */
import { useMemo } from 'preact/hooks';
import type { PlaylistsView } from '../../../../views/playlists/contract.ts';
import { BarChart, PartChart } from '../../../charts/charts.tsx';
import { counts, durations, plays as inPlays } from '../../../charts/measure.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { formatNumber, formatPercent } from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import { ChartCard } from '../../chart-card.tsx';
import { fileNameOf } from '../../file-name.ts';
import { keptSongTable } from '../../kept-song-table.ts';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';
import { songParts } from '../../song-parts.ts';
import { TableSection } from '../../table-section.tsx';
import { heardRows, lifeRows, lifeTitle, playlistTable } from './playlist-facts.ts';
import { readOrder } from './read-order.ts';

type PlaylistsPageProps = PageProps & { view: PlaylistsView };

const IN_SONGS = counts('top_count_songs');
const MOST_ROWS = 25;

export function PlaylistsPage(props: PlaylistsPageProps) {
  const { view, route, actions, timeZone } = props;
  const { playlists, open } = view;
  const by = readOrder(route.params['by']);
  const hrefOf = (list: string) => actions.hrefFor({ params: { ...route.params, list } });
  const drawn = useMemo(
    () => ({
      heard: heardRows(playlists, by, hrefOf),
      life: lifeRows(playlists, hrefOf),
      parts: songParts(),
      table: playlistTable(playlists, { hrefOf, timeZone }),
    }),
    [view],
  );
  const [first] = playlists;
  if (!first) {
    return (
      <section class="card dash__empty">
        <h2>{t('playlists_none_title')}</h2>
        <p class="muted">{t('playlists_none_text')}</p>
      </section>
    );
  }
  const title = lifeTitle(playlists);
  const isChosen = Boolean(route.params['list']);
  const opened = open ? <OpenPlaylist {...props} open={open} isChosen={isChosen} /> : null;
  const silent = t('playlists_silent');
  return (
    <>
      {view.fromExport ? <p class="muted small">{t('playlists_from_export')}</p> : null}
      {isChosen ? opened : null}
      <ChartCard
        title={drawn.heard.length > 0 ? t('playlists_top', nameInWords(first.name)) : silent}
        note={t('playlists_note')}
        table={drawn.table}
        fileName={fileNameOf('playlists', route)}
        actions={
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
        }
      >
        <BarChart
          rows={drawn.heard}
          measure={by === 'plays' ? inPlays : durations}
          most={MOST_ROWS}
          empty={silent}
        />
      </ChartCard>
      {title === null ? null : (
        <ChartCard
          title={title}
          note={t('playlists_parts_note')}
          table={drawn.table}
          fileName="ostinato-playlists-alive"
        >
          <PartChart rows={drawn.life} parts={drawn.parts} measure={IN_SONGS} most={MOST_ROWS} />
        </ChartCard>
      )}
      {isChosen ? null : opened}
    </>
  );
}

interface OpenPlaylistProps extends PlaylistsPageProps {
  open: NonNullable<PlaylistsView['open']>;
  /** It was asked for, and can be left. */
  isChosen: boolean;
}

function OpenPlaylist(props: OpenPlaylistProps) {
  const { open, isChosen, view, route, actions, now } = props;
  const { name, neverPlayed, unheardForAYear } = open;
  const figures = view.playlists.find((playlist) => playlist.name === name);
  const table = useMemo(() => keptSongTable([...neverPlayed, ...unheardForAYear], props), [open]);
  const share = figures && figures.songs > 0 ? figures.songsPlayed / figures.songs : 0;
  return (
    <TableSection
      title={t('playlists_open', nameInWords(name), formatPercent(share))}
      note={tPlural('playlists_dead_of', table.rows.length, formatNumber(table.rows.length))}
      table={table}
      now={now}
      fileName="ostinato-playlist"
      empty={t('playlists_all_alive')}
    >
      {isChosen ? (
        <p>
          <a class="link small" href={actions.hrefFor({ params: { ...route.params, list: '' } })}>
            {t('playlists_close')}
          </a>
        </p>
      ) : null}
    </TableSection>
  );
}
