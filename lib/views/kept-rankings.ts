/** Whole rankings, kept while they are asked for: a list that is scrolled asks many times. */
import type { Columns } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import type { Subject } from '../stats/grouping.ts';
import type { RankBy } from '../stats/ranking.ts';
import { type WholeRanking, wholeRanking } from '../stats/whole-ranking.ts';
import type { ViewSetting } from './view-setting.ts';

/** Of a long history each is a few megabytes. */
const KEPT = 8;

const kept = new WeakMap<Columns, Map<string, WholeRanking>>();

export interface Rankings {
  now: WholeRanking;
  /** In the range compared with; null where nothing is compared. */
  before: WholeRanking | null;
}

/** Of everything heard in the range. */
export function rankingsOf(setting: ViewSetting, subject: Subject, by: RankBy): Rankings {
  const { dataset, scope, compared } = setting;
  const rankingOf = (selection: Selection) =>
    keptRanking(dataset, selection, `${subject} ${by}`, () =>
      wholeRanking(dataset, selection, subject, by),
    );
  return { now: rankingOf(scope.selection), before: compared && rankingOf(compared.selection) };
}

function keptRanking(
  dataset: Dataset,
  { from, to, mask }: Selection,
  what: string,
  compute: () => WholeRanking,
): WholeRanking {
  // Masks are rare: where clocks are set back over midnight.
  if (mask) return compute();
  const key = `${from} ${to} ${what}`;
  let rankings = kept.get(dataset.columns);
  if (!rankings) {
    rankings = new Map();
    kept.set(dataset.columns, rankings);
  }
  const ranking = rankings.get(key) ?? compute();
  // The one used last is the last to go.
  rankings.delete(key);
  rankings.set(key, ranking);
  const [oldest] = rankings.keys();
  if (rankings.size > KEPT && oldest !== undefined) rankings.delete(oldest);
  return ranking;
}
