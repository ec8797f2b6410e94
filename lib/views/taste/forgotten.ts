/** Forgotten favourites. */
import { yearsEarlier } from '../../stats/calendar.ts';
import { forgotten } from '../../stats/forgotten.ts';
import { describeSong } from '../describe-entry.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { ForgottenView } from './contract.ts';

export function computeForgotten({ dataset, scope }: ViewSetting): ForgottenView {
  const { until, zone, asOf } = scope;
  return {
    asOf,
    unheardSince: yearsEarlier(asOf, 1),
    songs: forgotten(dataset, until, zone, asOf, 'plays').map(
      ({ index, rank, plays, playedMs, lastHeardAt }) => {
        return { entry: describeSong(dataset, index), rank, plays, playedMs, lastHeardAt };
      },
    ),
  };
}
