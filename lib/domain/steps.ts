/** Long work in steps, so that whoever does it can let others have their turn between two of them. */

/** Each step is as much as may be done in one go; a step never waits for anything. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Resolves when everybody who was waiting has had their turn. */
export type Pause = () => Promise<void>;

/** Where nobody waits: in a worker. */
export function doAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** With a pause after each step. */
export async function doInTurns<Result>(steps: Steps<Result>, pause: Pause): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}
