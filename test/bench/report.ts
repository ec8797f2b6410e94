/** What the bench prints: a line for each measure, and whether its budget is met. */
import { median } from './median.ts';

export interface Line {
  measure: string;
  figure: string;
  /** What it is held against; empty where the budget is a plain figure. */
  reference: string;
  ratio: string;
  /** Empty where there is none. */
  budget: string;
  /** Null without a budget. */
  met: boolean | null;
}

/** A limit: `most` as of a cost, `least` as of a speed. */
export type Limit = { most: number } | { least: number };

/** A figure with a limit of its own. NaN, where this machine cannot measure it, meets nothing. */
export function lineOf(measure: string, value: number, unit: string, limit: Limit): Line {
  return {
    measure,
    figure: Number.isNaN(value) ? 'not measured here' : `${format(value)} ${unit}`,
    reference: '',
    ratio: '',
    budget: `${format(limit)} ${unit}`,
    met: Number.isNaN(value) ? null : meets(value, limit),
  };
}

interface Comparison {
  measure: string;
  /** ms of each round. */
  ours: readonly number[];
  theirs: readonly number[];
  yardstick: string;
  /** How many times their speed ours is (`least`), or how much of their time it takes (`most`). */
  limit: Limit;
}

/** Medians against each other. */
export function lineAgainst({ measure, ours, theirs, yardstick, limit }: Comparison): Line {
  const [mine, other] = [median(ours), median(theirs)];
  const ratio = 'least' in limit ? other / mine : mine / other;
  return {
    measure,
    figure: `${format(mine)} ms`,
    reference: `${format(other)} ms ${yardstick}`,
    ratio: `${format(ratio)} ×`,
    budget: `${format(limit)} ×`,
    met: meets(ratio, limit),
  };
}

function meets(value: number, limit: Limit): boolean {
  return 'most' in limit ? value <= limit.most : value >= limit.least;
}

/** Two digits that count, at least: 0.021, 1.8, 8.1, 120, 4,200. */
function format(value: number | Limit): string {
  if (typeof value === 'object') {
    return 'most' in value ? `≤ ${format(value.most)}` : `≥ ${format(value.least)}`;
  }
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(value >= 10 ? 3 : 2)));
}

const HEAD = ['measure', 'figure', 'reference', 'ratio', 'budget', ''];

/** Columns as wide as they must be, for a terminal. */
export function formatTable(lines: readonly Line[]): string {
  const rows = lines.map(({ measure, figure, reference, ratio, budget, met }) => [
    measure,
    figure,
    reference,
    ratio,
    budget,
    met === null ? '' : met ? 'met' : 'MISSED',
  ]);
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const text = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const [head, ...body] = text;
  return [head, '─'.repeat(Math.max(...text.map(({ length }) => length))), ...body].join('\n');
}
