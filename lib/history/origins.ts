/** Where rows came from: which imports hold each, so that undoing one takes away only what it brought. */

/** Stands among the ids of imports for what polls brought: no undo takes that away. */
export const LIVE = 'live';

/** By code: ids of imports, in order. The first is of rows that only polls brought. */
export type OriginSets = readonly (readonly string[])[];

export const LIVE_ONLY: OriginSets = [[LIVE]];
export const LIVE_ORIGIN = 0;

export interface OriginTable {
  /** The code of a set of imports. */
  add: (importIds: readonly string[]) => number;
  /** The code of what either holds. */
  unite: (a: number, b: number) => number;
  sets: () => OriginSets;
}

/** Goes on from the given sets, whose codes stay good. */
export function createOriginTable(base: OriginSets): OriginTable {
  const sets = base.map((ids) => [...ids]);
  const codes = new Map(sets.map((ids, code) => [JSON.stringify(ids), code]));
  const unions = new Map<number, number>();

  function add(importIds: readonly string[]): number {
    const ids = [...new Set(importIds)].toSorted();
    const key = JSON.stringify(ids);
    let code = codes.get(key);
    if (code === undefined) {
      code = sets.push(ids) - 1;
      codes.set(key, code);
    }
    return code;
  }

  return {
    add,
    unite(a, b) {
      if (a === b) return a;
      const pair = Math.min(a, b) * 2 ** 26 + Math.max(a, b);
      let code = unions.get(pair);
      if (code === undefined) {
        code = add([...(sets[a] ?? []), ...(sets[b] ?? [])]);
        unions.set(pair, code);
      }
      return code;
    },
    sets: () => sets,
  };
}
