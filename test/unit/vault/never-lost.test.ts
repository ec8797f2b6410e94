/** Whatever happens, in whatever order: the token is not lost, and no older one is ever sent. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULTS } from './fake-spotify.ts';
import { createWorld, DAY, HOUR, MINUTE, MIRA, signIn, type Life, type World } from './world.ts';

type Event =
  | { kind: 'fault'; fault: keyof typeof FAULTS }
  | { kind: 'pass'; ms: number }
  | { kind: 'ask' }
  | { kind: 'insist' }
  | { kind: 'reject' }
  | { kind: 'ring' }
  | { kind: 'die'; step: number; moment: 'before' | 'after' }
  | { kind: 'restart-browser' }
  | { kind: 'disk'; full: boolean }
  | { kind: 'memory-only'; on: boolean };

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('fault' as const),
    fault: fc.constantFrom(...(Object.keys(FAULTS) as (keyof typeof FAULTS)[])),
  }),
  fc.record({
    kind: fc.constant('pass' as const),
    ms: fc.constantFrom(1_000, 20_000, MINUTE, 20 * MINUTE, HOUR, 6 * HOUR, -HOUR),
  }),
  fc.constantFrom<Event>(
    { kind: 'ask' },
    { kind: 'insist' },
    { kind: 'reject' },
    { kind: 'ring' },
    { kind: 'restart-browser' },
    { kind: 'disk', full: true },
    { kind: 'disk', full: false },
    { kind: 'memory-only', on: true },
    { kind: 'memory-only', on: false },
  ),
  fc.record({
    kind: fc.constant('die' as const),
    step: fc.integer({ min: 1, max: 30 }),
    moment: fc.constantFrom('before' as const, 'after' as const),
  }),
);

/** Refuses to lose a rotated token: what a browser's end takes from memory is nobody's crash. */
function isHarmless(happening: Event, world: World): boolean {
  if (happening.kind !== 'restart-browser') return true;
  return !world.settings.memoryOnly && !world.session.has(`vault.row:${MIRA}`);
}

const quietly = (work: Promise<unknown>) => work.catch(() => undefined);

async function live(world: World, life: Life, happening: Event): Promise<Life> {
  switch (happening.kind) {
    case 'fault':
      world.spotify.faults.push(FAULTS[happening.fault]);
      return life;
    case 'pass':
      world.clock.now += happening.ms;
      return life;
    case 'ask':
      await quietly(life.vault.getAccessToken(MIRA));
      return life;
    case 'insist':
      await quietly(life.vault.refreshNow(MIRA));
      return life;
    case 'reject': {
      const rejected = world.spotify.issued.findLast((token) => token.startsWith('access'));
      await quietly(life.vault.getAccessToken(MIRA, { rejected: rejected! }));
      return life;
    }
    case 'ring':
      await life.vault.handleAlarm(`vault.refresh:${MIRA}`);
      return life;
    case 'die':
      return dieAndStart(world, life, happening);
    case 'restart-browser':
      world.restartBrowser();
      return startAgain(world, life);
    case 'disk':
      world.disk.full = happening.full;
      return life;
    case 'memory-only':
    default:
      if (!happening.on) await life.vault.releaseTokens();
      world.settings.memoryOnly = happening.on;
      await quietly(life.vault.moveTokens());
      return life;
  }
}

async function dieAndStart(
  world: World,
  life: Life,
  { step, moment }: Extract<Event, { kind: 'die' }>,
): Promise<Life> {
  life.kill();
  let count = 0;
  const death = Promise.withResolvers<void>();
  const dying = world.live((_, at) => {
    if (at === moment) count += 1;
    if (count < step) return false;
    death.resolve();
    return true;
  });
  await Promise.race([dying.vault.refreshNow(MIRA).catch(() => undefined), death.promise]);
  return startAgain(world, dying);
}

async function startAgain(world: World, before: Life): Promise<Life> {
  before.kill();
  const life = world.live();
  await life.vault.start();
  return life;
}

/** All is well again: faults are over, there is room on the disk, a day and more goes by. */
async function recover(world: World, life: Life): Promise<void> {
  world.spotify.faults.length = 0;
  world.disk.full = false;
  for (let ring = 0; ring < 5; ring += 1) {
    world.clock.now += 6 * HOUR;
    await life.vault.handleAlarm(`vault.refresh:${MIRA}`);
  }
}

describe('a refresh token', () => {
  it.each(['omit', 'same', 'grace'] as const)(
    'is never lost without two refusals, and never older than the last, with rotation "%s"',
    async (rotation) => {
      await fc.assert(
        fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
          const world = createWorld();
          world.spotify.rotation = rotation;
          await signIn(world);
          let life = world.live();
          let refusals = 0;
          for (const happening of events) {
            if (!isHarmless(happening, world)) continue;
            if (happening.kind === 'fault' && happening.fault === 'falseRevocation') refusals += 1;
            life = await live(world, life, happening);
          }
          const order = world.spotify.sent.map((token) => Number(token.split('-')[1]));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
          if (refusals >= 2) return;
          await recover(world, life);
          const token = await life.vault.getAccessToken(MIRA);
          expect(token.expiresAt).toBeLessThanOrEqual(world.clock.now + HOUR);
          expect(await life.vault.state(MIRA)).toMatchObject({
            status: 'connected',
            reason: null,
            lastError: null,
          });
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );

  it('survives strict rotation as long as no answer is lost and no background dies on its way', async () => {
    const orderly = event.filter(
      (happening) =>
        happening.kind !== 'die' &&
        happening.kind !== 'disk' &&
        !(
          happening.kind === 'fault' &&
          ['timeout', 'lostAnswer', 'halfAnswer'].includes(happening.fault)
        ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(orderly, { maxLength: 25 }), async (events) => {
        const world = createWorld();
        world.spotify.rotation = 'strict';
        await signIn(world);
        let life = world.live();
        let refusals = 0;
        for (const happening of events) {
          if (!isHarmless(happening, world)) continue;
          if (happening.kind === 'fault' && happening.fault === 'falseRevocation') refusals += 1;
          life = await live(world, life, happening);
        }
        if (refusals >= 2) return;
        await recover(world, life);
        expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
        expect(world.spotify.isGood(world.spotify.sent.at(-1)!)).toBe(false);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('is unharmed by months without a computer', async () => {
    const world = createWorld();
    await signIn(world);
    world.clock.now += 100 * DAY;
    world.restartBrowser();
    const life = world.live();
    await life.vault.start();
    expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  });
});
