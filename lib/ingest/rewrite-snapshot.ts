/** Rewrites the ready-made figures from the whole history, when they may have changed. */
import { rollupInSteps } from './build-rollup.ts';
import { isYoung, withSpotifyTops } from './spotify-tops.ts';
import type { TopLists } from './top-lists.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { doInTurns, type Pause } from '../domain/steps.ts';
import type { History } from '../history/history.ts';
import type { SpotifyClient } from '../spotify/client.ts';
import { snapshotInSteps } from '../stats/popup-snapshot.ts';

export interface SnapshotWriter {
  /**
   * Writes the popup's snapshot, and the rollup, if the history changed, or the day of the figures is over, or Spotify's own
   * lists stand in it and are a day old: reading a large history only to find the same would be a
   * waste. Without a client, Spotify's lists stay as they are.
   *
   * @returns whether it was written.
   * @throws AppError `history/…`.
   */
  rewrite(
    accountId: string,
    client: SpotifyClient | null,
    options: { changed: boolean },
  ): Promise<boolean>;
}

export function createSnapshotWriter(options: {
  history: Pick<
    History,
    'load' | 'coverage' | 'revision' | 'readSnapshot' | 'writeSnapshot' | 'writeRollup'
  >;
  topLists: TopLists;
  now: () => number;
  /** A large history takes half a second, and whoever asks for a token meanwhile must not wait. */
  pause: Pause;
  /** IANA name of the display time zone. */
  timeZone: () => string | Promise<string>;
}): SnapshotWriter {
  const { history, topLists, now, pause, timeZone } = options;

  async function isCurrent(
    accountId: string,
    snapshot: Snapshot | null,
    asksSpotify: boolean,
  ): Promise<boolean> {
    const zone = await timeZone();
    if (!snapshot || snapshot.timeZone !== zone) return false;
    const day = new Intl.DateTimeFormat('en', { timeZone: zone, dateStyle: 'short' });
    if (day.format(snapshot.computedAt) !== day.format(now())) return false;
    return !(asksSpotify && isYoung(snapshot, now()) && (await topLists.isDue(accountId)));
  }

  return {
    async rewrite(accountId, client, { changed }) {
      const standing = changed ? null : await history.readSnapshot(accountId);
      if (await isCurrent(accountId, standing, client !== null)) return false;
      // Asked for first: should the history grow meanwhile, the rollup counts as out of date.
      const revision = await history.revision(accountId);
      const dataset = await history.load(accountId, null, pause);
      const setting = {
        accountId,
        dataset,
        coverage: await history.coverage(accountId),
        now: now(),
        timeZone: await timeZone(),
      };
      const snapshot = await doInTurns(snapshotInSteps(setting), pause);
      const young = isYoung(snapshot, now());
      const finished = young
        ? withSpotifyTops(snapshot, await topLists.current(accountId, client))
        : snapshot;
      await history.writeSnapshot(accountId, finished);
      const rollup = await doInTurns(rollupInSteps(dataset, revision), pause);
      await history.writeRollup(accountId, rollup);
      return true;
    },
  };
}
