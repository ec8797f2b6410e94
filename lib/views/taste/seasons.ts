/** Variety by season. */
import { type Hemisphere, hemisphereOf } from '../../stats/hemisphere.ts';
import { isCovered } from '../../stats/covered-days.ts';
import { nameSeason, type Season, seasonOfDay, seasons } from '../../stats/seasons.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { SeasonsView } from './contract.ts';

export function computeSeasons(
  setting: ViewSetting,
  params: { hemisphere: Hemisphere | null },
): SeasonsView {
  const { dataset, scope, timeZone } = setting;
  const { selection, zone } = scope;
  const hemisphere = params.hemisphere ?? setting.hemisphere ?? hemisphereOf(timeZone);
  const found = seasons(dataset, selection, zone, hemisphere);
  return {
    hemisphere,
    seasons: found.map(({ name, year, artists, songs, firstTimeShare, evenness }) => {
      return { season: name, year, artists, songs, firstTimeShare, evenness };
    }),
    gaps: missingSeasons(found)
      .map((number) => nameSeason(number, hemisphere))
      .filter(({ days }) => !isCovered(setting.coverage, zone, days))
      .map(({ name, year }) => ({ season: name, year })),
  };
}

/** Between the first and the last. */
function missingSeasons(found: readonly Season[]): number[] {
  const numbers = found.map(({ days }) => seasonOfDay(days.first));
  const [first = 0, last = -1] = [numbers[0], numbers.at(-1)];
  const heard = new Set(numbers);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter(
    (number) => !heard.has(number),
  );
}
