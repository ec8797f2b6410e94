/** The day statistics look back from, on both sides of a check. */
import type { Selection } from '../../../lib/dataset/selection.ts';
import { dayOf } from '../../../lib/stats/calendar.ts';
import { selectUntil } from '../../../lib/stats/selections.ts';
import type { Scene } from './scene.ts';

export interface LookingBack {
  /** The range's last day, or that of the last stream of all where it is earlier. */
  asOf: number;
  /** Everything until then. */
  until: Selection;
  /** SQL: the date `asOf`. */
  today: string;
}

/** Null for a history without a row. Makes the view `until` and the macro `date_of(day)`. */
export async function lookBack({ dataset, zone, days, query }: Scene): Promise<LookingBack | null> {
  const { columns } = dataset;
  if (columns.rows === 0) return null;
  const last = dayOf(zone, columns.endedAt.at(-1)!);
  const asOf = Math.min(days?.last ?? last, last);
  return { asOf, until: selectUntil(columns, zone, asOf), today: await lookBackTo(asOf, query) };
}

/** The same on SQL's side alone. Resolves with `today`. */
export async function lookBackTo(asOf: number, query: Scene['query']): Promise<string> {
  await query(`CREATE OR REPLACE TEMP VIEW until AS FROM streams WHERE day <= ${asOf}`);
  await query(`CREATE OR REPLACE TEMP MACRO date_of(d) AS DATE '1970-01-01' + CAST(d AS INTEGER)`);
  return `date_of(${asOf})`;
}
