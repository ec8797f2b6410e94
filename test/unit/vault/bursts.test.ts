/** Many callers at once, in one background or in two: one request at a time, and one for each expiry. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLocks, createWorld, HOUR, MIRA, signIn, type Life, type World } from './world.ts';

/** How a caller comes by a token, and after how many turns of the event loop it begins. */
const caller = fc.record({
  how: fc.constantFrom('ask' as const, 'insist-on-fresh' as const, 'ring' as const),
  after: fc.integer({ min: 0, max: 30 }),
  inSecondBackground: fc.boolean(),
});
type Caller = typeof caller extends fc.Arbitrary<infer T> ? T : never;

/** Notes the most requests on their way at a time; each takes a while. */
function watchFlights(world: World): () => number {
  const { fetch } = world.spotify;
  let [inFlight, most] = [0, 0];
  world.spotify.fetch = async (url, init) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    try {
      await turns(5);
      return await fetch(url, init);
    } finally {
      inFlight -= 1;
    }
  };
  return () => most;
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((done) => setImmediate(done));
}

async function call({ vault }: Life, { how, after }: Caller, held: string): Promise<void> {
  await turns(after);
  if (how === 'ring') await vault.handleAlarm(`vault.refresh:${MIRA}`);
  else if (how === 'ask') await vault.getAccessToken(MIRA);
  else await vault.getAccessToken(MIRA, { rejected: held });
}

it('sends one request for each expiry, whoever asks, whenever', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(caller, { minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 4 }),
      async (bursts) => {
        const world = createWorld();
        await signIn(world);
        const mostInFlight = watchFlights(world);
        const locks = createLocks();
        const lives = [world.live(undefined, locks), world.live(undefined, locks)] as const;
        for (const [index, burst] of bursts.entries()) {
          world.clock.now += HOUR;
          const held = world.spotify.issued.findLast((token) => token.startsWith('access'))!;
          await Promise.all(
            burst.map((one) => call(lives[one.inSecondBackground ? 1 : 0], one, held)),
          );
          expect(world.spotify.sent).toHaveLength(index + 1);
        }
        expect(mostInFlight()).toBe(1);
      },
    ),
    { numRuns: 60 },
  );
});
