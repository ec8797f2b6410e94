/** Backgrounds that die at a chosen step, and the ones that come after them. */
import type { Fate, Life, World } from './world.ts';

type Moment = 'before' | 'after';

/** Runs `work` in a background that dies at the n-th step; false when it never got that far. */
async function runAndDie(
  world: World,
  n: number,
  moment: Moment,
  work: (life: Life) => Promise<unknown>,
): Promise<boolean> {
  let count = 0;
  let died = false;
  const death = Promise.withResolvers<void>();
  const fate: Fate = (_, at) => {
    if (at !== moment) return false;
    count += 1;
    if (count !== n) return false;
    died = true;
    death.resolve();
    return true;
  };
  const life = world.live(fate);
  await Promise.race([work(life).catch(() => undefined), death.promise]);
  life.kill();
  return died;
}

/**
 * Every way to die during `work`, until it has no more steps: each in a world of its own, checked
 * with the step at which it died. Returns how many deaths there were.
 */
export async function dieEverywhere(
  prepare: () => Promise<World>,
  work: (life: Life) => Promise<unknown>,
  check: (world: World, n: number) => Promise<void>,
): Promise<number> {
  let deaths = 0;
  for (const moment of ['before', 'after'] as const) {
    for (let n = 1; ; n += 1) {
      const world = await prepare();
      if (!(await runAndDie(world, n, moment, work))) break;
      deaths += 1;
      await check(world, n);
    }
  }
  return deaths;
}

/** The next background, once it has started. */
export const restart = async (world: World) => {
  const life = world.live();
  await life.vault.start();
  return life;
};
