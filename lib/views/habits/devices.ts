/** On what, and where, music is heard, and in what order. */
import { countries, platformFamilies } from '../../stats/platforms.ts';
import { shuffleShare } from '../../stats/shuffle-share.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { DevicesView } from './contract.ts';

export function computeDevices({ dataset, scope: { selection } }: ViewSetting): DevicesView {
  return {
    families: platformFamilies(dataset, selection).map(({ name, streams, plays, playedMs }) => {
      return { family: name, streams, plays, playedMs };
    }),
    countries: countries(dataset, selection).map(({ name, streams, plays, playedMs }) => {
      return { code: name, streams, plays, playedMs };
    }),
    shuffle: shuffleShare(dataset, selection),
  };
}
