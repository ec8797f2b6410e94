/** Stands in for `lib/history/open-history.ts` in the soak's build: the soak may read the history, too. */
import type { History } from '../../../lib/history/history.ts';
import { openHistory as openRealHistory } from '../../../lib/history/open-history.ts';
import { soakWorld } from './soak-world.ts';

const ALL = 10_000_000;

export function openHistory(options?: { name?: string }): History {
  soakWorld().readHistory = async (accountId) => {
    const history = openRealHistory(options);
    try {
      const streams = (await history.recent(accountId, ALL)).toReversed();
      return {
        kept: streams.map(({ track, endedAt }) => `${track.uri}@${endedAt}`),
        coverage: [...(await history.coverage(accountId))],
      };
    } finally {
      history.close();
    }
  };
  return openRealHistory(options);
}
