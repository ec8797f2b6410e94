/** What is liked and not played, and what is played and not liked. */
import { useMemo } from 'preact/hooks';
import type { LibraryView } from '../../../../views/library/contract.ts';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { PartChart } from '../../../charts/charts.tsx';
import { counts } from '../../../charts/measure.ts';
import { formatNumber, formatPercent } from '../../../format.ts';
import { t, tPlural, type MessageKey } from '../../../text.ts';
import { ChartCard } from '../../chart-card.tsx';
import { detailHref } from '../../detail-href.ts';
import { keptSongTable, linked } from '../../kept-song-table.ts';
import type { PageProps } from '../../page.ts';
import { partsOf, songParts } from '../../song-parts.ts';
import { TableSection } from '../../table-section.tsx';

type KnownLibrary = NonNullable<LibraryView>;

/** Of each list, with the page: what a table shows at first. */
export const FIRST_SONGS = 200;
const IN_SONGS = counts('top_count_songs');
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
      {view.fromExport ? <p class="muted small">{t('library_from_export')}</p> : null}
      {liked > 0 ? <LikedParts view={view} /> : null}
      <TableSection
        title={title(lovedNotLiked.total, 'library_loved')}
        {...noteOf(lovedNotLiked.total, t('library_loved_note'))}
        table={tables.loved}
        whole={wholeOf('loved', lovedNotLiked.total)}
        now={now}
        fileName="ostinato-loved-not-liked"
        empty={t('library_loved_empty')}
      />
      <TableSection
        title={title(neverPlayed.total, 'library_never')}
        {...noteOf(neverPlayed.total, `${ofAll} ${t('library_never_note')}`)}
        table={tables.never}
        whole={wholeOf('never', neverPlayed.total)}
        now={now}
        fileName="ostinato-liked-never-played"
        empty={ofAll}
      />
      <TableSection
        title={title(unheardForAYear.total, 'library_year')}
        {...noteOf(unheardForAYear.total, `${ofAll} ${t('library_year_note')}`)}
        table={tables.year}
        whole={wholeOf('year', unheardForAYear.total)}
        now={now}
        fileName="ostinato-liked-unheard-for-a-year"
        empty={ofAll}
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

/** How much of what is liked is heard. */
function LikedParts({ view }: { view: KnownLibrary }) {
  const { rows, parts, values } = useMemo(() => {
    const { liked: songs, neverPlayed, unheardForAYear } = view;
    const sizes = partsOf({
      songs,
      neverPlayed: neverPlayed.total,
      unheardForAYear: unheardForAYear.total,
    });
    return {
      values: sizes,
      rows: [{ name: t('library_parts_row'), values: sizes }],
      parts: songParts(),
    };
  }, [view]);
  return (
    <ChartCard
      title={t('library_parts_title', formatPercent(values[0]! / view.liked))}
      note={t('library_parts_note')}
      table={{
        columns: [
          { label: t('library_parts_row'), kind: 'text' },
          { label: t('playlists_songs'), kind: 'count' },
          { label: t('top_share'), kind: 'share' },
        ],
        rows: parts.map(({ name }, i) => [name, values[i]!, values[i]! / view.liked]),
      }}
      fileName="ostinato-liked-songs"
    >
      <PartChart rows={rows} parts={parts} measure={IN_SONGS} />
    </ChartCard>
  );
}

/** What is told of a list's songs, where it has some. */
function noteOf(count: number, note: string): { note?: string } {
  return count === 0 ? {} : { note };
}

/** What an empty list means. */
const NONE = {
  library_never: 'library_never_none',
  library_year: 'library_year_none',
  library_loved: 'library_loved_none',
} as const satisfies Record<string, MessageKey>;

/** What a list has found: never that there are 0 of something. */
export function title(count: number, key: keyof typeof NONE): string {
  return count === 0 ? t(NONE[key]) : tPlural(key, count, formatNumber(count));
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
