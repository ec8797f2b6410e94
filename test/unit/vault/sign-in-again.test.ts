/** Signing in to an account that is there: it is renewed, beside whatever else renews it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { setUpSignIn } from './sign-in-rig.ts';
import { DAY, MIRA, signIn } from './world.ts';

let { world, life, start } = setUpSignIn();

beforeEach(() => {
  ({ world, life, start } = setUpSignIn());
});

describe('signing in to an account that is there', () => {
  it('renews it and keeps when it was added', async () => {
    await start();
    const addedAt = world.clock.now;
    world.spotify.revoke('mira');
    await life.vault.refreshNow(MIRA).catch(() => undefined);
    world.clock.now += DAY;
    expect(await start(MIRA, 'f'.repeat(32))).toBe(MIRA);
    expect(await life.vault.accounts()).toMatchObject([{ addedAt, clientId: 'f'.repeat(32) }]);
    expect(await world.row()).toMatchObject({
      generation: 2,
      clientId: 'f'.repeat(32),
      status: 'connected',
      authorizedAt: world.clock.now,
      intent: null,
      lastError: null,
    });
    expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  });

  it('needs no click from somebody who is alone, and asks who it is after a wrong answer', async () => {
    await start();
    world.spotify.visitor = 'tomas';
    await expect(start(MIRA)).rejects.toMatchObject({ code: 'oauth/other-account' });
    world.spotify.visitor = 'mira';
    await start(MIRA);
    const dialogs = world.spotify.opened.map(({ url }) => url.searchParams.get('show_dialog'));
    expect(dialogs).toEqual([null, null, 'true']);
  });

  it('changes nothing when somebody else answers a renewal', async () => {
    await start();
    const before = [await world.row(), await life.vault.accounts(), [...world.session]];
    world.spotify.visitor = 'tomas';
    await expect(start(MIRA)).rejects.toMatchObject({ code: 'oauth/other-account' });
    expect([await world.row(), await life.vault.accounts(), [...world.session]]).toEqual(before);
  });

  it('refuses to renew an account nobody knows, without a window', async () => {
    await expect(start('nobody')).rejects.toMatchObject({ code: 'token/unknown-account' });
    expect(world.spotify.opened).toEqual([]);
  });

  it('is not undone by a refresh that was on its way', async () => {
    await start();
    const held = Promise.withResolvers<void>();
    const { fetch } = world.spotify;
    world.spotify.rotation = 'strict';
    world.spotify.fetch = async (url, init) => {
      const answer = await fetch(url, init);
      const body = init?.body;
      if (body instanceof URLSearchParams && body.has('refresh_token')) await held.promise;
      return answer;
    };
    const refreshing = life.vault.refreshNow(MIRA);
    while (world.spotify.sent.length === 0) await new Promise((r) => setImmediate(r));
    const renewing = start(MIRA, 'f'.repeat(32));
    while (world.spotify.exchanges < 2) await new Promise((r) => setImmediate(r));
    held.resolve();
    await Promise.all([refreshing, renewing]);
    expect(await world.row()).toMatchObject({ generation: 3, clientId: 'f'.repeat(32) });
    await life.vault.refreshNow(MIRA);
    expect(world.spotify.isGood(world.spotify.sent.at(-1)!)).toBe(false);
    expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  });
});

describe('a sign-in and a silent renewal', () => {
  const never = () => new Promise<never>(() => undefined);

  beforeEach(async () => {
    await signIn(world);
    world.spotify.silent = true;
    world.clock.now += 151 * DAY;
  });

  /** Begins one, and waits until it has got to a step. */
  async function renewUntil(step: string): Promise<{ renewing: Promise<unknown> }> {
    const renewing = life.vault.handleAlarm(`vault.silent:${MIRA}`);
    while (!life.steps.includes(step)) await new Promise((r) => setImmediate(r));
    return { renewing };
  }

  /** The person's sign-in has come to where it would open the window. */
  async function secondLook(): Promise<void> {
    while (life.steps.filter((step) => step === 'look').length < 2) {
      await new Promise((r) => setImmediate(r));
    }
    await new Promise((r) => setImmediate(r));
  }

  it('take turns in the browser, which has one flow at a time', async () => {
    const gate = Promise.withResolvers<void>();
    const { launch } = world.spotify;
    world.spotify.launch = async (url, interactive) => {
      if (!interactive) await gate.promise;
      return launch(url, interactive);
    };
    const { renewing } = await renewUntil('launch');
    const signingIn = start(MIRA);
    await secondLook();
    gate.resolve();
    await Promise.all([renewing, signingIn]);
    expect(world.spotify.opened.map(({ interactive }) => interactive)).toEqual([true, false, true]);
    expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  });

  it.each(['look', 'post', 'identify'])(
    'do not keep the person waiting: a silent one that hangs at "%s" gives way',
    async (step) => {
      const { fetch, identify } = world.spotify;
      let hangs = true;
      world.spotify.fetch = (url, init) =>
        hangs && url.includes(step === 'look' ? '/authorize' : '/api/token') && step !== 'identify'
          ? never()
          : fetch(url, init);
      world.spotify.identify = (token) =>
        hangs && step === 'identify' ? never() : identify(token);
      const { renewing } = await renewUntil(step);
      hangs = false;
      expect(await start(MIRA)).toBe(MIRA);
      await renewing;
      expect(await world.row()).toMatchObject({ authorizedAt: world.clock.now, generation: 2 });
    },
  );

  it('the silent one that gave way says nothing against the account', async () => {
    const { identify } = world.spotify;
    world.spotify.identify = never;
    world.spotify.revoke('mira');
    const refreshing = life.vault.refreshNow(MIRA).catch((error: { code: string }) => error.code);
    while (!life.steps.includes('identify')) await new Promise((r) => setImmediate(r));
    world.spotify.identify = identify;
    world.spotify.answer = 'close';
    await expect(start(MIRA)).rejects.toMatchObject({ code: 'oauth/cancelled' });
    expect(await refreshing).toBe('token/unavailable');
    expect((await life.vault.state(MIRA)).status).toBe('connected');
  });

  it('can be cancelled at once, even while the browser is still busy with the silent one', async () => {
    world.spotify.launch = never;
    await renewUntil('launch');
    const signingIn = start(MIRA);
    await secondLook();
    await life.vault.cancelSignIn();
    await expect(signingIn).rejects.toMatchObject({ code: 'oauth/cancelled' });
    expect(life.vault.isSigningIn()).toBe(false);
  });
});
