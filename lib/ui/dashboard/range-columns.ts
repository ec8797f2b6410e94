/** The steps of a range as the columns of a chart. */
import type { RangeFigures } from '../../domain/snapshot.ts';
import type { Column } from '../charts/column-picture.ts';
import { dayStep, monthStep } from '../charts/steps.ts';
import type { Step } from '../charts/steps.ts';
import { calendarDay, formatDate } from '../format.ts';

interface RangeStep {
  /** UTC ms. */
  start: number;
  covered: boolean;
  partly: boolean;
}

/** @param timeZone IANA name: the one the steps are of. */
export function rangeColumns<S extends RangeStep>(
  steps: readonly S[],
  unit: RangeFigures['stepUnit'],
  timeZone: string,
  valueOf: (step: S) => number,
): Column[] {
  const named = (start: number): Step => {
    if (unit === 'hour') return hourStep(start, timeZone);
    const day = calendarDay(start, timeZone) / DAY_MS;
    if (unit === 'day') return dayStep(day);
    const date = new Date(day * DAY_MS);
    return monthStep((date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth());
  };
  return steps.map((step) => ({
    ...named(step.start),
    covered: step.covered,
    partly: step.partly,
    value: valueOf(step),
  }));
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
