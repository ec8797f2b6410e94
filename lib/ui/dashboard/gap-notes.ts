/** What the look of a chart over time says, in words. */
import { t } from '../text.ts';

/** A sentence for each kind of gap that the steps have, and for one that is not over. */
export function gapNotes(
  steps: readonly { covered: boolean; partly?: boolean; faint?: unknown }[],
): string[] {
  return [
    ...(steps.some(({ covered }) => !covered) ? [t('timeline_hatched')] : []),
    ...(steps.some(({ covered, partly }) => covered && partly) ? [t('chart_hatched_part')] : []),
    ...(steps.some(({ faint }) => faint) ? [t('chart_running')] : []),
  ];
}
