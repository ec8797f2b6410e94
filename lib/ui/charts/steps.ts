/** The steps of a time axis in words: what each is called, and which of them the axis names. */
import { formatDate } from '../format.ts';
import { locale } from '../text.ts';
import type { TextWidth } from './picture.ts';
import { SMALL } from './shapes.ts';

const DAY_MS = 86_400_000;

export interface Step {
  /** In full: “May 2019”. */
  label: string;
  /** On the axis, where the step may be named there: “2019” on each January. */
  tick?: string;
  /** Named first where there is no room for all: a year among months. */
  major?: boolean;
}

/** A local day since 1970-01-01; the axis names the first of each month, and January by its year. */
export function dayStep(day: number): Step {
  const at = day * DAY_MS;
  const date = new Date(at);
  const label = formatDate(at, 'day', 'UTC');
  if (date.getUTCDate() !== 1) return { label };
  return { label, ...monthTick(at) };
}

/** A local month counted from January 1970; the axis names January by its year. */
export function monthStep(month: number): Step {
  const at = Date.UTC(1970, month);
  const label = formatDate(at, 'month', 'UTC');
  return { label, ...monthTick(at) };
}

/** A year; the axis names each, as far as there is room. */
export function yearStep(year: number): Step {
  const name = String(year);
  return { label: name, tick: name };
}

function monthTick(at: number): Pick<Step, 'tick' | 'major'> {
  const date = new Date(at);
  if (date.getUTCMonth() > 0) return { tick: monthName(at) };
  return { tick: String(date.getUTCFullYear()), major: true };
}

/** “Jan”, of a moment in UTC ms. */
export function monthName(at: number): string {
  return monthNames().format(at);
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
 * Which steps an axis names: all that have a tick; where there is no room for these, the major ones;
 * and where there is none for these either, every second, fifth … of them.
 */
export function chooseTicks(steps: readonly Step[], pitch: number, textWidth: TextWidth): Tick[] {
  const all = named(steps, () => true);
  const major = named(steps, (step) => step.major === true);
  const candidates = major.length > 0 && apart(all) * pitch < room(all, textWidth) ? major : all;
  const distance = apart(candidates) * pitch;
  const least = room(candidates, textWidth);
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((n) => n * distance >= least) ?? 1000;
  if (every === 1) return candidates;
  // 2010, 2015, 2020 rather than 2011, 2016, 2021.
  const isYears = candidates.every(({ text }) => /^\d{4}$/.test(text));
  return candidates.filter(({ text }, i) => (isYears ? Number(text) : i) % every === 0);
}

function named(steps: readonly Step[], isWanted: (step: Step) => boolean): Tick[] {
  return steps.flatMap((step, index) =>
    step.tick !== undefined && isWanted(step) ? [{ index, text: step.tick }] : [],
  );
}

/** The fewest steps between two names. */
function apart(ticks: readonly Tick[]): number {
  return Math.min(...ticks.slice(1, 100).map(({ index }, i) => index - ticks[i]!.index));
}

function room(ticks: readonly Tick[], textWidth: TextWidth): number {
  return Math.max(0, ...ticks.slice(0, 100).map(({ text }) => textWidth(text, SMALL))) + TICK_SPACE;
}
