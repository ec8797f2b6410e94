/** The steps of the timeline's charts: hours, days or months, with what each is called. */
import type { LayersView } from '../../../../views/timeline/contract.ts';
import { dayStep, monthStep, type Step } from '../../../charts/steps.ts';
import { formatDate } from '../../../format.ts';
import { t } from '../../../text.ts';

type Unit = LayersView['unit'];

const HOUR_MS = 3_600_000;

/** @param first a local day or month, as the unit says; of hours 0. */
export function timeStep(unit: Unit, first: number, index: number): Step {
  if (unit === 'day') return dayStep(first + index);
  if (unit === 'month') return monthStep(first + index);
  const tick = hourName(index);
  return { label: t('range_from_to', tick, hourName(index + 1)), tick, level: levelOf(index) };
}

export function unitName(unit: Unit): string {
  if (unit === 'hour') return t('clock_column_hour');
  return unit === 'day' ? t('timeline_column_day') : t('list_month');
}

function hourName(hour: number): string {
  return formatDate(hour * HOUR_MS, 'time', 'UTC');
}

/** Midnight, six, noon and eighteen are named first. */
function levelOf(hour: number): number {
  return hour % 6 === 0 ? 0 : hour % 3 === 0 ? 1 : 2;
}
