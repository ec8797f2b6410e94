/** Months stacked by artist: who the listening of each local month went to. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { artistsByStep, stepsOfDays } from './artists-by-step.ts';
import { monthOfDay } from './calendar.ts';
import { listMonths } from './listed-days.ts';
import type { StepSums } from './local-steps.ts';
import type { RankBy } from './ranking.ts';
import type { TimeZone } from './time-zone.ts';
import { topArtists } from './top-artists.ts';

export interface MonthsByArtist {
  /** The first local month with music, counted from January 1970. */
  first: number;
  /** How many months there are, up to the last with music: the length of every layer. */
  months: number;
  /** The top artists of the selection, in their order; by month. */
  artists: (StepSums & { index: number })[];
  /** Everybody else's, and music without an artist. */
  rest: StepSums;
}

/** @param top how many artists have a layer of their own. */
export function monthsByArtist(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
  { by, top }: { by: RankBy; top: number },
): MonthsByArtist {
  const heard = listMonths(dataset, selection, zone);
  const first = heard[0]?.month ?? 0;
  const months = heard.length === 0 ? 0 : heard.at(-1)!.month - first + 1;
  const best = topArtists(dataset, selection, by, top).map(({ index }) => index);
  const steps = stepsOfDays(dataset, selection, zone, { first, count: months, of: monthOfDay });
  const { artists, rest } = artistsByStep(dataset, selection, best, steps);
  const own = best.map((index, layer) => Object.assign(artists[layer]!, { index }));
  return { first, months, artists: own, rest };
}
