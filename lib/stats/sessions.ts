/** Sessions: music heard without a longer pause. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { rowClasses } from './row-classes.ts';

/** A longer pause than this ends a session; one of exactly this does not. */
const LONGEST_PAUSE_MS = 20 * 60_000;

export interface Session {
  /** UTC ms; the earliest start of its streams, a start being `endedAt − playedMs`. */
  startedAt: number;
  /** UTC ms; when its last stream ended. */
  endedAt: number;
  streams: number;
  /** Time heard, pauses not counted. */
  playedMs: number;
}

export interface Sessions {
  count: number;
  /** By time heard; of several as long, the first. Null while there is none. */
  longest: Session | null;
  /** Time heard in a session on average, ms, unrounded; null while there is none. */
  averageMs: number | null;
}

/**
 * All music streams count, plays or not, in the order of their ends; at the same moment the shorter
 * is first. A session ends where more than 20 minutes lie between the end of a stream and the start
 * of the next in that order. Only what is selected is looked at: of a session that a bound of the
 * range cuts, the part inside counts as one, and the rest belongs to the next range.
 */
export function sessions(dataset: Dataset, selection: Selection): Sessions {
  let count = 0;
  let totalMs = 0;
  let longest: Session | null = null;
  eachSession(dataset, selection, (session) => {
    count++;
    totalMs += session.playedMs;
    if (longest === null || session.playedMs > longest.playedMs) longest = session;
  });
  return { count, longest, averageMs: count > 0 ? totalMs / count : null };
}

/** Sessions by the time heard in them. */
export interface SessionLength {
  /** As long as this, and shorter than the next entry. */
  fromMs: number;
  count: number;
  playedMs: number;
}

/** @param bounds ms, ascending; the first is 0. */
export function sessionLengths(
  dataset: Dataset,
  selection: Selection,
  bounds: readonly number[],
): SessionLength[] {
  const lengths = bounds.map((fromMs) => ({ fromMs, count: 0, playedMs: 0 }));
  eachSession(dataset, selection, ({ playedMs }) => {
    const length = lengths.findLast(({ fromMs }) => playedMs >= fromMs);
    if (!length) return;
    length.count++;
    length.playedMs += playedMs;
  });
  return lengths;
}

/** In time order. */
function eachSession(
  dataset: Dataset,
  { from, to, mask }: Selection,
  visit: (session: Session) => void,
): void {
  const { endedAt, playedMs } = dataset.columns;
  const classes = rowClasses(dataset);
  let current: Session | null = null;
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    const end = endedAt[row]!;
    const heardMs = playedMs[row]!;
    const start = end - heardMs;
    if (current && start - current.endedAt <= LONGEST_PAUSE_MS) {
      current.startedAt = Math.min(current.startedAt, start);
      current.endedAt = end;
      current.streams++;
      current.playedMs += heardMs;
    } else {
      if (current) visit(current);
      current = { startedAt: start, endedAt: end, streams: 1, playedMs: heardMs };
    }
  }
  if (current) visit(current);
}
