/** The seasons as small charts side by side: one figure of each, year after year. */
import { SEASONS, type SeasonKey, type SeasonsView } from '../../../../views/taste/contract.ts';
import type { Panel } from '../../../charts/panels-picture.ts';
import { t, type MessageKey } from '../../../text.ts';
import { clearMost } from '../../findings.ts';

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

const WHY: Readonly<Record<SeasonsView['silent'][number]['why'], MessageKey | null>> = {
  'not-heard': null,
  'not-recorded': null,
  'not-begun': 'seasons_not_begun',
  'not-in-range': 'seasons_not_in_range',
};

/** A season, or an amount of it, with why there is not all of it; `text` alone where there is. */
export function partText(text: string, part: Season['part']): string {
  if (part === null) return text;
  return t(PARTS[part], text);
}

const PARTS: Readonly<Record<NonNullable<Season['part']>, MessageKey>> = {
  'not-recorded': 'spark_part_of_it',
  'not-in-range': 'seasons_part_in_range',
  'not-over': 'seasons_not_over',
};

/** One panel a season, with all years that any of them has. */
export function seasonPanels(view: SeasonsView, figure: SeasonFigure): Panel[] {
  const { seasons, silent, hemisphere } = view;
  const years = seasons.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return SEASONS.map((season) => ({
    name: seasonName(season),
    columns: Array.from({ length: last - first + 1 }, (_, i) => {
      const year = first + i;
      const isIt = (one: Pick<Season, 'season' | 'year'>) =>
        one.season === season && one.year === year;
      const found = seasons.find(isIt);
      const why = silent.find(isIt)?.why ?? 'not-heard';
      const instead = found ? null : WHY[why];
      const part = found?.part ?? null;
      const faint =
        part === null || part === 'not-recorded'
          ? null
          : (amount: string) => partText(amount, part);
      return {
        label: yearName({ season, year }, hemisphere),
        tick: String(year),
        covered: found !== undefined || why !== 'not-recorded',
        value: (found && figureOf(found, figure)) ?? 0,
        partly: part === 'not-recorded',
        ...(faint === null ? {} : { faint }),
        ...(instead === null ? {} : { instead: t(instead) }),
      };
    }),
  }));
}

/** Whether some of the columns are faint. */
export function hasFaint({ seasons }: Pick<SeasonsView, 'seasons'>): boolean {
  return seasons.some(({ part }) => part === 'not-over' || part === 'not-in-range');
}

/** What the averages of the seasons have to say. */
export type SeasonsFinding =
  | { is: 'most'; season: SeasonKey; average: number }
  /** None is clearly above the rest: the largest. */
  | { is: 'even'; average: number }
  /** There is one season alone, whole or not. */
  | { is: 'alone'; season: SeasonKey }
  /** Not each season was whole once. */
  | { is: 'few' };

/** Of whole seasons, where there is one of each; null while nothing is known. */
export function findVariety(
  { seasons }: Pick<SeasonsView, 'seasons'>,
  figure: SeasonFigure,
): SeasonsFinding | null {
  const known = seasons.filter((one) => figureOf(one, figure) !== null);
  const names = SEASONS.filter((season) => known.some((one) => one.season === season));
  const [one, other] = names;
  if (!one) return null;
  if (!other) return { is: 'alone', season: one };
  const averages = SEASONS.flatMap((season) => {
    const values = known
      .filter(({ season: its, part }) => its === season && part === null)
      .flatMap((whole) => figureOf(whole, figure) ?? []);
    const sum = values.reduce((total, value) => total + value, 0);
    return values.length > 0 ? [{ season, average: sum / values.length }] : [];
  });
  if (averages.length < SEASONS.length) return { is: 'few' };
  const amounts = averages.map(({ average }) => average);
  const first = averages[clearMost(amounts) ?? -1];
  return first ? { is: 'most', ...first } : { is: 'even', average: Math.max(...amounts) };
}
