/** What every start of the background puts right, whatever the last one left. */
import { describe, expect, it } from 'vitest';
import { restart } from './death.ts';
import { FAULTS } from './fake-spotify.ts';
import { createWorld, CLIENT, HOUR, MINUTE, MIRA, signIn } from './world.ts';

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
