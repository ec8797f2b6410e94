/** What is kept beside what was really played. */
import type { TimeRange } from '../../lib/domain/time-range.ts';
import type { Control } from '../standin/control.ts';

export interface Listening {
  /** `uri@endedAt` of each stream. */
  kept: readonly string[];
  /** The stretches of time seen whole. */
  coverage: readonly TimeRange[];
}

export interface Comparison {
  /** Since the first sync, and long enough for Spotify to list it. */
  played: number;
  kept: number;
  /** Streams that stand there once too often. */
  twice: number;
  invented: string[];
  /** Missing where the history says that it knows all. */
  lost: string[];
  /** Missing where it knows that it does not. */
  inGaps: number;
}

/** Shorter plays are not listed. */
const SHORTEST_MS = 30_000;

/** `since` is the first sync, UTC ms: what was played before it may be kept as well, or not. */
export async function compare(
  { kept, coverage }: Listening,
  control: Pick<Control, 'streams'>,
  since: number,
): Promise<Comparison> {
  const all = await control.streams({ listener: 'mira' });
  const name = ({ trackId, endedAt }: (typeof all)[number]) =>
    `spotify:track:${trackId}@${endedAt}`;
  const isKept = new Set(kept);
  const isPlayed = new Set(all.map(name));
  const played = all.filter(({ endedAt, playedMs }) => endedAt >= since && playedMs >= SHORTEST_MS);
  const missing = played.filter((stream) => !isKept.has(name(stream)));
  const isCovered = ({ endedAt }: (typeof all)[number]) =>
    coverage.some(({ from, to }) => endedAt >= from && endedAt < to);
  const lost = missing.filter(isCovered).map(name);
  return {
    played: played.length,
    kept: kept.length,
    twice: kept.length - isKept.size,
    invented: kept.filter((stream) => !isPlayed.has(stream)),
    lost,
    inGaps: missing.length - lost.length,
  };
}

/** What must never be. A full list of plays while the computer is off leaves a gap now and then. */
export function faultsOfComparison(found: Comparison): string[] {
  const { played, twice, invented, lost, inGaps } = found;
  return [
    ...(twice > 0 ? [`${twice} streams are kept twice`] : []),
    ...invented.map((stream) => `never played: ${stream}`),
    ...lost.map((stream) => `lost: ${stream}`),
    ...(inGaps > played / 20 ? [`${inGaps} of ${played} plays lie in gaps`] : []),
  ];
}
