/** Disconnecting: everything of the account goes, at once, and nothing of it comes back by itself. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, DAY, MIRA, signIn, TOMAS, type Life, type World } from './world.ts';

let world: World;
let life: Life;

beforeEach(async () => {
  world = createWorld();
  await signIn(world);
  life = world.live();
});

const everything = async () =>
  JSON.stringify([...world.session, ...world.local, ...(await world.disk.rows.all())]);

describe('disconnecting', () => {
  it('deletes everything of the account, and nothing of another', async () => {
    await signIn(world, 'tomas');
    await life.vault.disconnect(MIRA);
    expect(await everything()).not.toContain(MIRA);
    expect([...world.alarms.keys()].filter((name) => name.includes(MIRA))).toEqual([]);
    expect((await life.vault.accounts()).map(({ id }) => id)).toEqual([TOMAS]);
    expect(await life.vault.refreshNow(TOMAS)).toMatchObject({ status: 'connected' });
    await expect(life.vault.getAccessToken(MIRA)).rejects.toMatchObject({
      code: 'token/unknown-account',
    });
  });

  it.each(['row.intent', 'post', 'row.commit', `session.set vault.access:${MIRA}`, 'alarm.set'])(
    'is not undone by a refresh that is at "%s"',
    async (where) => {
      const refreshing = life.vault.refreshNow(MIRA).catch(() => undefined);
      while (!life.steps.includes(where)) await new Promise((resolve) => setImmediate(resolve));
      await life.vault.disconnect(MIRA);
      await refreshing;
      expect(await everything()).not.toContain(MIRA);
      expect([...world.alarms.keys()].filter((name) => name.includes(MIRA))).toEqual([]);
      await life.vault.start();
      expect(await life.vault.accounts()).toEqual([]);
    },
  );

  it('renews nothing for whoever asks for a token in the middle of it', async () => {
    world.restartBrowser();
    life = world.live();
    const disconnecting = life.vault.disconnect(MIRA);
    while (!life.steps.includes(`row.delete ${MIRA}`)) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    const asking = life.vault.getAccessToken(MIRA);
    await expect(asking).rejects.toMatchObject({ code: 'token/unknown-account' });
    await disconnecting;
    // Neither a window nor the look at the page before it.
    expect(life.steps.filter((step) => step === 'look' || step === 'launch')).toEqual([]);
    expect(await everything()).not.toContain(MIRA);
  });

  it('does not wait for an answer that never comes', async () => {
    world.spotify.fetch = () => new Promise(() => undefined);
    const refreshing = life.vault.refreshNow(MIRA).catch((error: { code: string }) => error.code);
    while (!life.steps.includes('post')) await new Promise((resolve) => setImmediate(resolve));
    await life.vault.disconnect(MIRA);
    expect(await refreshing).toBe('token/unknown-account');
  });

  it('and signing in again starts afresh', async () => {
    await life.vault.disconnect(MIRA);
    world.clock.now += DAY;
    await life.vault.signIn({ clientId: 'f'.repeat(32), renew: null });
    expect(await life.vault.accounts()).toMatchObject([{ id: MIRA, addedAt: world.clock.now }]);
    expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  });

  it('deletes the tokens even if the disk has no room to note that', async () => {
    world.broken = (step) => step.startsWith('local.set vault.disconnecting:');
    await life.vault.disconnect(MIRA);
    expect(await everything()).not.toContain(MIRA);
  });

  it('that failed is finished by the next background', async () => {
    world.broken = (step) => step === `row.delete ${MIRA}`;
    await expect(life.vault.disconnect(MIRA)).rejects.toThrow('broken');
    expect(await life.vault.accounts()).toHaveLength(1);
    world.broken = () => false;
    world.restartBrowser();
    const next = world.live();
    await next.vault.start();
    expect(await next.vault.accounts()).toEqual([]);
  });

  it('that failed is forgotten by signing in again', async () => {
    world.broken = (step) => step === `row.delete ${MIRA}`;
    await expect(life.vault.disconnect(MIRA)).rejects.toThrow('broken');
    world.broken = () => false;
    await life.vault.signIn({ clientId: 'f'.repeat(32), renew: MIRA });
    world.restartBrowser();
    const next = world.live();
    await next.vault.start();
    expect(await next.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  });

  it('that fails again does not keep a start from the other accounts', async () => {
    await signIn(world, 'tomas');
    world.broken = (step) => step === `row.delete ${MIRA}`;
    await expect(life.vault.disconnect(MIRA)).rejects.toThrow('broken');
    world.restartBrowser();
    await expect(world.live().vault.start()).rejects.toThrow('broken');
    expect(world.alarms.has(`vault.refresh:${TOMAS}`)).toBe(true);
  });

  it('also forgets a token that waits for room on the disk', async () => {
    world.disk.full = true;
    world.spotify.visitor = 'tomas';
    await life.vault.signIn({ clientId: 'f'.repeat(32), renew: null });
    await life.vault.disconnect(TOMAS);
    world.disk.full = false;
    await life.vault.start();
    expect((await life.vault.accounts()).map(({ id }) => id)).toEqual([MIRA]);
    expect(await world.row('tomas')).toBeNull();
  });
});
