/** A long list in another order than by place: by name, by change of place, or the other way round. */
import { compareCodePoints } from '../dataset/identity.ts';
import type { Columns } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { groupingOf, type Subject } from './grouping.ts';
import { foldForSearch } from './search-text.ts';

const known = new WeakMap<Columns, Map<Subject, Uint32Array>>();

/**
 * By index: the place of each name among all names of the history, whatever the case and the
 * accents, then by the artist's. Kept: the first time it is asked for, all names are compared.
 */
export function namePlaces(dataset: Dataset, subject: Subject): Uint32Array {
  let bySubject = known.get(dataset.columns);
  if (!bySubject) known.set(dataset.columns, (bySubject = new Map()));
  const kept = bySubject.get(subject);
  if (kept) return kept;
  const { groups, namesOf } = groupingOf(dataset, subject);
  const folded = Array.from({ length: groups }, (_, index) =>
    namesOf(index).map(foldForSearch).join('\n'),
  );
  const order = Uint32Array.from(folded.keys()).toSorted((a, b) =>
    compareCodePoints(folded[a]!, folded[b]!),
  );
  const places = new Uint32Array(groups);
  for (const [place, index] of order.entries()) places[index] = place;
  bySubject.set(subject, places);
  return places;
}

/** More than any list has places. */
const MOST = 2 ** 26;

/**
 * The same indices by a whole number each, the least first; what has the same number stays in the
 * order given. `null` comes last. Sorted as numbers: a comparing sort of 150,000 takes ten times as long.
 */
export function orderBy(
  indices: Uint32Array,
  numberOf: (index: number) => number | null,
): Uint32Array {
  const keys = Float64Array.from(
    indices,
    (index, place) => (numberOf(index) ?? MOST) * MOST + place,
  ).toSorted();
  return Uint32Array.from(keys, (key) => indices[((key % MOST) + MOST) % MOST]!);
}
