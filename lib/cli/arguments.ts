/** Reads the terminal's arguments: which files, which days, which clock. */
import { parseArgs } from 'node:util';
import { type DayRange, parseRange } from '../domain/day-range.ts';

import type { RankBy } from '../stats/ranking.ts';
import { timeZoneTable } from '../stats/time-zone.ts';

export const USAGE = `Prints all statistics of a listening history as one JSON document.

  npm run stats -- <zip, JSON files or folders…> [options]

  --range all|YYYY|YYYY-MM|FROM..TO   days in the time zone, both inclusive (default: all)
  --time-zone IANA                    Europe/Berlin, for example (default: this machine's)
  --top N                             entries of each top list (default: 100)
  --by plays|time                     how top lists are ranked (default: plays)
`;

export interface StatsArguments {
  paths: string[];
  range: DayRange | null;
  timeZone: string;
  top: number;
  by: RankBy;
}

/** What is wrong with the arguments, for a person. */
export class UsageError extends Error {}

/** @throws UsageError */
export function readArguments(args: readonly string[]): StatsArguments {
  const { positionals, values } = parse(args);
  if (positionals.length === 0) throw new UsageError('No file was named.');
  return {
    paths: positionals,
    range: readRange(values.range ?? 'all'),
    timeZone: readTimeZone(values['time-zone']),
    top: readTop(values.top ?? '100'),
    by: readBy(values.by ?? 'plays'),
  };
}

function parse(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { range: text, 'time-zone': text, top: text, by: text },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Unknown option.');
  }
}

function readRange(text: string): DayRange | null {
  const range = parseRange(text);
  if (range === undefined) throw new UsageError(`"${text}" is no range of days.`);
  return range;
}

function readTimeZone(name = Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  try {
    return timeZoneTable(name).name;
  } catch {
    throw new UsageError(`"${name}" is no time zone.`);
  }
}

function readTop(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`"${text}" is no number of entries.`);
  return Number(text);
}

function readBy(text: string): RankBy {
  if (text !== 'plays' && text !== 'time') throw new UsageError(`"${text}" is no way to rank.`);
  return text;
}
