/** What the history knows of its own completeness, in facts a sentence can be made of. */
import type { TimeRange } from '../../../../domain/time-range.ts';

/** Times are UTC ms. */
export interface CoverageFacts {
  /** From when on the history is complete, its gaps aside. */
  since: number;
  until: number;
  gaps: TimeRange[];
  /** Some streams are older than that: from then, only what Spotify still knew is there. */
  partBefore: boolean;
}

/** Null while nothing was seen whole; `ranges` in order, apart from each other. */
export function findCoverage(
  ranges: readonly TimeRange[],
  firstStreamAt: number | null,
): CoverageFacts | null {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (!first || !last) return null;
  return {
    since: first.from,
    until: last.to,
    gaps: ranges.slice(1).map(({ from }, index) => ({ from: ranges[index]?.to ?? from, to: from })),
    partBefore: firstStreamAt !== null && firstStreamAt < first.from,
  };
}
