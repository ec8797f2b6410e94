/** A ranking down to its last place, for lists that are scrolled through. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { groupingOf, type Subject } from './grouping.ts';
import { compareNames, compareTallied, type RankBy, type RankOptions } from './ranking.ts';
import { type Tally, tally } from './tally.ts';

export interface WholeRanking {
  /** The indices of all that have a stream, the first place first. */
  order: Uint32Array;
  /** By index: the place, from 1; 0 for what has none. */
  places: Uint32Array;
  sums: Tally;
}

/** Fewer than this are compared sooner than counted: those of one artist, for instance. */
const FEW = 2000;

/**
 * The same order as `rank`, without a limit. From `few` on, amounts are sorted digit by digit, and names
 * compared only where all amounts are the same: 150,000 songs in a few ms, where comparing takes 200.
 */
export function wholeRanking(
  dataset: Dataset,
  selection: Selection,
  subject: Subject,
  by: RankBy,
  few = FEW,
): WholeRanking {
  const { groupOfTrack, groups, namesOf } = groupingOf(dataset, subject);
  const sums = tally(dataset, selection, groupOfTrack, groups);
  const { from, to } = selection;
  const ranked =
    to - from < groups ? foundInRows(dataset, selection, groupOfTrack, sums) : foundInGroups(sums);
  const { length } = ranked;
  const order =
    length < few
      ? ranked.toSorted(compareTallied(sums, { by, namesOf }))
      : countedOrder(ranked, sums, { by, namesOf });
  const places = new Uint32Array(groups);
  for (let place = 0; place < length; place++) places[order[place]!] = place + 1;
  return { order, places, sums };
}

/** What has a stream, in the order of the table. */
function foundInGroups({ streams }: Tally): Uint32Array<ArrayBuffer> {
  const found = new Uint32Array(streams.length);
  let length = 0;
  for (let index = NONE + 1; index < streams.length; index++) {
    if (streams[index] !== 0) found[length++] = index;
  }
  return found.subarray(0, length);
}

/** The same of few rows, without a look at all that has none there: in the order of the rows. */
function foundInRows(
  dataset: Dataset,
  { from, to }: Selection,
  groupOfTrack: Int32Array,
  { streams }: Tally,
): Uint32Array<ArrayBuffer> {
  const { track } = dataset.columns;
  const found = new Set<number>();
  for (let row = from; row < to; row++) {
    const index = groupOfTrack[track[row]!]!;
    if (index !== NONE && streams[index] !== 0) found.add(index);
  }
  return Uint32Array.from(found);
}

function countedOrder(
  ranked: Uint32Array<ArrayBuffer>,
  { plays, playedMs }: Tally,
  { by, namesOf }: Pick<RankOptions, 'by' | 'namesOf'>,
): Uint32Array {
  const { length } = ranked;
  let order = sortDown(ranked, playedMs);
  if (by === 'plays') order = sortDown(order, plays);
  const isTie = (a: number, b: number) =>
    playedMs[a] === playedMs[b] && (by === 'time' || plays[a] === plays[b]);
  for (let from = 0; from < length;) {
    let to = from + 1;
    while (to < length && isTie(order[from]!, order[to]!)) to++;
    if (to - from > 1) sortByNames(order.subarray(from, to), namesOf);
    from = to;
  }
  return order;
}

const DIGIT = 2 ** 16;

/** From the largest amount to the smallest; what is equal stays as it was. Amounts are whole. */
function sortDown(indices: Uint32Array<ArrayBuffer>, amounts: Uint32Array | Float64Array) {
  let most = 0;
  for (const index of indices) if (amounts[index]! > most) most = amounts[index]!;
  let sorted = indices;
  let next = new Uint32Array(indices.length);
  for (let unit = 1; unit <= most; unit *= DIGIT) {
    const slotOf = (index: number) => DIGIT - 1 - (Math.floor(amounts[index]! / unit) % DIGIT);
    const begins = new Uint32Array(DIGIT + 1);
    for (const index of sorted) begins[slotOf(index) + 1]!++;
    for (let slot = 0; slot < DIGIT; slot++) begins[slot + 1]! += begins[slot]!;
    for (const index of sorted) next[begins[slotOf(index)]!++] = index;
    [sorted, next] = [next, sorted];
  }
  return sorted;
}

/** In place. */
function sortByNames(tied: Uint32Array, namesOf: (index: number) => readonly string[]): void {
  const named = Array.from(tied, (index) => ({ index, names: namesOf(index) }));
  named.sort((a, b) => compareNames(a.names, b.names));
  for (const [i, { index }] of named.entries()) tied[i] = index;
}
