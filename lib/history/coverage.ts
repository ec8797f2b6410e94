/** Which stretches of time the history has seen whole; everything else is a gap. */
import type { TimeRange } from '../domain/time-range.ts';

/** Adds a stretch; those that touch become one. In time order. */
export function addRange(ranges: readonly TimeRange[], added: TimeRange): TimeRange[] {
  const apart = ranges.filter(({ from, to }) => to < added.from || from > added.to);
  const touching = ranges.filter(({ from, to }) => to >= added.from && from <= added.to);
  const merged = {
    from: Math.min(added.from, ...touching.map(({ from }) => from)),
    to: Math.max(added.to, ...touching.map(({ to }) => to)),
  };
  return [...apart, merged].toSorted((a, b) => a.from - b.from);
}

/**
 * Takes in one poll. What Spotify lists is whole: nothing was played between the oldest play on the
 * list and the poll that is not on it. Between two polls all was seen, too, when the second still
 * contained something known, or was not full.
 *
 * @returns the new coverage, and whether plays may have been missed since the last poll.
 */
export function notePoll(
  coverage: { ranges: readonly TimeRange[]; lastPollAt: number | null },
  poll: {
    polledAt: number;
    /** End of the oldest play on the list; null when it was empty. */
    oldestAt: number | null;
    pageFull: boolean;
    containsKnown: boolean;
  },
): { ranges: TimeRange[]; lastPollAt: number; possibleGap: boolean } {
  const { lastPollAt } = coverage;
  const { polledAt, pageFull, containsKnown } = poll;
  const possibleGap = lastPollAt !== null && pageFull && !containsKnown;
  const isContinued = lastPollAt !== null && !possibleGap;
  const from = Math.min(poll.oldestAt ?? polledAt, isContinued ? lastPollAt : polledAt);
  // A clock that was set back has nothing new to tell about the time since the last poll.
  const isBehind = isContinued && lastPollAt > polledAt;
  const ranges = isBehind
    ? [...coverage.ranges]
    : addRange(coverage.ranges, { from, to: polledAt });
  return { ranges, lastPollAt: polledAt, possibleGap };
}
