/** Variety by season. */
import type { DayRange } from '../../domain/day-range.ts';
import { isCovered } from '../../stats/covered-days.ts';
import { type Hemisphere, hemisphereOf } from '../../stats/hemisphere.ts';
import { nameSeason, type Season, seasonOfDay, seasons } from '../../stats/seasons.ts';
import { recordedIn, type ViewSetting } from '../view-setting.ts';
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
    seasons: found.map(({ name, year, days, artists, songs, firstTimeShare, evenness }) => {
      const part = whyPart(setting, days);
      return { season: name, year, artists, songs, firstTimeShare, evenness, part };
    }),
    silent: otherSeasons(found).map((number) => {
      const { name, year, days } = nameSeason(number, hemisphere);
      return { season: name, year, why: whySilent(setting, days) };
    }),
  };
}

/** A gap first: of the others it is known what is missing. */
function whyPart(setting: ViewSetting, season: DayRange): SeasonsView['seasons'][number]['part'] {
  const { today, days } = setting;
  const first = Math.max(season.first, days?.first ?? season.first);
  const last = Math.min(season.last, days?.last ?? season.last);
  if (recordedIn(setting, { first, last }) !== 'whole') return 'not-recorded';
  if (season.last >= today) return 'not-over';
  return first > season.first || last < season.last ? 'not-in-range' : null;
}

type Why = SeasonsView['silent'][number]['why'];

function whySilent({ today, days, coverage, scope }: ViewSetting, season: DayRange): Why {
  if (season.first > today) return 'not-begun';
  const first = Math.max(season.first, days?.first ?? season.first);
  const last = Math.min(season.last, days?.last ?? season.last);
  if (first > last) return 'not-in-range';
  return isCovered(coverage, scope.zone, { first, last }) ? 'not-heard' : 'not-recorded';
}

/** Those of the same years in which there is no music, in time order. */
function otherSeasons(found: readonly Season[]): number[] {
  const numbers = new Set(found.map(({ days }) => seasonOfDay(days.first)));
  const years = found.map(({ year }) => year);
  if (years.length === 0) return [];
  // A year's are those that begin in it, from March on.
  const first = (Math.min(...years) - 1970) * 4 + 1;
  const last = (Math.max(...years) - 1970) * 4 + 4;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (number) => !numbers.has(number),
  );
}
