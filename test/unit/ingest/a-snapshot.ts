/** A snapshot with the same figures in every range: only what a test names matters. */
import type { RangeFigures, Snapshot } from '../../../lib/domain/snapshot.ts';

const RANGES = ['today', '7-days', '4-weeks', 'this-year', 'all-time'];

export function aSnapshot(options: {
  now: number;
  since: number | null;
  plays: number;
  timeZone?: string;
}): Snapshot {
  const figures: RangeFigures = {
    plays: options.plays,
    playedMs: options.plays * 200_000,
    before: null,
    steps: [],
    stepUnit: 'day',
    top: { source: 'history', artists: [], songs: [], albums: [] },
  };
  const ranges = RANGES.map((key) => [key, figures]);
  return {
    schema: 1,
    accountId: 'mira',
    computedAt: options.now,
    timeZone: options.timeZone ?? 'Europe/Berlin',
    streams: options.plays,
    since: options.since,
    lastSevenDays: [0, 0, 0, 0, 0, 0, 0],
    lastPlayed: null,
    ranges: Object.fromEntries(ranges) as Snapshot['ranges'],
  };
}
