/** How plays or time added up over the range, beside the range compared with. */
import type { DayRange } from '../../domain/day-range.ts';
import { byHour } from '../../stats/by-hour.ts';
import { sumDays } from '../../stats/day-steps.ts';
import type { RankBy } from '../../stats/ranking.ts';
import { recordedIn, type ViewSetting } from '../view-setting.ts';
import type { CumulativeView } from './contract.ts';
import {
  chooseUnit,
  coveredSteps,
  daysOfStep,
  daysSoFar,
  stepsIn,
  type TimeSteps,
} from './steps.ts';

/** More days than pixels say no more. */
const MOST_DAYS = 800;

export function computeCumulative(setting: ViewSetting, { by }: { by: RankBy }): CumulativeView {
  const days = daysSoFar(setting);
  const steps = stepsIn(setting, days, chooseUnit(days, MOST_DAYS));
  const { compared } = setting;
  return {
    unit: steps.unit,
    first: steps.first,
    days,
    covered: coveredSteps(setting, steps, days),
    whole: recordedIn(setting, days) === 'whole',
    values: addUp(setting, days, steps, by),
    compared: compared ? compare(setting, compared.days, steps.unit, by) : null,
  };
}

/** Null where nothing is known of those days. */
function compare(
  setting: ViewSetting,
  days: DayRange,
  unit: TimeSteps['unit'],
  by: RankBy,
): CumulativeView['compared'] {
  // The hours of a day are held against those of a day.
  if (unit === 'hour' && days.first !== days.last) return null;
  const steps = stepsIn(setting, days, unit);
  const covered = coveredSteps(setting, steps, days);
  if (!covered.includes(true)) return null;
  const sums = addUp(setting, days, steps, by);
  const values = sums.map((sum, step) => (covered[step] ? sum : null));
  return { days, values, whole: recordedIn(setting, days) === 'whole' };
}

function addUp(
  { dataset, scope: { zone } }: ViewSetting,
  range: DayRange,
  steps: TimeSteps,
  by: RankBy,
): number[] {
  const stretches = Array.from({ length: steps.count }, (_, step) =>
    daysOfStep(steps, step, range),
  );
  const isHours = steps.unit === 'hour';
  const sums = isHours ? byHour(dataset, zone, range.first) : sumDays(dataset, zone, stretches);
  let total = 0;
  return Array.from(by === 'plays' ? sums.plays : sums.playedMs, (value) => (total += value)).slice(
    0,
    steps.count,
  );
}
