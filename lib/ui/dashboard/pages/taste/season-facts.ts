/** The seasons as small charts side by side: one figure of each, year after year. */
import { SEASONS, type SeasonKey, type SeasonsView } from '../../../../views/taste/contract.ts';
import type { Panel } from '../../../charts/panels-picture.ts';
import { t, type MessageKey } from '../../../text.ts';

/** What a season can be measured by. */
export const SEASON_FIGURES = ['artists', 'songs', 'new', 'evenness'] as const;
export type SeasonFigure = (typeof SEASON_FIGURES)[number];

export function readFigure(text: string | undefined): SeasonFigure {
  return SEASON_FIGURES.find((figure) => figure === text) ?? 'artists';
}

type Season = SeasonsView['seasons'][number];

export function figureOf(season: Season, figure: SeasonFigure): number | null {
  const { artists, songs, firstTimeShare, evenness } = season;
  return { artists, songs, new: firstTimeShare, evenness }[figure];
}

const NAMES: Readonly<Record<SeasonKey, MessageKey>> = {
  winter: 'season_winter',
  spring: 'season_spring',
  summer: 'season_summer',
  autumn: 'season_autumn',
};

export function seasonName(season: SeasonKey): string {
  return t(NAMES[season]);
}

/** The season that begins in December has two years: “2023/24”. */
export function yearName(
  { season, year }: Pick<Season, 'season' | 'year'>,
  hemisphere: SeasonsView['hemisphere'],
): string {
  const spans = season === (hemisphere === 'northern' ? 'winter' : 'summer');
  return spans ? `${year}/${String(year + 1).slice(2)}` : String(year);
}

/** Seasons in the order of time: the one that begins in December is the last of its year. */
function placeOf(
  { season, year }: Pick<Season, 'season' | 'year'>,
  hemisphere: SeasonsView['hemisphere'],
): number {
  const fromMarch = ['spring', 'summer', 'autumn', 'winter'].indexOf(season);
  return year * 4 + (hemisphere === 'northern' ? fromMarch : (fromMarch + 2) % 4);
}

/** One panel a season, with all years that any of them has. */
export function seasonPanels(view: SeasonsView, figure: SeasonFigure): Panel[] {
  const { seasons, gaps, hemisphere } = view;
  const years = seasons.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const known = seasons.map((one) => placeOf(one, hemisphere));
  const isUnknown = (season: SeasonKey, year: number) => {
    const place = placeOf({ season, year }, hemisphere);
    const isOutside = place < Math.min(...known) || place > Math.max(...known);
    return isOutside || gaps.some((gap) => gap.season === season && gap.year === year);
  };
  return SEASONS.map((season) => ({
    name: seasonName(season),
    columns: Array.from({ length: last - first + 1 }, (_, i) => {
      const year = first + i;
      const found = seasons.find((one) => one.season === season && one.year === year);
      const name = yearName({ season, year }, hemisphere);
      return {
        label: name,
        tick: String(year),
        covered: found !== undefined || !isUnknown(season, year),
        value: (found && figureOf(found, figure)) ?? 0,
      };
    }),
  }));
}

/** The season with the most on average, of those that have any. */
export function mostVaried(
  { seasons }: SeasonsView,
  figure: SeasonFigure,
): { season: SeasonKey; average: number } | null {
  const averages = SEASONS.flatMap((season) => {
    const values = seasons
      .filter((one) => one.season === season)
      .flatMap((one) => figureOf(one, figure) ?? []);
    const sum = values.reduce((total, value) => total + value, 0);
    return values.length > 0 ? [{ season, average: sum / values.length }] : [];
  });
  return averages.toSorted((a, b) => b.average - a.average)[0] ?? null;
}
