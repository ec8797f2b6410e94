/** How much a background that lives long may grow: with what it keeps, and no more. */
import type { Stored } from './stored.ts';

/** At the end of a part. */
export interface Growth extends Stored {
  streams: number;
  /** What the background holds after the garbage was collected. */
  heapBytes: number;
  /** What all processes of the browser hold, its caches included; null where nobody tells. */
  processBytes?: number | null;
  /** What the browser says that storage takes on the disk, with what it has not tidied up yet. */
  usage?: number;
}

/** What a new stream may take on disk: names it brings, its place in lists, what Spotify says of it. */
const BYTES_A_STREAM = 400;
/** Polls that wait to be folded into the rest take more, and are a hundred at most. */
const UNFOLDED_BYTES = 250e3;
/** Browsers write logs of some megabytes before they tidy up. */
const USAGE_SLACK = 8e6;

/**
 * What grew beyond its bounds. `heapSlack`: what is collected only now and then looks like growth; bytes.
 *
 * @throws Error for fewer than three parts.
 */
export function faultsOfGrowth(parts: readonly Growth[], heapSlack: number): string[] {
  // The first part warms up: lists, caches, compiled code.
  const [first, last] = [parts[1], parts.at(-1)];
  if (!first || !last || parts.length < 3) throw new Error('Too few parts to see growth');
  const newStreams = last.streams - first.streams;
  const newBytes = last.databaseBytes - first.databaseBytes;
  const heapBytes = last.heapBytes - first.heapBytes - newBytes;
  const newUsage = (last.usage ?? 0) - (first.usage ?? 0);
  const checks: readonly (readonly [isGood: boolean, fault: string])[] = [
    [heapBytes < heapSlack, `memory grew by ${heapBytes} bytes`],
    [
      newBytes < BYTES_A_STREAM * newStreams + UNFOLDED_BYTES,
      `databases grew by ${newBytes} bytes for ${newStreams} streams`,
    ],
    [
      newUsage < BYTES_A_STREAM * newStreams + USAGE_SLACK,
      `storage grew by ${newUsage} bytes for ${newStreams} streams`,
    ],
    [
      last.areaBytes < 1.5 * first.areaBytes,
      `small things grew from ${first.areaBytes} to ${last.areaBytes} bytes`,
    ],
    [
      (last.processBytes ?? 0) <= 1.5 * (first.processBytes ?? 0),
      `the browser grew from ${first.processBytes} to ${last.processBytes} bytes`,
    ],
  ];
  return checks.flatMap(([isGood, fault]) => (isGood ? [] : [fault]));
}
