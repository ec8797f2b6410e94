/** When in the week music is played. */
import { hourOfWeek } from '../../stats/hour-of-week.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { ClockView } from './contract.ts';

export function computeClock({ dataset, scope: { selection, zone } }: ViewSetting): ClockView {
  return { plays: hourOfWeek(dataset, selection, zone) };
}
