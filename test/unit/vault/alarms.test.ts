/** What the vault does when nobody asks: refreshes in time, renews before six months are over. */
import { beforeEach, describe, expect, it } from 'vitest';
import { renewBy } from '../../../lib/vault/authorization-age.ts';
import { FAULTS } from './fake-spotify.ts';
import { createWorld, DAY, HOUR, MINUTE, MIRA, signIn, type Life, type World } from './world.ts';

const REFRESH = `vault.refresh:${MIRA}`;
const SILENT = `vault.silent:${MIRA}`;

let world: World;
let life: Life;

beforeEach(async () => {
  world = createWorld();
  await signIn(world);
  life = world.live();
});

const posts = () => world.spotify.sent.length;

describe('the alarm for the next refresh', () => {
  it('rings five minutes before the end, refreshes, and is set again', async () => {
    world.clock.now = world.alarms.get(REFRESH)!;
    expect(await life.vault.handleAlarm(REFRESH)).toBe(true);
    expect(posts()).toBe(1);
    expect(world.alarms.get(REFRESH)).toBe(world.clock.now + 55 * MINUTE);
  });

  it('refreshes even if it rings a little early', async () => {
    world.clock.now = world.alarms.get(REFRESH)! - 10_000;
    await life.vault.handleAlarm(REFRESH);
    expect(posts()).toBe(1);
  });

  it('is set again, without a request, if it rings much too early', async () => {
    const due = world.alarms.get(REFRESH)!;
    await life.vault.handleAlarm(REFRESH);
    expect(posts()).toBe(0);
    expect(world.alarms.get(REFRESH)).toBe(due);
  });

  it.each([0, 20, 60, 300])(
    'never rings sooner than half a minute from now, with tokens of %i seconds',
    async (seconds) => {
      world.spotify.lifetimeSeconds = seconds;
      await life.vault.refreshNow(MIRA);
      expect(world.alarms.get(REFRESH)).toBeGreaterThanOrEqual(world.clock.now + 30_000);
      for (let i = 0; i < 5; i += 1) {
        world.clock.now = world.alarms.get(REFRESH)!;
        await life.vault.handleAlarm(REFRESH);
        expect(world.alarms.get(REFRESH)).toBeGreaterThanOrEqual(world.clock.now + 30_000);
      }
      expect(posts()).toBe(6);
    },
  );

  it('sends again after an outage, even while the last token is good', async () => {
    world.spotify.faults.push(FAULTS.outage);
    await life.vault.refreshNow(MIRA).catch(() => undefined);
    expect(world.alarms.get(REFRESH)).toBe(world.clock.now + 30_000);
    world.clock.now += 30_000;
    await life.vault.handleAlarm(REFRESH);
    expect(posts()).toBe(2);
    expect(await life.vault.state(MIRA)).toMatchObject({ lastError: null });
  });

  it('keeps an account connected for weeks, one request an hour', async () => {
    for (let i = 0; i < 24 * 20; i += 1) {
      world.clock.now = world.alarms.get(REFRESH)!;
      await life.vault.handleAlarm(REFRESH);
    }
    expect(posts()).toBe(480);
    expect(await life.vault.state(MIRA)).toMatchObject({ status: 'connected', lastError: null });
  });

  it('rings soon after a start of the browser, when no token is there', async () => {
    world.restartBrowser();
    await world.live().vault.start();
    expect(world.alarms.get(REFRESH)).toBe(world.clock.now + 30_000);
  });

  it.each(['row.get', 'database'])('rings again soon where %s fails', async (broken) => {
    world.databaseSteps = true;
    life = world.live();
    world.clock.now += HOUR;
    world.broken = (step) => step.startsWith(broken);
    await expect(life.vault.handleAlarm(REFRESH)).rejects.toThrow('broken');
    expect(world.alarms.get(REFRESH)).toBe(world.clock.now + MINUTE);
    world.broken = () => false;
    world.clock.now += MINUTE;
    await life.vault.handleAlarm(REFRESH);
    expect(await life.vault.state(MIRA)).toMatchObject({ refreshedAt: world.clock.now });
  });

  it('of an account that is gone does nothing but go', async () => {
    world.alarms.set('vault.refresh:nobody', world.clock.now);
    expect(await life.vault.handleAlarm('vault.refresh:nobody')).toBe(true);
    expect(world.alarms.has('vault.refresh:nobody')).toBe(false);
  });

  it.each(['sync', 'vault', 'vault.refresh', ''])('leaves "%s" to others', async (name) => {
    expect(await life.vault.handleAlarm(name)).toBe(false);
  });
});

describe('the alarm for a renewal without a person', () => {
  it('waits for day 150', async () => {
    expect(world.alarms.get(SILENT)).toBe(world.clock.now + 150 * DAY);
    await life.vault.handleAlarm(SILENT);
    expect(world.spotify.opened).toHaveLength(1);
  });

  it('renews the grant from then on', async () => {
    world.spotify.silent = true;
    world.clock.now += 150 * DAY;
    await life.vault.handleAlarm(SILENT);
    expect(world.spotify.opened.at(-1)?.interactive).toBe(false);
    expect(await life.vault.state(MIRA)).toMatchObject({ authorizedAt: world.clock.now });
    expect(world.alarms.get(SILENT)).toBe(world.clock.now + 150 * DAY);
    expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  });

  it('does not ask the person for consent, or about their clock', async () => {
    world.spotify.silent = true;
    world.spotify.authorizePage = () =>
      new Response('', { headers: { date: new Date(0).toUTCString() } });
    world.clock.now += 150 * DAY;
    await life.vault.handleAlarm(SILENT);
    expect(world.spotify.opened.at(-1)?.url.searchParams.has('show_dialog')).toBe(false);
    expect(await life.vault.state(MIRA)).toMatchObject({ authorizedAt: world.clock.now });
  });

  it('dates the grant by Spotify’s clock where this one is far ahead', async () => {
    world.spotify.silent = true;
    const really = world.clock.now + DAY;
    const { fetch } = world.spotify;
    world.spotify.fetch = async (url, init) => {
      const { body, status } = await fetch(url, init);
      return new Response(body, { status, headers: { date: new Date(really).toUTCString() } });
    };
    world.clock.now += 160 * DAY;
    await life.vault.handleAlarm(SILENT);
    expect(await life.vault.state(MIRA)).toMatchObject({ authorizedAt: really });
  });

  it('tries once a day where it does not succeed, and does no harm', async () => {
    world.clock.now += 150 * DAY;
    const { authorizedAt } = await life.vault.state(MIRA);
    for (let day = 0; day < 3; day += 1) {
      await life.vault.handleAlarm(SILENT);
      expect(world.alarms.get(SILENT)).toBe(world.clock.now + DAY);
      await life.vault.start();
      expect(world.alarms.get(SILENT)).toBe(world.clock.now + DAY);
      world.clock.now += DAY;
    }
    expect(world.spotify.opened).toHaveLength(4);
    expect(await life.vault.state(MIRA)).toMatchObject({
      status: 'connected',
      authorizedAt,
      lastError: null,
    });
    expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  });

  it("does not take another listener's grant", async () => {
    world.spotify.silent = true;
    world.spotify.visitor = 'tomas';
    world.clock.now += 150 * DAY;
    await life.vault.handleAlarm(SILENT);
    const { accessToken } = await life.vault.getAccessToken(MIRA);
    expect((await world.spotify.identify(accessToken)).id).toBe(MIRA);
    expect(await life.vault.accounts()).toHaveLength(1);
  });

  /** While the browser takes its time with a renewal; resolves when that has ended. */
  async function during(work: () => Promise<unknown>): Promise<void> {
    world.spotify.silent = true;
    world.clock.now += 150 * DAY;
    const gate = Promise.withResolvers<void>();
    const { launch } = world.spotify;
    world.spotify.launch = async (url, interactive) => {
      if (!interactive) await gate.promise;
      return launch(url, interactive);
    };
    const renewing = life.vault.handleAlarm(SILENT);
    while (!life.steps.includes('launch')) await new Promise((r) => setImmediate(r));
    await work();
    gate.resolve();
    await renewing;
  }

  it('leaves the sign-in alone that a person has made meanwhile', async () => {
    // In another background, with which this one shares nothing but what is stored.
    await during(async () => {
      world.clock.now += MINUTE;
      await signIn(world);
    });
    expect(await life.vault.state(MIRA)).toMatchObject({ authorizedAt: world.clock.now });
    expect(await world.row()).toMatchObject({ generation: 2 });
  });

  it('changes nothing for an account that is disconnected meanwhile', async () => {
    await during(() => life.vault.disconnect(MIRA));
    expect(await world.disk.rows.all()).toEqual([]);
    expect([...world.session.keys(), ...world.alarms.keys()]).toEqual([]);
  });
});

describe('the person is asked to renew', () => {
  it.each([
    [164, false],
    [165, true],
    [200, true],
  ])('on day %i: %s', async (day, renewalDue) => {
    world.clock.now += day * DAY + HOUR;
    expect(await life.vault.state(MIRA)).toMatchObject({ renewalDue });
  });

  it.each([
    ['2026-11-21T09:00:00.000Z', '2027-05-21T09:00:00.000Z'],
    ['2026-08-31T23:59:59.000Z', '2027-02-28T23:59:59.000Z'],
    ['2027-08-30T00:00:00.000Z', '2028-02-29T00:00:00.000Z'],
    ['2026-12-31T12:00:00.000Z', '2027-06-30T12:00:00.000Z'],
  ])('for a sign-in of %s by %s', (authorizedAt, end) => {
    expect(new Date(renewBy(Date.parse(authorizedAt))).toISOString()).toBe(end);
  });
});
