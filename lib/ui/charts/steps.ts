/** The steps of a time axis in words: what each is called, and which of them the axis names. */
import { formatDate } from '../format.ts';
import { locale, t } from '../text.ts';
import type { LinkedText } from './chart-table.ts';
import type { TextWidth } from './picture.ts';
import { SMALL } from './shapes.ts';

const DAY_MS = 86_400_000;

export interface Step {
  /** In full: “May 2019”. */
  label: string;
  /** For files: “2019-05”, “2019-05-31”. */
  iso?: string;
  /** On the axis, where the step may be named there: “2019” on each January. */
  tick?: string;
  /**
   * Which names go first where there is no room for all: 0 (when not given) stays longest, a year
   * among months.
   */
  level?: number;
}

/** A local day since 1970-01-01; the axis names years, then months, then days, as far as there is room. */
export function dayStep(day: number): Step {
  const at = day * DAY_MS;
  const date = new Date(at).getUTCDate();
  const label = formatDate(at, 'day', 'UTC');
  const iso = isoDay(at);
  if (date === 1) return { label, iso, ...monthTick(at) };
  const level = date % 10 === 1 && date < 31 ? 3 : date % 5 === 1 && date < 31 ? 4 : 5;
  return { label, iso, tick: formatDate(at, 'day-of-year', 'UTC'), level };
}

/** A local month counted from January 1970; the axis names years, then quarters, then months. */
export function monthStep(month: number): Step {
  const at = Date.UTC(1970, month);
  return { label: formatDate(at, 'month', 'UTC'), iso: isoDay(at).slice(0, 7), ...monthTick(at) };
}

/** A step as it begins a row: in words on the screen, in the file as machines sort it. */
export function stepCell({ label, iso, partly = false }: Step & { partly?: boolean }): LinkedText {
  const text = partly ? t('spark_part_of_it', label) : label;
  return { text, ...(iso === undefined ? {} : { file: iso }) };
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A year; the axis names each, as far as there is room. */
export function yearStep(year: number): Step {
  const name = String(year);
  return { label: name, tick: name };
}

function monthTick(at: number): Pick<Step, 'tick' | 'level'> {
  const month = new Date(at).getUTCMonth();
  if (month === 0) return { tick: String(new Date(at).getUTCFullYear()), level: 0 };
  return { tick: monthName(at), level: month % 3 === 0 ? 1 : 2 };
}

/** “Jan”, of a moment in UTC ms. */
export function monthName(at: number): string {
  return monthNames().format(at);
}

/** “J”, of a month from 0: for a row of twelve. */
export function monthLetter(month: number): string {
  const format = new Intl.DateTimeFormat(locale(), { month: 'narrow', timeZone: 'UTC' });
  return format.format(Date.UTC(1970, month));
}

let names: { locale: string; format: Intl.DateTimeFormat } | null = null;

function monthNames(): Intl.DateTimeFormat {
  if (names?.locale !== locale()) {
    const format = new Intl.DateTimeFormat(locale(), { month: 'short', timeZone: 'UTC' });
    names = { locale: locale(), format };
  }
  return names.format;
}

/** Between two names on an axis, in px. */
const TICK_SPACE = 14;

interface Tick {
  index: number;
  text: string;
}

/**
 * Which steps an axis names: all that have a tick, or only those down to the level there is room for;
 * and where there is none for the first level either, every second, fifth … of it.
 */
export function chooseTicks(steps: readonly Step[], pitch: number, textWidth: TextWidth): Tick[] {
  const fits = (ticks: readonly Tick[]) => apart(ticks) * pitch >= room(ticks, textWidth);
  const levels = [...new Set(named(steps, Infinity).map(({ level }) => level))].toSorted(
    (a, b) => b - a,
  );
  for (const level of levels) {
    const ticks = named(steps, level);
    if (fits(ticks)) return ticks;
  }
  if (levels.length === 0) return [];
  const ticks = named(steps, levels.at(-1)!);
  const distance = apart(ticks) * pitch;
  const least = room(ticks, textWidth);
  const every = [2, 5, 10, 20, 50, 100, 200, 500].find((n) => n * distance >= least) ?? 1000;
  // 2010, 2015, 2020 rather than 2011, 2016, 2021.
  const isYears = ticks.every(({ text }) => /^\d{4}$/.test(text));
  const chosen = ticks.filter(({ text }, i) => (isYears ? Number(text) : i) % every === 0);
  if (chosen.length > 1) return chosen;
  // One year alone gives no scale: the first and the last do.
  const ends = [ticks[0]!, ticks.at(-1)!];
  return fits(ends) ? ends : ends.slice(0, 1);
}

function named(steps: readonly Step[], downTo: number): (Tick & { level: number })[] {
  return steps.flatMap(({ tick, level = 0 }, index) =>
    tick !== undefined && level <= downTo ? [{ index, text: tick, level }] : [],
  );
}

/** The fewest steps between two names. */
function apart(ticks: readonly Tick[]): number {
  return Math.min(...ticks.slice(1, 100).map(({ index }, i) => index - ticks[i]!.index));
}

function room(ticks: readonly Tick[], textWidth: TextWidth): number {
  return Math.max(0, ...ticks.slice(0, 100).map(({ text }) => textWidth(text, SMALL))) + TICK_SPACE;
}
