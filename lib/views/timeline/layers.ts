/** Who the listening went to, step by step: the top artists of the range, and everybody else. */
import {
  artistsByStep,
  type RowSteps,
  stepsOfDays,
  stepsOfHours,
} from '../../stats/artists-by-step.ts';
import { monthOfDay } from '../../stats/calendar.ts';
import type { StepSums } from '../../stats/local-steps.ts';
import type { RankBy } from '../../stats/ranking.ts';
import { topArtists } from '../../stats/top-artists.ts';
import { describeArtist } from '../describe-entry.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { LayersView } from './contract.ts';
import { chooseUnit, daysSoFar, recordedSteps, stepsIn, type TimeSteps } from './steps.ts';

/** As many categories as can be told apart. */
const ARTISTS = 7;
/** Two months of days are a picture, two months are none. */
const MOST_DAYS = 62;

export function computeLayers(setting: ViewSetting, { by }: { by: RankBy }): LayersView {
  const { dataset, scope } = setting;
  const { selection } = scope;
  const range = daysSoFar(setting);
  const steps = stepsIn(setting, range, chooseUnit(range, MOST_DAYS));
  const best = topArtists(dataset, selection, by, ARTISTS).map(({ index }) => index);
  const ofRow = rowSteps(setting, steps, range.first);
  const { artists, rest } = artistsByStep(dataset, selection, best, ofRow);
  const valuesOf = ({ plays, playedMs }: StepSums) => Array.from(by === 'plays' ? plays : playedMs);
  const recorded = recordedSteps(setting, steps, range);
  return {
    unit: steps.unit,
    first: steps.first,
    covered: recorded.map((known) => known !== 'nothing'),
    partly: recorded.map((known) => known === 'part'),
    artists: best.map((index, i) => ({
      entry: describeArtist(dataset, index),
      values: valuesOf(artists[i]!),
    })),
    rest: valuesOf(rest),
  };
}

function rowSteps({ dataset, scope }: ViewSetting, steps: TimeSteps, day: number): RowSteps {
  const { selection, zone } = scope;
  if (steps.unit === 'hour') return { ...stepsOfHours(dataset, zone, day), count: steps.count };
  const of = steps.unit === 'day' ? (own: number) => own : monthOfDay;
  return stepsOfDays(dataset, selection, zone, { ...steps, of });
}
