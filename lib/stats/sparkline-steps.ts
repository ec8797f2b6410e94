/** The sparkline of one of the popup's ranges. */
import type { RangeFigures, RangeKey } from '../domain/snapshot.ts';
import { dayOf } from './calendar.ts';
import { rangeSteps } from './range-steps.ts';
import { dayRange } from './ranges.ts';
import { eachMonth, type Steps, type StepSetting } from './steps.ts';

/** Up to the step that `now` is in; none for all time while the history is empty. */
export function sparklineSteps(
  setting: StepSetting,
  key: RangeKey,
): Pick<RangeFigures, 'steps' | 'stepUnit'> {
  const { stepUnit, steps } = stepsOf(setting, key);
  const kept = steps.map(({ start, playedMs, covered }) => ({ start, playedMs, covered }));
  return { stepUnit, steps: kept };
}

function stepsOf(setting: StepSetting, key: RangeKey): Steps {
  const days = dayRange(key, dayOf(setting.zone, setting.now));
  // A year is shown by months from its first day on.
  if (key !== 'this-year' || !days) return rangeSteps(setting, days);
  return { stepUnit: 'month', steps: eachMonth(setting, days) };
}
