/** What is liked and not played, and what is played and not liked. */
import { useMemo } from 'preact/hooks';
import type { LibraryView } from '../../../../views/library/contract.ts';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { formatNumber } from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import { detailHref } from '../../detail-href.ts';
import { keptSongTable, linked } from '../../kept-song-table.ts';
import type { PageProps } from '../../page.ts';
import { TableSection } from '../../table-section.tsx';

type KnownLibrary = NonNullable<LibraryView>;

/** Of each list, with the page: what a table shows at first. */
export const FIRST_SONGS = 200;
/** More than any library of Spotify's holds. */
const MOST_SONGS = 100_000;

export function LibraryPage({ view, ...props }: PageProps & { view: LibraryView }) {
  if (view) return <Lists view={view} {...props} />;
  return (
    <section class="card dash__empty">
      <h2>{t('library_none_title')}</h2>
      <p class="muted">{t('library_none_text')}</p>
    </section>
  );
}

function Lists({ view, actions, timeZone, ask, now }: PageProps & { view: KnownLibrary }) {
  const { liked, neverPlayed, unheardForAYear, lovedNotLiked } = view;
  const words = { actions, timeZone };
  const tables = useMemo(() => tablesOf(view, words), [view]);
  const wholeOf = (list: keyof typeof tables, count: number) => ({
    count,
    load: async () => {
      const { view: whole } = await ask('library', { limit: MOST_SONGS });
      return tablesOf(whole ?? view, words)[list];
    },
  });
  const ofAll = tPlural('library_of_all', liked, formatNumber(liked));
  return (
    <>
      <TableSection
        title={title(lovedNotLiked.total, 'library_loved')}
        note={t('library_loved_note')}
        table={tables.loved}
        whole={wholeOf('loved', lovedNotLiked.total)}
        now={now}
        fileName="ostinato-loved-not-liked"
        empty={t('library_loved_empty')}
      />
      <TableSection
        title={title(neverPlayed.total, 'library_never')}
        note={`${ofAll} ${t('library_never_note')}`}
        table={tables.never}
        whole={wholeOf('never', neverPlayed.total)}
        now={now}
        fileName="ostinato-liked-never-played"
        empty={t('library_never_empty')}
      />
      <TableSection
        title={title(unheardForAYear.total, 'library_year')}
        note={`${ofAll} ${t('library_year_note')}`}
        table={tables.year}
        whole={wholeOf('year', unheardForAYear.total)}
        now={now}
        fileName="ostinato-liked-unheard-for-a-year"
        empty={t('library_year_empty')}
      />
    </>
  );
}

function tablesOf(view: KnownLibrary, words: Pick<PageProps, 'actions' | 'timeZone'>) {
  return {
    never: keptSongTable(view.neverPlayed.songs, words),
    year: keptSongTable(view.unheardForAYear.songs, words),
    loved: lovedTable(view, words.actions),
  };
}

function title(count: number, key: 'library_never' | 'library_year' | 'library_loved'): string {
  return tPlural(key, count, formatNumber(count));
}

function lovedTable({ lovedNotLiked }: KnownLibrary, actions: PageProps['actions']): ChartTable {
  return {
    columns: [
      { label: t('kept_song'), kind: 'name' },
      { label: t('kept_artist'), kind: 'name' },
      { label: t('kept_plays'), kind: 'count' },
      { label: t('spark_column_heard'), kind: 'duration' },
    ],
    rows: lovedNotLiked.songs.map(({ name, artist, plays, playedMs }) => [
      linked(name, detailHref(actions, 'song', { name, artist })),
      artist === null ? null : linked(artist, detailHref(actions, 'artist', { name: artist })),
      plays,
      playedMs,
    ]),
  };
}
