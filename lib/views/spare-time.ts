/** Work for when nobody waits for an answer. */
import type { Pause, Steps } from '../domain/steps.ts';

/**
 * Does what it is given step by step, one after the other, with a pause before each step. What fails is
 * dropped: whoever needs it does it again, and tells of the error.
 */
export function createSpareTime(pause: Pause): (work: Steps<void>) => void {
  const waiting: Steps<void>[] = [];
  let isBusy = false;

  async function goOn(): Promise<void> {
    isBusy = true;
    for (let work = waiting.shift(); work; work = waiting.shift()) {
      do await pause();
      while (!isOver(work));
    }
    isBusy = false;
  }

  return (work) => {
    waiting.push(work);
    if (!isBusy) void goOn();
  };
}

/** Does one step. */
function isOver(work: Steps<void>): boolean {
  try {
    return work.next().done === true;
  } catch {
    return true;
  }
}
