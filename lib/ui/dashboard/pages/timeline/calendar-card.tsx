/** Every day of the years in range. */
import { useCallback, useMemo } from 'preact/hooks';
import type { DayRange } from '../../../../domain/day-range.ts';
import type { CalendarView } from '../../../../views/timeline/contract.ts';
import type { ChartTable, TableCell } from '../../../charts/chart-table.ts';
import { durations, plays as inPlays } from '../../../charts/measure.ts';
import { t } from '../../../text.ts';
import { ChartCard } from '../../chart-card.tsx';
import { fileNameOf } from '../../file-name.ts';
import type { PageProps } from '../../page.ts';
import { formatDay, isoDay } from '../../range-words.ts';
import { LinkedCalendar } from './linked-calendar.tsx';

interface CalendarCardProps extends PageProps {
  view: CalendarView;
  by: 'plays' | 'time';
}

export function CalendarCard({ view, by, scope, route, firstWeekday, actions }: CalendarCardProps) {
  const { firstDay, covered } = view;
  const values = by === 'plays' ? view.plays : view.playedMs;
  const measure = by === 'plays' ? inPlays : durations;
  const hrefOf = useCallback(
    (day: number) => actions.hrefFor({ page: 'overview', range: isoDay(day), params: {} }),
    [actions],
  );
  const within = useMemo(() => placesWithin(view, scope.days), [view, scope.days]);
  const inRange = within
    ? values.map((value, i) => (i >= within.first && i <= within.last ? value : 0))
    : values;
  const most = fullestDay(inRange);
  return (
    <ChartCard
      title={
        most === null
          ? t('timeline_calendar_none')
          : inRange.lastIndexOf(values[most]!) > most
            ? t('timeline_calendar_even', measure.format(values[most]!))
            : t(
                'timeline_calendar_title',
                formatDay(firstDay + most, 'day'),
                measure.format(values[most]!),
              )
      }
      note={[
        t('timeline_calendar_note'),
        ...(within ? [t('timeline_calendar_faint')] : []),
        ...(covered.includes(false) ? [t('timeline_hatched')] : []),
      ].join(' ')}
      table={() => calendarTable(view, hrefOf)}
      fileName={fileNameOf('calendar', route)}
    >
      <LinkedCalendar
        firstDay={firstDay}
        values={values}
        covered={covered}
        {...(within && { within })}
        measure={measure}
        weekStart={firstWeekday}
        hrefOf={hrefOf}
      />
    </ChartCard>
  );
}

/** The places of the range's days among those shown; null where all of them are in it. */
export function placesWithin(
  { firstDay, plays }: Pick<CalendarView, 'firstDay' | 'plays'>,
  days: DayRange | null,
): DayRange | null {
  if (!days) return null;
  const [first, last] = [days.first - firstDay, days.last - firstDay];
  return first <= 0 && last >= plays.length - 1 ? null : { first, last };
}

/** The first of several as full; null where nothing was heard. */
export function fullestDay(values: readonly number[]): number | null {
  let most = 0;
  for (const [index, value] of values.entries()) if (value > values[most]!) most = index;
  return (values[most] ?? 0) > 0 ? most : null;
}

/** The newest day first; what is not known is left empty. */
function calendarTable(view: CalendarView, hrefOf: (day: number) => string): ChartTable {
  const rows = view.plays.map((plays, i): TableCell[] => {
    const day = view.firstDay + i;
    const playedMs = view.playedMs[i]!;
    const isGap = !view.covered[i] && playedMs === 0;
    const name = { text: formatDay(day, 'date'), href: hrefOf(day), file: isoDay(day) };
    return isGap ? [name, null, null] : [name, plays, playedMs];
  });
  return {
    columns: [
      { label: t('timeline_column_day'), kind: 'text' },
      { label: t('list_plays'), kind: 'count' },
      { label: t('list_time'), kind: 'duration' },
    ],
    rows: rows.toReversed(),
  };
}
