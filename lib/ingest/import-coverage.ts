/** Which stretches of time the files of an import have seen whole, and where one is missing. */
import { isVideoName, recogniseName } from '../archive/recognise-name.ts';
import type { RowBatch } from '../archive/row-batch.ts';
import type { TimeRange } from '../domain/time-range.ts';

/** What a file of Spotify's extended history tells the whole of; null when it does not say that much. */
export function stretchOf(path: string, batch: RowBatch): TimeRange | null {
  // It says by itself.
  if (batch.covered) return null;
  // With other rows among them it is no export of Spotify's.
  if (batch.quality !== 'measured' || batch.qualities) return null;
  // Between two videos any music may have been played.
  if (isVideoName(path)) return null;
  return widen(null, batch.endedAt);
}

/**
 * The files' stretches in time order, as one where they meet. Spotify's files follow each other, so
 * the time between two was silent, unless one could not be read: it may lie anywhere between them, as
 * their numbers are not in the order of time.
 */
export function joinStretches(
  stretches: readonly TimeRange[],
  failedPaths: readonly string[],
): TimeRange[] {
  const isWhole = !failedPaths.some(mayHoldMusic);
  const joined: TimeRange[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && (isWhole || stretch.from <= last.to)) {
      last.to = Math.max(last.to, stretch.to);
    } else joined.push({ ...stretch });
  }
  return joined;
}

/** The range with all these moments in it; null without any. */
export function widen(range: TimeRange | null, times: Float64Array): TimeRange | null {
  if (times.length === 0) return range;
  let { from, to } = range ?? { from: Infinity, to: -Infinity };
  for (const time of times) {
    if (time < from) from = time;
    if (time > to) to = time;
  }
  return { from, to };
}

/** A zip may hold anything. */
function mayHoldMusic(path: string): boolean {
  const kind = recogniseName(path);
  return kind === null || (kind === 'streams' && !isVideoName(path));
}
