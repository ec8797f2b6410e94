/** The steps of a range as the columns of a chart. */
import type { RangeFigures } from '../../domain/snapshot.ts';
import type { Column } from '../charts/column-picture.ts';
import { dayStep, monthStep } from '../charts/steps.ts';
import type { Step } from '../charts/steps.ts';
import { calendarDay, formatDate } from '../format.ts';
import { t } from '../text.ts';

interface RangeStep {
  /** UTC ms. */
  start: number;
  covered: boolean;
  partly: boolean;
}

interface StepSetting {
  unit: RangeFigures['stepUnit'];
  /** IANA name: the one the steps are of. */
  timeZone: string;
  /** The local day that it is: it, and its month, are not over. */
  today: number;
}

export function rangeColumns<S extends RangeStep>(
  steps: readonly S[],
  { unit, timeZone, today }: StepSetting,
  valueOf: (step: S) => number,
): Column[] {
  return steps.map((step) => {
    const { start, covered, partly } = step;
    const amounts = { covered, partly, value: valueOf(step) };
    if (unit === 'hour') return { ...hourStep(start, timeZone), ...amounts };
    const day = calendarDay(start, timeZone) / DAY_MS;
    const named = unit === 'day' ? dayStep(day) : monthStep(monthOf(day));
    const isOver = unit === 'day' ? day !== today : monthOf(day) !== monthOf(today);
    return { ...named, ...amounts, ...(isOver ? {} : { faint: notOver }) };
  });
}

function notOver(amount: string): string {
  return t('seasons_not_over', amount);
}

/** Counted from January 1970; of a local day. */
function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

const DAY_MS = 86_400_000;

/** Midnight, six, noon and eighteen are named first. */
function hourStep(start: number, timeZone: string): Step {
  const label = formatDate(start, 'time', timeZone);
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(start),
  );
  return { label, tick: label, level: hour % 6 === 0 ? 0 : hour % 3 === 0 ? 1 : 2 };
}
