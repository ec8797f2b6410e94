/** When music is played: the hours of the week, of the day, and its weekdays. */
import { useMemo } from 'preact/hooks';
import type { ClockView } from '../../../../views/habits/contract.ts';
import { ColumnChart, HourWeek } from '../../../charts/charts.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { plays as inPlays } from '../../../charts/measure.ts';
import { weekdayNames, type Weekday } from '../../../charts/week.ts';
import { t } from '../../../text.ts';
import { ChartCard, NotYet } from '../../chart-card.tsx';
import { fileNameOf } from '../../file-name.ts';
import type { PageProps } from '../../page.ts';
import {
  hourFinding,
  hourName,
  playsByHour,
  playsByWeekday,
  weekdayFinding,
  weekFinding,
} from './clock-facts.ts';

export function ClockPart({ view, route, firstWeekday }: PageProps & { view: ClockView }) {
  const { plays, recorded } = view;
  const { hours, weekdays } = useMemo(
    () => ({ hours: hourColumns(plays), weekdays: weekdayColumns(view, firstWeekday) }),
    [view, firstWeekday],
  );
  if (plays.every((day) => day.every((count) => count === 0))) {
    return <NotYet title={t('clock_none_title')}>{t('habits_none_text')}</NotYet>;
  }
  const byHour = playsByHour(plays);
  const byWeekday = playsByWeekday(plays);
  return (
    <>
      <ChartCard
        title={weekFinding(plays)}
        note={clockNote(recorded)}
        table={() => weekTable(plays, firstWeekday, recorded)}
        fileName={fileNameOf('clock', route)}
      >
        <HourWeek values={plays} measure={inPlays} weekStart={firstWeekday} recorded={recorded} />
      </ChartCard>
      <div class="pair">
        <ChartCard
          title={hourFinding(byHour)}
          table={{
            columns: [
              { label: t('clock_column_hour'), kind: 'text' },
              { label: t('list_plays'), kind: 'count' },
            ],
            rows: byHour.map((count, hour) => [hourName(hour), count]),
          }}
          fileName={fileNameOf('hours', route)}
        >
          <ColumnChart columns={hours} measure={inPlays} height={220} />
        </ChartCard>
        <ChartCard
          title={weekdayFinding(byWeekday, recorded)}
          {...(recorded.includes(false) ? { note: t('timeline_hatched') } : {})}
          table={{
            columns: [
              { label: t('clock_column_weekday'), kind: 'text' },
              { label: t('list_plays'), kind: 'count' },
            ],
            rows: weekdays.map(({ label, value, covered }) => [
              label,
              covered || value > 0 ? value : null,
            ]),
          }}
          fileName={fileNameOf('weekdays', route)}
        >
          <ColumnChart columns={weekdays} measure={inPlays} height={220} />
        </ChartCard>
      </div>
    </>
  );
}

/** What the clock shows, and its hatching where some weekdays are not known. */
export function clockNote(recorded: readonly boolean[]): string {
  return [t('clock_note'), ...(recorded.includes(false) ? [t('timeline_hatched')] : [])].join(' ');
}

function hourColumns(plays: ClockView['plays']) {
  return playsByHour(plays).map((value, hour) => {
    const label = t('range_from_to', hourName(hour), hourName(hour + 1));
    return { label, tick: hourName(hour), level: levelOf(hour), covered: true, value };
  });
}

/** Midnight, six, noon and eighteen are named first. */
function levelOf(hour: number): number {
  return hour % 6 === 0 ? 0 : hour % 3 === 0 ? 1 : 2;
}

/** From the week's first day on. */
function weekdayColumns({ plays, recorded }: ClockView, firstWeekday: Weekday) {
  const values = playsByWeekday(plays);
  const short = weekdayNames(firstWeekday, 'short');
  return weekdayNames(firstWeekday, 'long').map((label, i) => {
    const weekday = (firstWeekday - 1 + i) % 7;
    return { label, tick: short[i]!, covered: recorded[weekday]!, value: values[weekday]! };
  });
}

/** A row an hour, a column a weekday. */
export function weekTable(
  plays: ClockView['plays'],
  firstWeekday: Weekday,
  /** False where none of a weekday was recorded. */
  recorded?: ClockView['recorded'],
): ChartTable {
  const days = Array.from({ length: 7 }, (_, i) => (firstWeekday - 1 + i) % 7);
  return {
    columns: [
      { label: t('clock_column_hour'), kind: 'text' },
      ...weekdayNames(firstWeekday, 'long').map((label) => ({ label, kind: 'count' as const })),
    ],
    rows: Array.from({ length: 24 }, (_, hour) => [
      hourName(hour),
      ...days.map((day) => {
        const count = plays[day]?.[hour] ?? 0;
        return count === 0 && recorded?.[day] === false ? null : count;
      }),
    ]),
  };
}
