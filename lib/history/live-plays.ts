/** The newest live plays, kept by time and track so that the next poll's are known again. */
import type { Stream } from '../domain/stream.ts';
import { trackKey } from '../dataset/identity.ts';
import { createDoubleTest, DOUBLE_WITHIN_MS } from './live-doubles.ts';
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
  /** Streams never seen: to be stored, whether they count or repeat a neighbour. */
  unseen: Stream[];
  /** By how many the plays that count have grown. */
  added: number;
  /** True when the batch held a play known before, or one that repeats it. */
  containsKnown: boolean;
  /** True when some are older than all that is listed: the figures and the list are then not good. */
  beyondList: boolean;
  /** End of the newest play that counts; null when there is none. */
  lastAt: number | null;
  plays: LivePlays;
}

/** Tells what of a batch is new; the order in it, and of batches, makes no difference. */
export function notePlays(known: LivePlays, streams: readonly Stream[]): NotedPlays {
  const before = Array.from(known.endedAt, (endedAt, i) => ({ endedAt, key: known.keys[i] ?? '' }));
  const seen = new Set(before.map(nameOf));
  const unseen: Stream[] = [];
  const after = [...before];
  let containsKnown = false;
  for (const stream of streams) {
    const play = { endedAt: stream.endedAt, key: trackKey(stream.track) };
    if (before.some((other) => isSame(play, other))) containsKnown = true;
    if (seen.has(nameOf(play))) continue;
    seen.add(nameOf(play));
    unseen.push(stream);
    after.push(play);
  }
  after.sort(inOrder);
  const counted = countedOf(after);
  return {
    unseen,
    added: counted.length - countedOf(before).length,
    containsKnown,
    beyondList: unseen.some(({ endedAt }) => known.since !== null && endedAt < known.since),
    lastAt: counted.at(-1)?.endedAt ?? null,
    plays: listNewest(after, known.since),
  };
}

function countedOf(plays: readonly LivePlay[]): LivePlay[] {
  const isDouble = createDoubleTest();
  return plays.filter(({ key, endedAt }) => !isDouble(key, endedAt));
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
