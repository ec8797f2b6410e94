/** What the hatching of a chart over time says, in words. */
import { t } from '../text.ts';

/** A sentence for each kind of gap that the steps have. */
export function gapNotes(steps: readonly { covered: boolean; partly?: boolean }[]): string[] {
  return [
    ...(steps.some(({ covered }) => !covered) ? [t('timeline_hatched')] : []),
    ...(steps.some(({ covered, partly }) => covered && partly) ? [t('chart_hatched_part')] : []),
  ];
}
