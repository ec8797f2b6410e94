/** Stands in for `lib/platform/keep-alive.ts` in the soak's build: all work goes through it, and is counted. */
import { keepAlive as keepReallyAlive } from '../../../lib/platform/keep-alive.ts';
import { soakWorld } from './soak-world.ts';

export type { KeepAlive } from '../../../lib/platform/keep-alive.ts';

export async function keepAlive<T>(work: () => Promise<T>): Promise<T> {
  const world = soakWorld();
  world.working += 1;
  try {
    return await keepReallyAlive(work);
  } finally {
    world.working -= 1;
  }
}
