/** Spotify's own top lists, where they stand in for those of a history that is too young for any. */
import { RangeKey, type RangeFigures } from '../domain/snapshot.ts';
import { z } from '../domain/schema.ts';
import type { ViewSetting } from './view-setting.ts';

/** As the popup shows them; null where the history's own lists are to be shown. */
export async function spotifyTops({
  accountId,
  history,
  range,
}: Pick<ViewSetting, 'accountId' | 'history' | 'range'>): Promise<RangeFigures['top'] | null> {
  const key = z.safeParse(RangeKey, range);
  if (!key.success) return null;
  const snapshot = await history.readSnapshot(accountId);
  const top = snapshot?.ranges[key.data].top;
  return top && top.source !== 'history' ? top : null;
}
