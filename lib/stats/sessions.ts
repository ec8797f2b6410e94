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
export function sessions(dataset: Dataset, { from, to, mask }: Selection): Sessions {
  const { endedAt, playedMs } = dataset.columns;
  const classes = rowClasses(dataset);
  let count = 0;
  let totalMs = 0;
  let longest: Session | null = null;
  let current: Session | null = null;
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    const end = endedAt[row]!;
    const heardMs = playedMs[row]!;
    const start = end - heardMs;
    totalMs += heardMs;
    if (current && start - current.endedAt <= LONGEST_PAUSE_MS) {
      current.startedAt = Math.min(current.startedAt, start);
      current.endedAt = end;
      current.streams++;
      current.playedMs += heardMs;
    } else {
      count++;
      if (isLonger(current, longest)) longest = current;
      current = { startedAt: start, endedAt: end, streams: 1, playedMs: heardMs };
    }
  }
  if (isLonger(current, longest)) longest = current;
  return { count, longest, averageMs: count > 0 ? totalMs / count : null };
}

function isLonger(session: Session | null, than: Session | null): boolean {
  return session !== null && (than === null || session.playedMs > than.playedMs);
}
