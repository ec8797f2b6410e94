/** On what, and where, music is heard, and in what order. */
import { countries, platformFamilies } from '../../stats/platforms.ts';
import { shuffleShare } from '../../stats/shuffle-share.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { DevicesView } from './contract.ts';

export function computeDevices({ dataset, scope: { selection } }: ViewSetting): DevicesView {
  return {
    families: platformFamilies(dataset, selection).map(({ name, ...figures }) => ({
      family: name,
      ...figures,
    })),
    countries: countries(dataset, selection).map(({ name, ...figures }) => ({
      code: name,
      ...figures,
    })),
    shuffle: shuffleShare(dataset, selection),
  };
}
