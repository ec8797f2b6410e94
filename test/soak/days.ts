/** A simulated day at a computer: on from morning to night, with what happens to networks and browsers. */
import { createRandom } from '../../lib/sample/random.ts';
import type { Control } from '../standin/control.ts';
import type { FaultInput } from '../standin/faults.ts';

/** A background whose time is in the soak's hands: in Node, or in a browser. */
export interface World {
  control: Pick<Control, 'fault' | 'clearFaults'>;
  /** The background stops, and starts again. */
  wake(): Promise<void>;
  /** Time goes by, and every alarm rings when it is due; what it rang for is over at `onRing`. */
  passTime(ms: number, onRing: () => Promise<void>): Promise<void>;
  /** The computer is off, or asleep. */
  sleep(ms: number): Promise<void>;
  restartBrowser(): Promise<void>;
}

export interface Days {
  /** What happened so far. */
  counts: { days: number; rings: number; kills: number; faults: number };
  /** One day more; at its end the computer has been off for the night. */
  pass(): Promise<void>;
}

interface DaysOptions {
  seed: string;
  /** Share of alarms after which the background is stopped, as a browser does with one that idles. */
  kills: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOURS_ON = 15;

/** Each is over by itself: after a few requests, or with the day. */
const FAULTS: readonly FaultInput[] = [
  { on: 'api', kind: 'dropped', times: 4 },
  { on: 'api', kind: 'answer-lost', times: 2 },
  { on: 'api', kind: 'server-error', times: 5 },
  { on: 'api', kind: 'rate-limited', retryAfterSeconds: 600, times: 1 },
  { on: 'api', kind: 'truncated', times: 2 },
  { on: 'api', kind: 'unauthorized', times: 1 },
  { on: 'api', kind: 'captive-portal', times: 6 },
  { on: 'token', kind: 'dropped', times: 2 },
  { on: 'token', kind: 'answer-lost', times: 1 },
  { on: 'token', kind: 'server-error', times: 3 },
  { on: 'token', kind: 'rate-limited', retryAfterSeconds: 300, times: 1 },
  { on: 'token', kind: 'invalid-grant', times: 1 },
];

export function createDays(world: World, { seed, kills }: DaysOptions): Days {
  const random = createRandom('soak', seed);
  const counts = { days: 0, rings: 0, kills: 0, faults: 0 };

  async function afterRing(): Promise<void> {
    counts.rings += 1;
    if (kills === 0 || !random.chance(kills)) return;
    counts.kills += 1;
    await world.wake();
  }

  return {
    counts,
    async pass() {
      for (let hour = 0; hour < HOURS_ON; hour += 1) {
        if (random.chance(0.08)) {
          counts.faults += 1;
          await world.control.fault(random.pick(FAULTS));
        }
        await world.passTime(HOUR, afterRing);
      }
      await world.control.clearFaults();
      await world.sleep(DAY - HOURS_ON * HOUR);
      if (kills > 0) await world.restartBrowser();
      counts.days += 1;
    },
  };
}
