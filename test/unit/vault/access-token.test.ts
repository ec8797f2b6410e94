/** Handing out access tokens: fresh ones at once, others after one refresh, whoever asks. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createLocks,
  createWorld,
  HOUR,
  MINUTE,
  MIRA,
  signIn,
  TOMAS,
  type Life,
  type World,
} from './world.ts';

let world: World;
let life: Life;

beforeEach(async () => {
  world = createWorld();
  await signIn(world);
  life = world.live();
});

const posts = () => world.spotify.sent.length;

describe('an access token', () => {
  it('is handed out as it is while it has more than five minutes left', async () => {
    const first = await life.vault.getAccessToken(MIRA);
    world.clock.now += 54 * MINUTE;
    expect(await life.vault.getAccessToken(MIRA)).toEqual(first);
    expect(posts()).toBe(0);
    expect(first.expiresAt - world.clock.now).toBe(6 * MINUTE);
  });

  it('is refreshed with five minutes left', async () => {
    const first = await life.vault.getAccessToken(MIRA);
    world.clock.now += 55 * MINUTE;
    const second = await life.vault.getAccessToken(MIRA);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(second.expiresAt - world.clock.now).toBe(HOUR);
    expect(posts()).toBe(1);
  });

  it('survives the death of the background', async () => {
    const first = await life.vault.getAccessToken(MIRA);
    life.kill();
    expect(await world.live().vault.getAccessToken(MIRA)).toEqual(first);
  });

  it('is fetched anew after the browser was closed', async () => {
    world.restartBrowser();
    expect((await world.live().vault.getAccessToken(MIRA)).accessToken).toMatch(/^access-/);
    expect(posts()).toBe(1);
  });

  it('is not believed after the clock was set back', async () => {
    const first = await life.vault.getAccessToken(MIRA);
    world.clock.now -= 10 * HOUR;
    const second = await life.vault.getAccessToken(MIRA);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(await life.vault.getAccessToken(MIRA)).toEqual(second);
    expect(posts()).toBe(1);
  });

  it('costs one request, however many ask', async () => {
    world.clock.now += HOUR;
    const tokens = await Promise.all(
      Array.from({ length: 10 }, () => life.vault.getAccessToken(MIRA)),
    );
    expect(new Set(tokens.map(({ accessToken }) => accessToken)).size).toBe(1);
    expect(posts()).toBe(1);
  });

  it('costs one request too when it was rejected with many requests on their way', async () => {
    const { accessToken: rejected } = await life.vault.getAccessToken(MIRA);
    const again = () => life.vault.getAccessToken(MIRA, { rejected });
    const tokens = await Promise.all([again(), again(), life.vault.getAccessToken(MIRA), again()]);
    expect(tokens.filter(({ accessToken }) => accessToken === rejected)).toHaveLength(1);
    expect((await again()).accessToken).not.toBe(rejected);
    expect(posts()).toBe(1);
  });

  it('joins a running refresh, but does not take a rejected token from it', async () => {
    world.session.clear();
    const first = await life.vault.getAccessToken(MIRA);
    const [plain, other] = await Promise.all([
      life.vault.refreshNow(MIRA).then(() => life.vault.getAccessToken(MIRA)),
      life.vault.getAccessToken(MIRA, { rejected: first.accessToken }),
    ]);
    expect(other).toEqual(plain);
    expect(other.accessToken).not.toBe(first.accessToken);
  });

  it('can be used even if it lives less than five minutes', async () => {
    world.spotify.lifetimeSeconds = 60;
    await life.vault.refreshNow(MIRA);
    const token = await life.vault.getAccessToken(MIRA);
    expect(token.expiresAt - world.clock.now).toBe(MINUTE);
    world.clock.now += 20_000;
    expect(await life.vault.getAccessToken(MIRA)).toEqual(token);
    world.clock.now += 10_000;
    expect(await life.vault.getAccessToken(MIRA)).not.toEqual(token);
    expect(posts()).toBe(2);
  });

  it('is handed out fresh even if it is over at once', async () => {
    world.spotify.lifetimeSeconds = 0;
    world.clock.now += HOUR;
    const tokens = await Promise.all([
      life.vault.getAccessToken(MIRA),
      life.vault.getAccessToken(MIRA),
    ]);
    expect(tokens[0]).toEqual(tokens[1]);
    expect(posts()).toBe(1);
  });

  it('is refused for an account nobody knows', async () => {
    const unknown = { code: 'token/unknown-account' };
    await expect(life.vault.getAccessToken('nobody')).rejects.toMatchObject(unknown);
    await expect(life.vault.refreshNow('nobody')).rejects.toMatchObject(unknown);
    await expect(life.vault.state('nobody')).rejects.toMatchObject(unknown);
  });
});

describe('two accounts', () => {
  it('never mix, in tokens or in states', async () => {
    await signIn(world, 'tomas');
    world.clock.now += HOUR;
    const [mira, tomas] = await Promise.all([
      life.vault.getAccessToken(MIRA),
      life.vault.getAccessToken(TOMAS),
    ]);
    expect((await world.spotify.identify(mira.accessToken)).id).toBe(MIRA);
    expect((await world.spotify.identify(tomas.accessToken)).id).toBe(TOMAS);
    world.spotify.revoke('tomas');
    await expect(life.vault.refreshNow(TOMAS)).rejects.toMatchObject({ code: 'token/reauthorize' });
    await life.vault.refreshNow(MIRA);
    const states = await life.vault.states();
    expect(states.map(({ accountId, status }) => [accountId, status])).toEqual([
      [MIRA, 'connected'],
      [TOMAS, 'reauthorize'],
    ]);
  });
});

describe('two backgrounds at a time', () => {
  let first: Life;
  let second: Life;
  let answer: PromiseWithResolvers<void>;

  beforeEach(async () => {
    const locks = createLocks();
    [first, second] = [world.live(undefined, locks), world.live(undefined, locks)];
    answer = Promise.withResolvers();
    world.clock.now += HOUR;
    const { fetch } = world.spotify;
    world.spotify.fetch = async (url, init) => {
      await answer.promise;
      return fetch(url, init);
    };
  });

  /** The first is waiting for its answer, the second for the lock. */
  async function bothUnderWay(): Promise<void> {
    while (!first.steps.includes('post')) await new Promise((resolve) => setImmediate(resolve));
    while (second.steps.length === 0) await new Promise((resolve) => setImmediate(resolve));
  }

  it('refresh once', async () => {
    const tokens = [first.vault.getAccessToken(MIRA), second.vault.getAccessToken(MIRA)];
    await bothUnderWay();
    answer.resolve();
    const [one, other] = await Promise.all(tokens);
    expect(one).toEqual(other);
    expect(posts()).toBe(1);
  });

  it('still refresh again for a person who asked for that', async () => {
    const one = first.vault.getAccessToken(MIRA);
    while (!first.steps.includes('post')) await new Promise((resolve) => setImmediate(resolve));
    const other = second.vault.getAccessToken(MIRA);
    const insisted = second.vault.refreshNow(MIRA);
    answer.resolve();
    expect(await one).toEqual(await other);
    await insisted;
    expect(posts()).toBe(2);
  });
});
