/** Songs played again and again within a few days. */
import { obsessions } from '../../stats/obsessions.ts';
import { describeSong } from '../describe-entry.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { ObsessionsView } from './contract.ts';

const LISTED = 100;

export function computeObsessions({ dataset, scope }: ViewSetting): ObsessionsView {
  const found = obsessions(dataset, scope.selection, scope.zone);
  return {
    found: found.length,
    songs: found.slice(0, LISTED).map(({ index, firstDay, lastDay, plays, playedMs }) => {
      return { entry: describeSong(dataset, index), firstDay, lastDay, plays, playedMs };
    }),
  };
}
