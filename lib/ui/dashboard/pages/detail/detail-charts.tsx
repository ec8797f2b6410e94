/** The charts of a page about one thing: its plays over the range, its places by month, its hours. */
import { useMemo } from 'preact/hooks';
import type { Detail, RankedMonth } from '../../../../views/detail/contract.ts';
import { ColumnChart, HourWeek, LineChart } from '../../../charts/charts.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { type Measure, plays as inPlays } from '../../../charts/measure.ts';
import { monthStep, stepCell } from '../../../charts/steps.ts';
import { formatNumber } from '../../../format.ts';
import { t, tOrdinal } from '../../../text.ts';
import { ChartCard } from '../../chart-card.tsx';
import { fileNameOf } from '../../file-name.ts';
import { gapNotes } from '../../gap-notes.ts';
import type { PageProps } from '../../page.ts';
import { rangeColumns } from '../../range-columns.ts';
import { clockNote, weekTable } from '../habits/clock-part.tsx';
import { weekFinding } from '../habits/clock-facts.ts';
import { placesFinding, stepsFinding } from './detail-words.ts';

interface ChartProps extends PageProps {
  detail: Detail;
}

export function StepsChart({ detail, scope, timeZone, route }: ChartProps) {
  const { steps, stepUnit } = detail;
  const columns = useMemo(
    () =>
      rangeColumns(steps, { unit: stepUnit, timeZone, today: scope.today }, ({ plays }) => plays),
    [detail],
  );
  const note = gapNotes(columns).join(' ');
  const table = (): ChartTable => ({
    columns: [
      { label: t('spark_column_when'), kind: 'text' },
      { label: t('list_plays'), kind: 'count' },
      { label: t('spark_column_heard'), kind: 'duration' },
    ],
    rows: columns.map((column, i) => {
      const name = stepCell(column);
      return column.covered || column.value > 0
        ? [name, column.value, steps[i]!.playedMs]
        : [name, null, null];
    }),
  });
  return (
    <ChartCard
      title={stepsFinding(detail, timeZone)}
      {...(note === '' ? {} : { note })}
      table={table}
      fileName={fileNameOf('plays', route)}
    >
      <ColumnChart columns={columns} measure={inPlays} />
    </ChartCard>
  );
}

/** A line needs two places to go between. */
export function hasPlaces(months: readonly RankedMonth[]): boolean {
  return months.filter(({ rank }) => rank !== null).length > 1;
}

export function PlacesChart({ detail, route }: ChartProps) {
  const { months } = detail;
  const { steps, series } = useMemo(
    () => ({
      steps: months.map(({ month, covered, rank }) => ({
        ...monthStep(month),
        covered: covered || rank !== null,
      })),
      series: [{ name: detail.entry.name, values: months.map(({ rank }) => rank) }],
    }),
    [detail],
  );
  const table = (): ChartTable => ({
    columns: [
      { label: t('range_month'), kind: 'text' },
      { label: t('list_place'), kind: 'count' },
      { label: t('detail_among'), kind: 'count' },
      { label: t('list_plays'), kind: 'count' },
    ],
    rows: months.map(({ month, rank, among, plays, covered }) => {
      const name = stepCell(monthStep(month));
      return rank === null ? [name, null, null, covered ? 0 : null] : [name, rank, among, plays];
    }),
  });
  return (
    <ChartCard
      title={placesFinding(detail)}
      note={t('detail_places_note')}
      table={table}
      fileName={fileNameOf('places', route)}
    >
      <LineChart steps={steps} series={series} measure={PLACES} inverted height={250} />
    </ChartCard>
  );
}

const PLACES: Measure = {
  ...inPlays,
  format: (place) => tOrdinal(place, formatNumber(place)),
  short: formatNumber,
};

export function HoursChart({
  detail: { hours, recordedWeekdays },
  route,
  firstWeekday,
}: ChartProps) {
  return (
    <ChartCard
      title={weekFinding(hours)}
      note={clockNote(recordedWeekdays)}
      table={() => weekTable(hours, firstWeekday, recordedWeekdays)}
      fileName={fileNameOf('clock', route)}
    >
      <HourWeek
        values={hours}
        measure={inPlays}
        weekStart={firstWeekday}
        recorded={recordedWeekdays}
      />
    </ChartCard>
  );
}
