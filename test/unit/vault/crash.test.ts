/** The background dies between any two steps: the next one finds a way on, with the right token. */
import { describe, expect, it } from 'vitest';
import { dieEverywhere, restart } from './death.ts';
import { createWorld, CLIENT, HOUR, MIRA, signIn, TOMAS, type Life } from './world.ts';

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

  it('leaves a window that nobody has noted yet, which the next sign-in closes', async () => {
    const world = createWorld();
    world.spotify.answer = 'wait';
    const isNote = (step: string) => step === 'session.set vault.sign-in';
    const countNotes = (life: Life) => life.steps.filter(isNote).length;
    // The first says that a window is to come, the second which it is.
    const dying: Life = world.live((step) => isNote(step) && countNotes(dying) === 2);
    void dying.vault.signIn({ clientId: CLIENT, renew: null });
    while (countNotes(dying) < 2) await new Promise((resolve) => setImmediate(resolve));
    world.windows.clear();
    const life = await restart(world);
    // Only now its page has loaded.
    world.windows.add(1);
    world.spotify.answer = 'agree';
    await life.vault.signIn({ clientId: CLIENT, renew: null });
    expect([...world.windows]).toEqual([]);
    expect(world.session.has('vault.sign-in')).toBe(false);
  });
});

describe.each([false, true])('a background that dies while disconnecting', (browserToo) => {
  it(`has the next one finish, without touching the other (browser too: ${browserToo})`, async () => {
    await dieEverywhere(
      async () => {
        const world = createWorld();
        await signIn(world);
        await signIn(world, 'tomas');
        // Spotify would give the account back without a click.
        world.spotify.silent = true;
        return world;
      },
      ({ vault }) => vault.disconnect(MIRA),
      async (world, n) => {
        if (browserToo) world.restartBrowser();
        const life = await restart(world);
        const ids = (await life.vault.accounts()).map(({ id }) => id);
        // Nothing had happened yet when it died before its very first step.
        if (ids.includes(MIRA)) expect(n).toBe(1);
        else {
          expect(await world.row()).toBeNull();
          const left = [...world.session, ...world.local, ...world.alarms];
          expect(JSON.stringify(left)).not.toContain(MIRA);
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
