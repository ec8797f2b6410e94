/** What each comparison of the dashboard with SQL is made with. */
import type { DayRange } from '../../../lib/domain/day-range.ts';
import type { DrivenPage } from '../../support/driven-page.ts';
import type { Row } from '../../support/duckdb/database.ts';
import { lookBackTo } from '../../support/duckdb/looking-back.ts';
import { dayNumber, isIn } from '../../support/duckdb/scene.ts';
import type { Golden } from './golden.ts';

export interface Stage {
  page: DrivenPage;
  golden: Golden;
}

/** A year in the middle of the golden history, and the year before it. */
export const YEAR = 2021;
export const YEAR_DAYS: DayRange = days('2021-01-01', '2021-12-31');
export const BEFORE_DAYS: DayRange = days('2020-01-01', '2020-12-31');

function days(first: string, last: string): DayRange {
  return { first: dayNumber(first), last: dayNumber(last) };
}

/** From now on SQL's `selected` is this range; null is all time. */
export async function selectRange({ golden }: Stage, range: DayRange | null): Promise<void> {
  await golden.query(`CREATE OR REPLACE TEMP VIEW selected AS FROM streams WHERE ${isIn(range)}`);
}

/** One row of SQL. */
export async function one({ golden }: Stage, sql: string): Promise<Row> {
  const [row] = await golden.query(sql);
  if (!row) throw new Error(`SQL finds nothing: ${sql}`);
  return row;
}

export async function numberOf(stage: Stage, sql: string): Promise<number> {
  return Number(Object.values(await one(stage, sql))[0]);
}

/** The last day with a stream, from which views of all time look back; SQL's `until` ends with it. */
export async function lookBackFromEnd(stage: Stage): Promise<{ asOf: number; today: string }> {
  const asOf = await numberOf(stage, 'SELECT max(day) FROM streams');
  return { asOf, today: await lookBackTo(asOf, stage.golden.query) };
}
