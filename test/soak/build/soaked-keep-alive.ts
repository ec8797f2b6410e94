/** Stands in for `lib/platform/keep-alive.ts` in the soak's build: all work goes through it, and is counted. */
import { keepAlive as keepReallyAlive } from '../../../lib/platform/keep-alive.ts';
import { beginWork, endWork } from './soak-world.ts';

export type { KeepAlive } from '../../../lib/platform/keep-alive.ts';

export async function keepAlive<T>(work: () => Promise<T>): Promise<T> {
  beginWork();
  try {
    return await keepReallyAlive(work);
  } finally {
    endWork();
  }
}
