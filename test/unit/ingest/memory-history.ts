/** The history's promises about live plays, kept in memory: enough to test collecting against. */
import type { Stream } from '../../../lib/domain/stream.ts';

export function createMemoryHistory() {
  const kept = new Map<string, Stream[]>();
  const newest = (streams: readonly Stream[]) =>
    streams.length > 0 ? Math.max(...streams.map(({ endedAt }) => endedAt)) : null;
  return {
    streamsOf: (accountId: string) => kept.get(accountId) ?? [],
    urisOf: (accountId: string) => (kept.get(accountId) ?? []).map(({ track }) => track.uri),
    async liveCursor(accountId: string) {
      return newest(kept.get(accountId) ?? []);
    },
    async appendLive(
      accountId: string,
      { streams, pageFull }: { streams: readonly Stream[]; polledAt: number; pageFull: boolean },
    ) {
      const known = kept.get(accountId) ?? [];
      const cursor = newest(known);
      const fresh = streams.filter(
        ({ track, endedAt }) =>
          !known.some((old) => old.track.uri === track.uri && old.endedAt === endedAt),
      );
      kept.set(accountId, [...known, ...fresh]);
      const reaches = cursor !== null && streams.some(({ endedAt }) => endedAt <= cursor);
      return { added: fresh.length, possibleGap: pageFull && !reaches };
    },
  };
}
