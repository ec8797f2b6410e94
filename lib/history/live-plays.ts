/** The newest live plays, kept by time and track so that the next poll's are known again. */
import type { Stream } from '../domain/stream.ts';
import { trackKey } from '../dataset/identity.ts';
import { createDoubleTest, DOUBLE_WITHIN_MS } from '../dataset/live-doubles.ts';
import type { LiveRecord } from './records.ts';

/** Spotify shows the last 50; six times that is kept, and whatever is older is looked up. */
const KEPT = 300;

export interface LivePlay {
  endedAt: number;
  key: string;
}

export type LivePlays = Pick<LiveRecord, 'since' | 'endedAt' | 'keys'>;

export const NO_LIVE_PLAYS: LivePlays = { since: null, endedAt: new Float64Array(0), keys: [] };

export interface NotedPlays {
  /** Streams never seen, whether they count or repeat a neighbour: to be stored. */
  unseen: Stream[];
  /** Those of them that count. */
  counted: ReadonlySet<Stream>;
  /** True when the batch held a play known before, or one that repeats it. */
  containsKnown: boolean;
  /**
   * True when only the whole history can say what counts: some are older than all that is listed, or
   * a play that counted is now one that repeats.
   */
  needsMerging: boolean;
  /** End of the newest play that counts; null when there is none. */
  lastAt: number | null;
  plays: LivePlays;
}

/** Tells what of a batch is new; the order in it, and of batches, makes no difference. */
export function notePlays(known: LivePlays, streams: readonly Stream[]): NotedPlays {
  const before: NotedPlay[] = Array.from(known.endedAt, (endedAt, i) => ({
    endedAt,
    key: known.keys[i] ?? '',
  }));
  const seen = new Set(before.map(nameOf));
  const unseen: Stream[] = [];
  const after = [...before];
  let containsKnown = false;
  for (const stream of streams) {
    const play = { endedAt: stream.endedAt, key: trackKey(stream.track), stream };
    if (before.some((other) => isSame(play, other))) containsKnown = true;
    if (seen.has(nameOf(play))) continue;
    seen.add(nameOf(play));
    unseen.push(stream);
    after.push(play);
  }
  after.sort(inOrder);
  const countedAfter = countedOf(after);
  const stillCounted = countedAfter.filter(({ stream }) => !stream);
  const isBeyond = unseen.some(({ endedAt }) => known.since !== null && endedAt < known.since);
  return {
    unseen,
    counted: new Set(countedAfter.flatMap(({ stream }) => stream ?? [])),
    containsKnown,
    needsMerging: isBeyond || !isSameList(stillCounted, countedOf(before)),
    lastAt: countedAfter.at(-1)?.endedAt ?? null,
    plays: listNewest(after, known.since),
  };
}

/** With the stream when it was not known before. */
interface NotedPlay extends LivePlay {
  stream?: Stream;
}

function countedOf(plays: readonly NotedPlay[]): NotedPlay[] {
  const isDouble = createDoubleTest();
  return plays.filter(({ key, endedAt }) => !isDouble(key, endedAt));
}

function isSameList(a: readonly LivePlay[], b: readonly LivePlay[]): boolean {
  return a.length === b.length && a.every((play, i) => play === b[i]);
}

/** Of plays in time order the newest; cut only at a pause, so that none repeats one cut off. */
export function listNewest(plays: readonly LivePlay[], since: number | null = null): LivePlays {
  let start = Math.max(0, plays.length - KEPT);
  while (start > 0 && plays[start]!.endedAt - plays[start - 1]!.endedAt < DOUBLE_WITHIN_MS) start--;
  const kept = plays.slice(start);
  return {
    since: start > 0 ? kept[0]!.endedAt : since,
    endedAt: Float64Array.from(kept, ({ endedAt }) => endedAt),
    keys: kept.map(({ key }) => key),
  };
}

function inOrder(a: LivePlay, b: LivePlay): number {
  if (a.endedAt !== b.endedAt) return a.endedAt - b.endedAt;
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}

function isSame(a: LivePlay, b: LivePlay): boolean {
  return a.key === b.key && Math.abs(a.endedAt - b.endedAt) < DOUBLE_WITHIN_MS;
}

function nameOf({ endedAt, key }: LivePlay): string {
  return `${endedAt} ${key}`;
}
