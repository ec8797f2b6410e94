/** The steps of a sparkline in words: what it shows, and what each step is called. */
import type { RangeFigures } from '../domain/snapshot.ts';
import { formatDate, type DateStyle } from './format.ts';
import { t, type MessageKey } from './text.ts';

type StepUnit = RangeFigures['stepUnit'];

const STEPS: Readonly<Record<StepUnit, { title: MessageKey; date: DateStyle }>> = {
  hour: { title: 'steps_hour', date: 'time' },
  day: { title: 'steps_day', date: 'day-of-year' },
  month: { title: 'steps_month', date: 'month' },
};

export function stepsTitle(unit: StepUnit): string {
  return t(STEPS[unit].title);
}

/** `start` is UTC ms. */
export function stepLabel(start: number, unit: StepUnit, timeZone: string): string {
  return formatDate(start, STEPS[unit].date, timeZone);
}
