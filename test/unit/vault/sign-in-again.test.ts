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
  it('take turns: the person waits for the other to end', async () => {
    await signIn(world);
    world.spotify.silent = true;
    world.clock.now += 151 * DAY;
    const gate = Promise.withResolvers<void>();
    const { launch } = world.spotify;
    world.spotify.launch = async (url, interactive) => {
      if (!interactive) await gate.promise;
      return launch(url, interactive);
    };
    const renewing = life.vault.handleAlarm(`vault.silent:${MIRA}`);
    while (!life.steps.includes('launch')) await new Promise((r) => setImmediate(r));
    const signingIn = start(MIRA);
    gate.resolve();
    await Promise.all([renewing, signingIn]);
    expect(world.spotify.opened.map(({ interactive }) => interactive)).toEqual([true, false, true]);
    expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  });
});
