/** What each answer of the token endpoint does to a token, and the order in which it is done. */
import { beforeEach, describe, expect, it } from 'vitest';
import { FAULTS, json } from './fake-spotify.ts';
import { createWorld, DAY, HOUR, MINUTE, MIRA, signIn, type Life, type World } from './world.ts';

let world: World;
let life: Life;

beforeEach(async () => {
  world = createWorld();
  await signIn(world);
  life = world.live();
});

const refresh = () => life.vault.refreshNow(MIRA);
const state = () => life.vault.state(MIRA);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );

describe('the order of steps', () => {
  it('is intent, request, commit, access token, alarm', async () => {
    await refresh();
    const order = ['row.intent', 'post', 'row.commit', `session.set vault.access:${MIRA}`];
    const taken = life.steps.filter((step) => [...order, 'alarm.set'].includes(step));
    expect(taken.slice(0, 5)).toEqual([...order, 'alarm.set']);
  });

  it('has the intent on disk when the request leaves, and none afterwards', async () => {
    let intent: unknown;
    world.spotify.faults.push({
      before: () => {
        throw new TypeError('Failed to fetch');
      },
    });
    const { fetch } = world.spotify;
    world.spotify.fetch = async (url, init) => {
      intent = (await world.row())?.intent;
      return fetch(url, init);
    };
    await refresh().catch(() => undefined);
    expect(intent).toEqual({ startedAt: world.clock.now, deadlineAt: world.clock.now + 20_000 });
    await refresh();
    expect((await world.row())?.intent).toBeNull();
  });

  it('raises the generation by one with each token, and by none with a failure', async () => {
    expect((await world.row())?.generation).toBe(1);
    await refresh();
    expect((await world.row())?.generation).toBe(2);
    world.spotify.faults.push(FAULTS.outage);
    await refresh().catch(() => undefined);
    expect((await world.row())?.generation).toBe(2);
  });
});

describe('a refresh that succeeds', () => {
  it.each(['omit', 'same', 'grace', 'strict'] as const)(
    'keeps working, again and again, with rotation "%s"',
    async (rotation) => {
      world.spotify.rotation = rotation;
      for (let i = 0; i < 4; i += 1) await refresh();
      expect(new Set(world.spotify.sent).size).toBe(
        rotation === 'omit' || rotation === 'same' ? 1 : 4,
      );
      expect(await state()).toMatchObject({ status: 'connected', lastError: null });
    },
  );

  it('does not move the day the sign-in ends', async () => {
    const { authorizedAt } = await state();
    world.clock.now += DAY;
    await refresh();
    expect(await state()).toMatchObject({ authorizedAt, refreshedAt: authorizedAt + DAY });
  });

  it('arms the alarm five minutes before the token ends', async () => {
    await refresh();
    const rings = [...world.alarms].filter(([name]) => name.includes('refresh'));
    expect(rings.map(([, at]) => at)).toEqual([world.clock.now + 55 * MINUTE]);
  });

  it('tells the pages', async () => {
    const before = life.changes();
    await refresh();
    expect(life.changes()).toBeGreaterThan(before);
  });
});

describe('no usable answer', () => {
  it.each(['outage', 'offline', 'timeout', 'lostAnswer', 'portal', 'halfAnswer'] as const)(
    '(%s) keeps intent and token, and sends the same one again',
    async (fault) => {
      world.spotify.faults.push(FAULTS[fault]);
      expect(await codeOf(refresh())).toBe('token/unavailable');
      expect((await world.row())?.intent).not.toBeNull();
      expect(await state()).toMatchObject({
        status: 'connected',
        lastError: { error: { code: 'token/unavailable' } },
      });
      await refresh();
      expect(new Set(world.spotify.sent).size).toBe(1);
      expect(await state()).toMatchObject({ status: 'connected', lastError: null });
    },
  );

  it('is not asked for again until the back-off is over, except by a person', async () => {
    world.clock.now += HOUR;
    world.spotify.faults.push(FAULTS.outage);
    await codeOf(life.vault.getAccessToken(MIRA));
    await expect(life.vault.getAccessToken(MIRA)).rejects.toMatchObject({
      code: 'token/unavailable',
      data: { retryAt: expect.any(Number), status: 503 },
    });
    expect(world.spotify.sent).toHaveLength(1);
    await refresh();
    expect(world.spotify.sent).toHaveLength(2);
  });

  it('is asked for again by a person who only needs a token, once for all who ask with them', async () => {
    world.clock.now += HOUR;
    world.spotify.faults.push(FAULTS.offline);
    await codeOf(life.vault.getAccessToken(MIRA));
    const inBackground = codeOf(life.vault.getAccessToken(MIRA));
    const insisted = [1, 2].map(() => life.vault.getAccessToken(MIRA, { insists: true }));
    expect(await inBackground).toBe('token/unavailable');
    const [first, second] = await Promise.all(insisted);
    expect(first).toEqual(second);
    expect(world.spotify.sent).toHaveLength(2);
  });

  it('costs a person one request more, and a token that is still good none', async () => {
    const good = await life.vault.getAccessToken(MIRA, { insists: true });
    expect(world.spotify.sent).toHaveLength(0);
    world.clock.now += HOUR;
    world.spotify.faults.push(FAULTS.offline, FAULTS.offline);
    await codeOf(life.vault.getAccessToken(MIRA));
    expect(await codeOf(life.vault.getAccessToken(MIRA, { insists: true }))).toBe(
      'token/unavailable',
    );
    expect(world.spotify.sent).toHaveLength(2);
    const { accessToken } = await life.vault.getAccessToken(MIRA, {
      rejected: good.accessToken,
      insists: true,
    });
    expect(accessToken).not.toBe(good.accessToken);
  });

  it('is waited for longer each time, up to a quarter of an hour, and asked for by an alarm', async () => {
    const waits: number[] = [];
    world.clock.now += HOUR;
    for (let i = 0; i < 12; i += 1) {
      world.spotify.faults.push(FAULTS.offline);
      await codeOf(life.vault.getAccessToken(MIRA));
      const retryAt = (await world.row())!.retryAt!;
      waits.push(retryAt - world.clock.now);
      const ring = [...world.alarms].find(([name]) => name.includes('refresh'));
      expect(ring?.[1]).toBe(Math.max(retryAt, world.clock.now + 30_000));
      world.clock.now = retryAt;
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(0)).toBeGreaterThan(5_000);
    expect(waits.at(-1)).toBeLessThanOrEqual(15 * MINUTE);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(7.5 * MINUTE);
  });

  it('lets a leftover request settle before the token is sent again', async () => {
    world.spotify.faults.push(FAULTS.timeout);
    await refresh().catch(() => undefined);
    world.clock.now += 5_000;
    await refresh();
    expect(life.steps).toContain('wait 15000');
    expect(world.spotify.sent).toHaveLength(2);
  });

  it('never waits longer than a request may take, even if the clock was set back', async () => {
    world.spotify.faults.push(FAULTS.timeout);
    await refresh().catch(() => undefined);
    world.clock.now -= DAY;
    await refresh();
    expect(life.steps.filter((step) => step.startsWith('wait'))).toEqual(['wait 20000']);
  });
});

describe('a rate limit', () => {
  it('clears the intent and is respected, even when a person insists', async () => {
    world.spotify.faults.push(FAULTS.limited);
    const retryAt = world.clock.now + 2 * MINUTE;
    await expect(refresh()).rejects.toMatchObject({
      code: 'token/rate-limited',
      data: { retryAt },
    });
    expect(await world.row()).toMatchObject({ intent: null, notBefore: retryAt });
    expect(await state()).toMatchObject({ status: 'connected', notBefore: retryAt });
    expect(await codeOf(refresh())).toBe('token/rate-limited');
    life.kill();
    expect(await codeOf(world.live().vault.refreshNow(MIRA))).toBe('token/rate-limited');
    expect(world.spotify.sent).toHaveLength(1);
  });

  it('is over when its time is', async () => {
    world.spotify.faults.push(FAULTS.limited);
    await codeOf(refresh());
    world.clock.now += 2 * MINUTE;
    expect(await refresh()).toMatchObject({ notBefore: null, lastError: null });
  });

  it('is not believed when the clock was set back by days', async () => {
    world.spotify.faults.push(FAULTS.limited);
    await codeOf(refresh());
    world.clock.now -= 2 * DAY;
    expect(await refresh()).toMatchObject({ status: 'connected', notBefore: null });
  });

  it('of a week is believed for a day', async () => {
    const week = String((7 * DAY) / 1000);
    world.spotify.faults.push({ before: () => json({}, 429, { 'retry-after': week }) });
    await codeOf(refresh());
    expect((await world.row())?.notBefore).toBe(world.clock.now + DAY);
  });

  it('without a time is a back-off', async () => {
    world.spotify.faults.push({ before: () => json({}, 429) });
    await codeOf(refresh());
    const { notBefore } = await state();
    expect(notBefore).toBeGreaterThan(world.clock.now);
    expect(notBefore).toBeLessThanOrEqual(world.clock.now + 15 * MINUTE);
  });
});

describe('a refused configuration', () => {
  it('keeps the token, says so, and heals when it is put right', async () => {
    world.spotify.faults.push(FAULTS.wrongClient);
    await expect(refresh()).rejects.toMatchObject({
      code: 'token/misconfigured',
      data: { detail: 'invalid_client', status: 400 },
    });
    expect(await state()).toMatchObject({ status: 'misconfigured', reason: null });
    expect((await world.row())?.intent).toBeNull();
    expect(await codeOf(life.vault.getAccessToken(MIRA, { rejected: 'x' }))).toBe('fine');
    expect(await refresh()).toMatchObject({ status: 'connected', lastError: null });
    expect(new Set(world.spotify.sent).size).toBe(1);
  });

  it('is tried again at once when a person asks', async () => {
    world.spotify.faults.push(FAULTS.wrongClient);
    world.clock.now += HOUR;
    await codeOf(life.vault.getAccessToken(MIRA));
    expect(await codeOf(life.vault.getAccessToken(MIRA))).toBe('token/misconfigured');
    expect(await codeOf(life.vault.getAccessToken(MIRA, { insists: true }))).toBe('fine');
  });

  it('is tried again by an alarm after an hour', async () => {
    world.spotify.faults.push(FAULTS.wrongClient);
    world.clock.now += HOUR;
    await codeOf(life.vault.getAccessToken(MIRA));
    const ring = [...world.alarms].find(([name]) => name.includes('refresh'));
    expect(ring?.[1]).toBe(world.clock.now + HOUR);
    world.clock.now += HOUR;
    await life.vault.handleAlarm(ring![0]);
    expect(await state()).toMatchObject({ status: 'connected' });
  });
});
