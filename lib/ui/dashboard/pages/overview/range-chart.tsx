/** The shape of the range: time by hour, day or month, against the range compared with. */
import { useMemo } from 'preact/hooks';
import type { ChartTable, TableCell } from '../../../charts/chart-table.ts';
import { ColumnChart } from '../../../charts/charts.tsx';
import { durations } from '../../../charts/measure.ts';
import { stepCell } from '../../../charts/steps.ts';
import { t } from '../../../text.ts';
import { ChartCard } from '../../chart-card.tsx';
import { fileNameOf } from '../../file-name.ts';
import { gapNotes } from '../../gap-notes.ts';
import { rangeColumns } from '../../range-columns.ts';
import { daysText } from '../../range-words.ts';
import type { OverviewPageProps } from './overview-props.ts';
import { shapeFinding } from './overview-words.ts';

export function RangeChart({ view, scope, route, timeZone }: OverviewPageProps) {
  const { steps, stepUnit, stepsBefore } = view;
  const { comparedDays } = scope;
  const columns = useMemo(
    () =>
      rangeColumns(
        steps,
        { unit: stepUnit, timeZone, today: scope.today },
        ({ playedMs }) => playedMs,
      ),
    [view],
  );
  const before = useMemo(
    () =>
      stepsBefore && comparedDays ? { name: daysText(comparedDays), values: stepsBefore } : null,
    [view],
  );
  const note = gapNotes(columns).join(' ');
  const table = (): ChartTable => ({
    columns: [
      { label: t('spark_column_when'), kind: 'text' },
      { label: t('spark_column_heard'), kind: 'duration' },
      { label: t('list_plays'), kind: 'count' },
      ...(before ? [{ label: before.name, kind: 'duration' as const }] : []),
    ],
    rows: steps.map(({ playedMs, plays, covered }, i) => {
      const isKnown = covered || playedMs > 0;
      const row: TableCell[] = [
        stepCell(columns[i]!),
        isKnown ? playedMs : null,
        isKnown ? plays : null,
      ];
      return before ? row.concat(before.values[i] ?? null) : row;
    }),
  });
  return (
    <ChartCard
      title={shapeFinding(view, timeZone)}
      {...(note === '' ? {} : { note })}
      table={table}
      fileName={fileNameOf('time', route)}
    >
      <ColumnChart columns={columns} measure={durations} {...(before ? { before } : {})} />
    </ChartCard>
  );
}
