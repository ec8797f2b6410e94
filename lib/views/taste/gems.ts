/** Hidden gems. */
import { hiddenGems } from '../../stats/hidden-gems.ts';
import { popularityOfSong } from '../../stats/learned-facts.ts';
import { skipRate } from '../../stats/skips.ts';
import { describeSong } from '../describe-entry.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { GemsView } from './contract.ts';

const LISTED = 100;

export function computeGems({ dataset, scope }: ViewSetting): GemsView {
  const { selection, zone, asOf } = scope;
  const popularity = popularityOfSong(dataset);
  const gems = hiddenGems(dataset, selection, zone, { asOf, by: 'plays', popularity });
  return {
    found: gems.length,
    knownEnds: skipRate(dataset, selection).streams,
    songs: gems.slice(0, LISTED).map((gem) => ({
      entry: describeSong(dataset, gem.index),
      plays: gem.plays,
      playedMs: gem.playedMs,
      skipRate: gem.skipRate,
      months: gem.months,
      monthsSince: gem.monthsSince,
      popularity: gem.popularity,
    })),
  };
}
