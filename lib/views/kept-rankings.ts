/** Whole rankings, kept while they are asked for: a list that is scrolled asks many times. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import type { Subject } from '../stats/grouping.ts';
import type { RankBy } from '../stats/ranking.ts';
import { type WholeRanking, wholeRanking } from '../stats/whole-ranking.ts';

/** Of a long history each is a few megabytes. */
const KEPT = 8;

const kept = new WeakMap<Dataset, Map<string, WholeRanking>>();

/** @param range what tells the selection from others: the same text, the same rows. */
export function keptRanking(
  dataset: Dataset,
  { range, selection }: { range: string; selection: Selection },
  subject: Subject,
  by: RankBy,
): WholeRanking {
  let rankings = kept.get(dataset);
  if (!rankings) {
    rankings = new Map();
    kept.set(dataset, rankings);
  }
  const key = `${range} ${subject} ${by}`;
  const ranking = rankings.get(key) ?? wholeRanking(dataset, selection, subject, by);
  // The one used last is the last to go.
  rankings.delete(key);
  rankings.set(key, ranking);
  const [oldest] = rankings.keys();
  if (rankings.size > KEPT && oldest !== undefined) rankings.delete(oldest);
  return ranking;
}
