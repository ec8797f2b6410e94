/** How plays or time added up over the range, and over the range compared with. */
import { useMemo } from 'preact/hooks';
import type { CumulativeView } from '../../../../views/timeline/contract.ts';
import { LineChart } from '../../../charts/charts.tsx';
import type { ChartTable, TableCell } from '../../../charts/chart-table.ts';
import type { LineSeries } from '../../../charts/line-picture.ts';
import { durations, plays as inPlays } from '../../../charts/measure.ts';
import { stepCell } from '../../../charts/steps.ts';
import { changeAgainst } from '../../../format.ts';
import { t } from '../../../text.ts';
import { ChartCard } from '../../chart-card.tsx';
import { fileNameOf } from '../../file-name.ts';
import type { PageProps } from '../../page.ts';
import { daysText, formatDay } from '../../range-words.ts';
import { timeStep, unitName } from './time-steps.ts';

interface CumulativeCardProps extends PageProps {
  view: CumulativeView;
  by: 'plays' | 'time';
}

export function CumulativeCard({ view, by, route }: CumulativeCardProps) {
  const { unit, first, covered, values, compared, days } = view;
  const measure = by === 'plays' ? inPlays : durations;
  const steps = useMemo(
    () => covered.map((known, i) => Object.assign(timeStep(unit, first, i), { covered: known })),
    [unit, first, covered],
  );
  const series = useMemo(
    (): LineSeries[] => [
      { name: daysText(days), values },
      ...(compared
        ? [
            {
              name: daysText(compared.days),
              values: covered.map((_, i) => compared.values[i] ?? null),
            },
          ]
        : []),
    ],
    [days, values, compared, covered],
  );
  const sum = values.at(-1) ?? 0;
  return (
    <ChartCard
      title={
        comparisonTitle(view) ??
        t('timeline_sum_title', measure.format(sum), formatDay(days.first, 'date'))
      }
      note={[
        t(by === 'plays' ? 'timeline_sum_plays' : 'timeline_sum_time'),
        ...(covered.includes(false) ? [t('timeline_hatched')] : []),
        ...(compared?.whole === false ? [t('timeline_sum_gaps', daysText(compared.days))] : []),
      ].join(' ')}
      table={() => cumulativeTable(view, by)}
      fileName={fileNameOf('cumulative', route)}
    >
      <LineChart steps={steps} series={series} measure={measure} />
    </ChartCard>
  );
}

/** “12 % more than in 2025”; null where there is nothing to compare with, or only a part of either was recorded. */
export function comparisonTitle({ unit, whole, values, compared }: CumulativeView): string | null {
  if (!whole || !compared?.whole) return null;
  const now = values.at(-1) ?? 0;
  const then = compared.values[Math.min(values.length, compared.values.length) - 1] ?? 0;
  const change = changeAgainst(now, then);
  if (!change) return null;
  const { first } = compared.days;
  const isPart = values.length < compared.values.length;
  // Of a year as far as this one has come, the days themselves; of months, the point alone is told.
  const days = !isPart
    ? daysText(compared.days)
    : unit === 'day'
      ? daysText({ first, last: first + values.length - 1 })
      : t('timeline_sum_point', daysText(compared.days));
  if (change.direction === 'same') return t('timeline_sum_same', days);
  return t(
    change.direction === 'up' ? 'timeline_sum_more' : 'timeline_sum_less',
    change.text,
    days,
  );
}

function cumulativeTable(view: CumulativeView, by: 'plays' | 'time'): ChartTable {
  const kind = by === 'plays' ? 'count' : 'duration';
  const { unit, first, values, compared, days } = view;
  return {
    columns: [
      { label: unitName(unit), kind: 'text' },
      { label: daysText(days), kind },
      ...(compared ? [{ label: daysText(compared.days), kind } as const] : []),
    ],
    rows: values.map((value, i): TableCell[] => {
      const name = stepCell(timeStep(unit, first, i));
      return compared ? [name, value, compared.values[i] ?? null] : [name, value];
    }),
  };
}
