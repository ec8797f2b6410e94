/** The plays with a round number. */
import { selectAll } from '../../dataset/selection.ts';
import { milestones, nextMilestone } from '../../stats/milestones.ts';
import { totals } from '../../stats/totals.ts';
import { describeSong } from '../describe-entry.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { MilestonesView } from './contract.ts';

export function computeMilestones({ dataset, scope }: ViewSetting): MilestonesView {
  const { plays } = totals(dataset, selectAll(dataset.columns));
  const next = nextMilestone(plays);
  return {
    milestones: milestones(dataset, scope.selection).map(({ play, endedAt, song }) => ({
      play,
      endedAt,
      entry: describeSong(dataset, song),
    })),
    next: { play: next, missing: next - plays },
  };
}
