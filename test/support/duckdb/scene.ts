/** One history, one time zone, one range, on both sides: SQL's and ours. */
import { buildDataset, type Dataset } from '../../../lib/dataset/dataset.ts';
import { selectAll, type Selection } from '../../../lib/dataset/selection.ts';
import type { DayRange } from '../../../lib/domain/day-range.ts';
import { selectDays } from '../../../lib/stats/select-days.ts';
import { type TimeZone, timeZoneTable } from '../../../lib/stats/time-zone.ts';
import type { Database, Row } from './database.ts';
import type { RawHistory } from './raw-export.ts';
import { toStreams } from './to-streams.ts';

export interface Scene {
  readonly dataset: Dataset;
  readonly zone: TimeZone;
  /** The range's local days; null is all time. */
  readonly days: DayRange | null;
  readonly selection: Selection;
  /**
   * Asks SQL. Tables: `streams` (all, in the zone), `selected` (those of the range),
   * `artist_names` (artist_key, artist_name), `song_names` (song_key, song_title, song_artist),
   * `album_names` (album_key, album_title, album_by).
   */
  readonly query: (sql: string) => Promise<Row[]>;
}

export interface History {
  /** One scene at a time: another of the same zone ends the one before. */
  scene: (zoneName: string, days: DayRange | null) => Promise<Scene>;
}

/** Ends the history that was in the database before. */
export async function loadHistory(database: Database, raw: RawHistory): Promise<History> {
  await database.load(raw);
  const dataset = buildDataset(toStreams(raw));
  return {
    scene: async (zoneName, days) => {
      const query = await database.inZone(zoneName);
      await query(`CREATE OR REPLACE TEMP VIEW selected AS FROM streams WHERE ${isIn(days)}`);
      const zone = timeZoneTable(zoneName);
      const { columns } = dataset;
      const selection = days ? selectDays(columns, zone, days) : selectAll(columns);
      return { dataset, zone, days, selection, query };
    },
  };
}

/** The condition of a range, over `streams`. */
export function isIn(days: DayRange | null): string {
  return days ? `day BETWEEN ${days.first} AND ${days.last}` : 'true';
}

/** The local day of `2016-02-29`. */
export function dayNumber(date: string): number {
  return Date.parse(date) / 86_400_000;
}
