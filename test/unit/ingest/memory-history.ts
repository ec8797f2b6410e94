/** The history's promises about live plays, kept in memory: enough to test collecting against. */
import { mergeDetails } from '../../../lib/dataset/merge-details.ts';
import type { Details } from '../../../lib/domain/details.ts';
import type { Stream } from '../../../lib/domain/stream.ts';

const newest = (streams: readonly Stream[]) =>
  streams.length > 0 ? Math.max(...streams.map(({ endedAt }) => endedAt)) : null;

export function createMemoryHistory() {
  const kept = new Map<string, Stream[]>();
  const polled = new Set<string>();
  return {
    /** What was learned beside, all accounts' together. */
    learned: [] as Details[],
    async details() {
      return mergeDetails(this.learned);
    },
    async noteDetails(_: string, details: Details) {
      this.learned.push(details);
    },
    streamsOf: (accountId: string) => kept.get(accountId) ?? [],
    async fold() {},
    urisOf: (accountId: string) => (kept.get(accountId) ?? []).map(({ track }) => track.uri ?? ''),
    async liveCursor(accountId: string) {
      return newest(kept.get(accountId) ?? []);
    },
    async appendLive(
      accountId: string,
      { streams, pageFull }: { streams: readonly Stream[]; polledAt: number; pageFull: boolean },
    ) {
      const known = kept.get(accountId) ?? [];
      const fresh = streams.filter(
        ({ track, endedAt }) =>
          !known.some((old) => old.track.uri === track.uri && old.endedAt === endedAt),
      );
      kept.set(accountId, [...known, ...fresh]);
      const containsKnown = fresh.length < streams.length;
      const possibleGap = polled.has(accountId) && pageFull && !containsKnown;
      polled.add(accountId);
      return { added: fresh.length, possibleGap, foldDue: false };
    },
  };
}
