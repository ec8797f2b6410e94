/** The background dies between any two steps: the next one finds a way on, with the right token. */
import { describe, expect, it } from 'vitest';
import { FAULTS } from './fake-spotify.ts';
import {
  createWorld,
  CLIENT,
  HOUR,
  MINUTE,
  MIRA,
  signIn,
  TOMAS,
  type Fate,
  type World,
} from './world.ts';

type Moment = 'before' | 'after';

/** Runs `work` in a background that dies at the n-th step; false when it never got that far. */
async function runAndDie(
  world: World,
  n: number,
  moment: Moment,
  work: (life: ReturnType<World['live']>) => Promise<unknown>,
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

/** Every way to die during `work`, until it has no more steps. */
async function dieEverywhere(
  prepare: () => Promise<World>,
  work: (life: ReturnType<World['live']>) => Promise<unknown>,
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

const restart = async (world: World) => {
  const life = world.live();
  await life.vault.start();
  return life;
};

describe('a background that dies during a refresh', () => {
  it.each(['omit', 'same', 'grace'] as const)(
    'loses nothing, whatever the step, with rotation "%s"',
    async (rotation) => {
      const deaths = await dieEverywhere(
        async () => {
          const world = createWorld();
          world.spotify.rotation = rotation;
          await signIn(world);
          world.clock.now += HOUR;
          return world;
        },
        ({ vault }) => vault.getAccessToken(MIRA),
        async (world) => {
          const life = await restart(world);
          const token = await life.vault.getAccessToken(MIRA);
          expect((await world.spotify.identify(token.accessToken)).id).toBe(MIRA);
          expect(await life.vault.state(MIRA)).toMatchObject({
            status: 'connected',
            lastError: null,
          });
          expect((await world.row())?.intent).toBeNull();
          expect(world.alarms.size).toBeGreaterThan(0);
        },
      );
      expect(deaths).toBeGreaterThan(15);
    },
  );

  it('loses the token to strict rotation only when the answer itself was lost, and says so', async () => {
    const lost = new Set<number>();
    const silent = new Set<number>();
    for (const isSilent of [false, true]) {
      await dieEverywhere(
        async () => {
          const world = createWorld();
          world.spotify.rotation = 'strict';
          world.spotify.silent = isSilent;
          await signIn(world);
          world.clock.now += HOUR;
          return world;
        },
        ({ vault }) => vault.getAccessToken(MIRA),
        async (world, n) => {
          const life = await restart(world);
          const { status, reason } = await life.vault.state(MIRA);
          if (status !== 'connected') {
            expect(reason).toBe('rotation-lost');
            (isSilent ? silent : lost).add(n);
          } else {
            await life.vault.getAccessToken(MIRA);
          }
        },
      );
    }
    // Between the server's rotation and the end of our commit; nowhere else.
    expect(lost.size).toBeGreaterThan(0);
    expect(lost.size).toBeLessThan(4);
    expect(silent.size).toBe(0);
  });

  it('leaves the next one the rest of the deadline to wait, then one request', async () => {
    const world = createWorld();
    await signIn(world);
    const dying = world.live((step, moment) => step === 'post' && moment === 'before');
    void dying.vault.refreshNow(MIRA);
    while (!dying.steps.includes('post')) await new Promise((r) => setImmediate(r));
    world.clock.now += 8_000;
    const life = await restart(world);
    expect(life.steps).toContain('wait 12000');
    expect(life.steps.filter((step) => step === 'post')).toHaveLength(1);
    expect((await world.row())?.intent).toBeNull();
  });
});

describe('a browser that crashes during a refresh', () => {
  it('comes back connected', async () => {
    await dieEverywhere(
      async () => {
        const world = createWorld();
        world.spotify.rotation = 'grace';
        await signIn(world);
        world.clock.now += HOUR;
        return world;
      },
      ({ vault }) => vault.getAccessToken(MIRA),
      async (world) => {
        world.restartBrowser();
        const life = await restart(world);
        expect(await life.vault.state(MIRA)).toMatchObject({ status: 'connected' });
        await life.vault.getAccessToken(MIRA);
        expect(world.alarms.size).toBe(2);
      },
    );
  });
});

describe('a background that dies during a sign-in', () => {
  it('leaves either a whole account or none, no window, and a free way to sign in', async () => {
    let whole = 0;
    let none = 0;
    await dieEverywhere(
      () => Promise.resolve(createWorld()),
      ({ vault }) => vault.signIn({ clientId: CLIENT, renew: null }),
      async (world) => {
        const life = await restart(world);
        expect(life.vault.isSigningIn()).toBe(false);
        const accounts = await life.vault.accounts();
        if (accounts.length > 0) {
          whole += 1;
          await life.vault.getAccessToken(MIRA);
          expect(await life.vault.state(MIRA)).toMatchObject({ status: 'connected' });
        } else {
          none += 1;
          expect(await world.row()).toBeNull();
        }
        await life.vault.signIn({ clientId: CLIENT, renew: null });
        expect(await life.vault.accounts()).toHaveLength(1);
        expect(world.session.has('vault.sign-in')).toBe(false);
      },
    );
    expect(whole).toBeGreaterThan(0);
    expect(none).toBeGreaterThan(0);
  });

  it.each([true, false])(
    'leaves a window behind, which the next one closes before it opens its own (started: %s)',
    async (isStarted) => {
      const world = createWorld();
      world.spotify.answer = 'wait';
      const dying = world.live();
      void dying.vault.signIn({ clientId: CLIENT, renew: null });
      while (world.windows.size === 0) await new Promise((resolve) => setImmediate(resolve));
      dying.kill();
      expect([...world.windows]).toEqual([1]);
      world.spotify.answer = 'agree';
      const life = world.live();
      const signingIn = life.vault.signIn({ clientId: CLIENT, renew: null });
      if (isStarted) await life.vault.start();
      await signingIn;
      expect([...world.windows]).toEqual([]);
      expect(await life.vault.accounts()).toHaveLength(1);
    },
  );
});

describe('a background that dies while disconnecting', () => {
  it('has the next one finish, without touching the other account', async () => {
    await dieEverywhere(
      async () => {
        const world = createWorld();
        await signIn(world);
        await signIn(world, 'tomas');
        return world;
      },
      ({ vault }) => vault.disconnect(MIRA),
      async (world, n) => {
        const life = await restart(world);
        const ids = (await life.vault.accounts()).map(({ id }) => id);
        // Nothing had happened yet when it died before its very first step.
        if (ids.includes(MIRA)) expect(n).toBe(1);
        else {
          expect(await world.row()).toBeNull();
          expect(JSON.stringify([...world.session, ...world.alarms])).not.toContain(MIRA);
        }
        expect(ids).toContain(TOMAS);
        await life.vault.refreshNow(TOMAS);
      },
    );
  });
});

describe('a background that dies while tokens move between disk and memory', () => {
  it.each([true, false])('keeps them (to memory: %s)', async (memoryOnly) => {
    await dieEverywhere(
      async () => {
        const world = createWorld();
        world.settings.memoryOnly = !memoryOnly;
        await signIn(world);
        world.settings.memoryOnly = memoryOnly;
        return world;
      },
      ({ vault }) => vault.moveTokens(),
      async (world) => {
        const life = await restart(world);
        expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
        expect((await world.row()) === null).toBe(memoryOnly);
        expect(world.session.has(`vault.row:${MIRA}`)).toBe(memoryOnly);
      },
    );
  });
});

describe('at every start', () => {
  it('the alarms are armed again', async () => {
    const world = createWorld();
    await signIn(world);
    world.alarms.clear();
    await restart(world);
    expect(world.alarms.get(`vault.refresh:${MIRA}`)).toBe(world.clock.now + 55 * MINUTE);
    expect(world.alarms.has(`vault.silent:${MIRA}`)).toBe(true);
  });

  it('an account list that was lost is rebuilt from the rows', async () => {
    const world = createWorld();
    await signIn(world);
    world.local.clear();
    const life = await restart(world);
    expect(await life.vault.accounts()).toEqual([
      { id: MIRA, displayName: 'mira', clientId: CLIENT, addedAt: world.clock.now },
    ]);
    await life.vault.refreshNow(MIRA);
  });

  it('a row that was lost is replaced without a person where that is possible', async () => {
    const world = createWorld();
    await signIn(world);
    await world.disk.rows.delete(MIRA);
    world.restartBrowser();
    world.spotify.silent = true;
    const life = await restart(world);
    expect(await life.vault.state(MIRA)).toMatchObject({ status: 'connected' });
    await life.vault.refreshNow(MIRA);
  });

  it('a row that was lost for good is a clear state, asked for once', async () => {
    const world = createWorld();
    await signIn(world);
    await world.disk.rows.delete(MIRA);
    world.restartBrowser();
    await restart(world);
    const attempts = world.spotify.opened.length;
    const life = await restart(world);
    expect(await life.vault.state(MIRA)).toMatchObject({ status: 'reauthorize', reason: null });
    expect(world.spotify.opened).toHaveLength(attempts);
    await expect(life.vault.getAccessToken(MIRA)).rejects.toMatchObject({
      code: 'token/reauthorize',
    });
  });

  it('an outage leaves the account connected', async () => {
    const world = createWorld();
    await signIn(world);
    world.clock.now += HOUR;
    world.spotify.faults.push(FAULTS.timeout, FAULTS.offline);
    await world
      .live()
      .vault.getAccessToken(MIRA)
      .catch(() => undefined);
    world.clock.now += 15 * MINUTE;
    const life = await restart(world);
    expect(await life.vault.state(MIRA)).toMatchObject({ status: 'connected' });
    await life.vault.refreshNow(MIRA);
  });
});
