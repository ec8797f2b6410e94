/** What the numbers of a chart are: how they are written, and where an axis or a legend may stop. */
import { ticks as decimalTicks } from 'd3-array';
import { formatDuration, formatNumber, formatPercent } from '../format.ts';
import { t, tPlural, type PluralKey } from '../text.ts';

export interface Measure {
  /** In full, for a label, a tooltip or a screen reader: “2 h 5 min”, “47 plays”. */
  format: (value: number) => string;
  /** Short, for an axis or the end of a bar: “2 h”, “47”. */
  short: (value: number) => string;
  /** Round values from 0 to at most `max`, about `count` of them. */
  ticks: (max: number, count: number) => number[];
  /** The next round value, for the bounds of a legend: never 0 for a value above 0. */
  round: (value: number) => number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps that a clock has; beyond them, days count in tens. */
const DURATION_STEPS = [
  ...[1, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  DAY,
];

/** Lengths of time in ms. */
export const durations: Measure = {
  format: formatDuration,
  short: (value) => (value === 0 ? formatNumber(0) : formatDuration(value)),
  ticks(max, count) {
    if (!(max > 0)) return [0];
    if (max / DAY > count) return decimalTicks(0, max / DAY, count).map((days) => days * DAY);
    const step = DURATION_STEPS.find((size) => max / size <= count + 0.5) ?? DAY;
    return Array.from({ length: Math.floor(max / step) + 1 }, (_, i) => i * step);
  },
  round(value) {
    const steps = [...DURATION_STEPS, 20 * MINUTE, 45 * MINUTE, 4 * HOUR, 5 * HOUR, 8 * HOUR];
    if (value > DAY) return roundDecimal(value / DAY) * DAY;
    return closest(steps, value);
  },
};

/** Whole numbers of plays. */
export const plays: Measure = counts('popup_plays_count');

/** Whole numbers of anything that has a plural in the catalogue. */
export function counts(key: PluralKey): Measure {
  return {
    format: (value) => tPlural(key, value, formatNumber(value)),
    short: formatNumber,
    ticks: (max, count) => wholeTicks(max, count),
    round: (value) => Math.max(1, roundDecimal(value)),
  };
}

/** Shares between 0 and 1. */
export const shares: Measure = {
  format: formatPercent,
  short: formatPercent,
  ticks: (max, count) => wholeTicks(max * 100, count).map((percent) => percent / 100),
  round: (value) => Math.max(0.01, roundDecimal(value * 100) / 100),
};

/** Places in a ranking: 1 is the first. */
export const ranks: Measure = {
  format: (value) => t('chart_rank', formatNumber(value)),
  short: formatNumber,
  ticks: wholeTicks,
  round: Math.round,
};

function wholeTicks(max: number, count: number): number[] {
  if (!(max > 0)) return [0];
  return decimalTicks(0, max, count).filter((tick) => Number.isInteger(tick));
}

const MANTISSAS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 9, 10];

function roundDecimal(value: number): number {
  if (value <= 10) return Math.round(value);
  const power = 10 ** Math.floor(Math.log10(value));
  return closest(MANTISSAS, value / power) * power;
}

function closest(choices: readonly number[], value: number): number {
  return choices.reduce((best, choice) =>
    Math.abs(choice - value) < Math.abs(best - value) ? choice : best,
  );
}
