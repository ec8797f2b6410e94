/** A plan whose history is another by now: an import came, or was undone. */
import type { DetailPlan } from '../domain/detail-plan.ts';

/** Nothing of what was planned or counted is asked for or told any more; a new plan is due. */
export function forgetPlan(plan: DetailPlan): DetailPlan {
  return { ...plan, next: [], counts: null, plannedAt: null };
}

/** Also of a history that was never looked at. */
export function isForgotten({ counts, plannedAt }: DetailPlan): boolean {
  return counts === null && plannedAt === null;
}
