/** Discoveries: what was played for the first time ever, month by month, and what stayed. */
import { useMemo } from 'preact/hooks';
import type { DiscoveriesView } from '../../../../views/taste/contract.ts';
import { ColumnChart } from '../../../charts/charts.tsx';
import type { TableColumn } from '../../../charts/chart-table.ts';
import { counts } from '../../../charts/measure.ts';
import { monthStep, stepCell } from '../../../charts/steps.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { formatDate, formatNumber } from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import { ChartCard, NotYet } from '../../chart-card.tsx';
import { clearMost } from '../../findings.ts';
import { EntryList } from '../../entry-list.tsx';
import { fileNameOf } from '../../file-name.ts';
import { gapNotes } from '../../gap-notes.ts';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';
import { formatDay, formatMonth } from '../../range-words.ts';
import { dayCell } from '../../date-cells.ts';

const MEASURES = {
  artists: counts('top_count_artists'),
  songs: counts('top_count_songs'),
} as const;

interface DiscoveriesPartProps extends PageProps {
  view: DiscoveriesView;
}

export function DiscoveriesPart(props: DiscoveriesPartProps) {
  const { view, route, actions } = props;
  const { firstMonth, months } = view;
  const of = route.params['of'] === 'songs' ? 'songs' : 'artists';
  const columns = useMemo(
    () =>
      months.map((month, i) =>
        Object.assign(monthStep(firstMonth + i), {
          covered: month.covered,
          partly: month.partly,
          value: month[of],
        }),
      ),
    [firstMonth, months, of],
  );
  const all = columns.reduce((sum, { value }) => sum + value, 0);
  if (months.every(({ artists, songs }) => artists + songs === 0)) {
    return <NotYet title={t('discoveries_none_title')}>{t('discoveries_note')}</NotYet>;
  }
  // In its first month a history finds everything: that is no finding.
  const isFirst = startsWithHistory(props) && columns.slice(1).some(({ value }) => value > 0);
  const looked = columns.slice(isFirst ? 1 : 0);
  return (
    <>
      <ChartCard
        title={foundIn(tPlural(`discoveries_${of}`, all, formatNumber(all)), looked, isFirst)}
        note={[t('discoveries_note'), ...gapNotes(columns)].join(' ')}
        table={() => ({
          columns: [
            { label: t('list_month'), kind: 'text' },
            { label: t('discoveries_column_artists'), kind: 'count' },
            { label: t('discoveries_column_songs'), kind: 'count' },
          ],
          rows: months.map(({ artists, songs, covered, partly }, i) => {
            const name = stepCell({ ...monthStep(firstMonth + i), partly });
            const isGap = !covered && artists + songs === 0;
            return isGap ? [name, null, null] : [name, artists, songs];
          }),
        })}
        fileName={fileNameOf('discoveries', route)}
        actions={
          <Segmented
            legend={t('discoveries_of')}
            name="of"
            options={[
              { key: 'artists', label: t('top_artists') },
              { key: 'songs', label: t('top_songs') },
            ]}
            value={of}
            onChange={(next) => actions.go({ params: { ...route.params, of: next } })}
          />
        }
      >
        <ColumnChart columns={columns} measure={MEASURES[of]} />
      </ChartCard>
      <Stayed {...props} />
    </>
  );
}

/** “40 new artists found, more in May 2019 than in any other month: 12” */
export function foundIn(
  found: string,
  months: readonly { label: string; value: number }[],
  /** The first month of all is not among them. */
  isLater: boolean,
): string {
  const first = months[clearMost(months.map(({ value }) => value)) ?? -1];
  if (!first || months.length < 2) return t('discoveries_even', found);
  const words = isLater ? 'discoveries_title_later' : 'discoveries_title';
  return t(words, found, first.label, formatNumber(first.value));
}

/** The first month of the range is the first of all. */
function startsWithHistory({ view, scope, timeZone }: DiscoveriesPartProps): boolean {
  const { firstAt } = scope.kept;
  return (
    firstAt !== null && formatDate(firstAt, 'month', timeZone) === formatMonth(view.firstMonth)
  );
}

/** Whoever came this lately has had no time to stay. */
const STAYED_DAYS = 28;

/** “Ines Vale stayed: 47 plays since 3 Feb 2024” */
export function stayedTitle(
  {
    entry,
    plays,
    firstDay,
  }: Pick<DiscoveriesView['stayed'][number], 'entry' | 'plays' | 'firstDay'>,
  today: number,
): string {
  return t(
    today - firstDay < STAYED_DAYS ? 'discoveries_new_title' : 'discoveries_stayed_title',
    nameInWords(entry.name),
    tPlural('popup_plays_count', plays, formatNumber(plays)),
    formatDay(firstDay, 'date'),
  );
}

function Stayed({ view: { stayed }, scope, route, actions }: DiscoveriesPartProps) {
  const columns = useMemo(
    (): TableColumn[] => [
      { label: t('list_first_played'), kind: 'text' },
      { label: t('discoveries_column_since'), kind: 'count' },
      { label: t('list_time'), kind: 'duration' },
    ],
    [],
  );
  const rows = useMemo(
    () =>
      stayed.map(({ entry, firstDay, plays, playedMs }) => ({
        entry,
        cells: [dayCell(firstDay), plays, playedMs],
      })),
    [stayed],
  );
  const first = stayed[0];
  if (!first) return null;
  return (
    <EntryList
      title={stayedTitle(first, scope.today)}
      note={t('discoveries_stayed_note')}
      fileName={fileNameOf('discovered-artists', route)}
      kind="artist"
      columns={columns}
      rows={rows}
      actions={actions}
    />
  );
}
