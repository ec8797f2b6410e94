/** Rank over time: the place of one song, artist or album in each month or year it was heard in. */
import type { Dataset } from '../dataset/dataset.ts';
import { groupingOf, type Subject } from './grouping.ts';
import { periodTallies, type PeriodTally, type PeriodUnit } from './period-tallies.ts';
import { compareTallied, type RankBy } from './ranking.ts';
import type { TimeZone } from './time-zone.ts';

export interface RankedPeriod {
  /** A local month counted from January 1970, or a year (2026). */
  period: number;
  /** The place among all of its kind with a stream in that period, from 1, and how many those are. */
  rank: number;
  among: number;
  plays: number;
  playedMs: number;
}

/**
 * Months or years in which it has a stream, in time order; those without have no entry. Ranked as
 * top lists are, over the whole history.
 */
export function ranksOverTime(
  dataset: Dataset,
  zone: TimeZone,
  { subject, index, by }: { subject: Subject; index: number; by: RankBy },
  unit: PeriodUnit,
): RankedPeriod[] {
  const { namesOf } = groupingOf(dataset, subject);
  const ranked: RankedPeriod[] = [];
  for (const tally of periodTallies(dataset, zone, subject, unit)) {
    const { period, indices, plays, playedMs } = tally;
    const own = indices.indexOf(index);
    if (own < 0) continue;
    ranked.push({
      period,
      rank: 1 + countBefore(tally, own, by, namesOf),
      among: indices.length,
      plays: plays[own]!,
      playedMs: playedMs[own]!,
    });
  }
  return ranked;
}

/** Amounts alone tell nearly all apart, at a fraction of what comparing in full takes. */
function countBefore(
  tally: PeriodTally,
  own: number,
  by: RankBy,
  namesOf: (index: number) => readonly string[],
): number {
  const { indices } = tally;
  const amounts = by === 'plays' ? tally.plays : tally.playedMs;
  const amount = amounts[own]!;
  const compare = compareTallied(tally, { by, namesOf: (entry) => namesOf(indices[entry]!) });
  let before = 0;
  for (let entry = 0; entry < indices.length; entry++) {
    const other = amounts[entry]!;
    if (other > amount || (other === amount && compare(entry, own) < 0)) before++;
  }
  return before;
}
