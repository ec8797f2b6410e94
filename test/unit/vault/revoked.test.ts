/** `invalid_grant`: who may be wrong, what is tried before a person is asked, and what they are told. */
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/domain/app-error.ts';
import { createVaultDatabase } from '../../../lib/vault/database.ts';
import { createSeal } from '../../../lib/vault/seal.ts';
import { createKeyRing } from '../../../lib/vault/key-ring.ts';
import { memoryArea } from '../background/memory-area.ts';
import { FAULTS } from './fake-spotify.ts';
import { createWorld, DAY, HOUR, MIRA, idOf, signIn, type Life, type World } from './world.ts';

let world: World;
let life: Life;

beforeEach(async () => {
  world = createWorld();
  await signIn(world);
  life = world.live();
});

const state = () => life.vault.state(MIRA);
const ring = () => life.vault.handleAlarm(`vault.refresh:${MIRA}`);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );

async function revokeAndRefresh(): Promise<string> {
  world.spotify.revoke('mira');
  return codeOf(life.vault.refreshNow(MIRA));
}

describe('before a person is asked', () => {
  it('the grant is renewed without one where that is possible', async () => {
    world.spotify.silent = true;
    expect(await revokeAndRefresh()).toBe('fine');
    expect(await state()).toMatchObject({ status: 'connected', authorizedAt: world.clock.now });
    expect(world.spotify.opened.at(-1)?.interactive).toBe(false);
    expect(await codeOf(life.vault.refreshNow(MIRA))).toBe('fine');
  });

  it('somebody else signed in to Spotify is not taken for the account', async () => {
    world.spotify.silent = true;
    world.spotify.visitor = 'tomas';
    expect(await revokeAndRefresh()).toBe('token/reauthorize');
    expect((await life.vault.accounts()).map(({ id }) => id)).toEqual([MIRA]);
    expect(JSON.stringify([...world.session])).not.toContain(idOf('tomas'));
  });

  it.each(['api/unavailable', 'api/offline', 'api/rate-limited', 'api/quota-exceeded'] as const)(
    'nothing is decided while nobody can say whose grant it is (%s)',
    async (code) => {
      world.spotify.silent = true;
      world.spotify.me = () => {
        throw new AppError(code);
      };
      expect(await revokeAndRefresh()).toBe('token/unavailable');
      expect(await state()).toMatchObject({ status: 'connected' });
      expect((await world.row())?.sealed).not.toBeNull();
    },
  );

  it('but not for ever', async () => {
    world.spotify.silent = true;
    world.spotify.me = () => {
      throw new AppError('api/unavailable');
    };
    const codes: string[] = [];
    for (let i = 0; i < 10; i += 1) codes.push(await revokeAndRefresh());
    expect(codes.at(0)).toBe('token/unavailable');
    expect(codes.at(-1)).toBe('token/reauthorize');
  });

  it("nothing disturbs a person's sign-in that is open", async () => {
    world.spotify.silent = true;
    world.spotify.answer = 'wait';
    const signingIn = life.vault.signIn({ clientId: '0'.repeat(32), renew: MIRA });
    while (world.spotify.opened.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(await revokeAndRefresh()).toBe('token/unavailable');
    expect(world.spotify.opened).toHaveLength(2);
    world.spotify.finishWindow();
    await signingIn;
    expect(await state()).toMatchObject({ status: 'connected', lastError: null });
  });
});

describe('a refusal of an old token', () => {
  it('says nothing about the newer one that is there by then', async () => {
    const good = await world.row();
    world.spotify.faults.push(FAULTS.falseRevocation);
    const { fetch } = world.spotify;
    let isFirst = true;
    world.spotify.fetch = async (url, init) => {
      if (isFirst) {
        // Another background, past the lock, has stored the next generation.
        isFirst = false;
        const seal = createSeal(createKeyRing(createVaultDatabase(), memoryArea()).key);
        const row = { ...good!, generation: 2, revision: 9, intent: null };
        const token = await seal.open(good!);
        const sealed = await seal.seal(token!, row);
        const standing = await world.row();
        await world.disk.rows.replace({ ...row, sealed }, standing!.revision);
      }
      return fetch(url, init);
    };
    expect(await codeOf(life.vault.refreshNow(MIRA))).toBe('fine');
    expect(await world.row()).toMatchObject({ generation: 3, status: 'connected' });
    expect(world.spotify.opened).toHaveLength(1);
  });
});

describe('the reason a person is told', () => {
  it('is that access was revoked', async () => {
    expect(await revokeAndRefresh()).toBe('token/reauthorize');
    expect(await state()).toMatchObject({ status: 'reauthorize', reason: 'revoked' });
  });

  it('is that six months are over, however short they may be', async () => {
    const { renewBy } = await state();
    expect(new Date(renewBy).toISOString()).toBe('2027-05-21T09:00:00.000Z');
    const earliest = world.clock.now + 180 * DAY;
    expect(earliest).toBeLessThan(renewBy);
    world.clock.now = earliest - 1;
    await revokeAndRefresh();
    expect((await state()).reason).toBe('revoked');

    world = createWorld();
    await signIn(world);
    life = world.live();
    world.clock.now = earliest;
    await revokeAndRefresh();
    expect((await state()).reason).toBe('expired-after-six-months');
  });

  it('is that an answer was lost, when one was', async () => {
    world.spotify.rotation = 'strict';
    world.spotify.faults.push(FAULTS.lostAnswer);
    await codeOf(life.vault.refreshNow(MIRA));
    expect(await codeOf(life.vault.refreshNow(MIRA))).toBe('token/reauthorize');
    expect((await state()).reason).toBe('rotation-lost');
  });

  it('is remembered, and stops further requests', async () => {
    await revokeAndRefresh();
    const before = world.spotify.sent.length;
    world.session.clear();
    await expect(world.live().vault.getAccessToken(MIRA)).rejects.toMatchObject({
      code: 'token/reauthorize',
      data: { reason: 'revoked' },
    });
    expect(world.spotify.sent).toHaveLength(before);
  });
});

async function falseRevocation(): Promise<void> {
  world.spotify.faults.push(FAULTS.falseRevocation);
  expect(await codeOf(life.vault.refreshNow(MIRA))).toBe('token/reauthorize');
  world.session.delete(`vault.access:${MIRA}`);
}

describe('a token set aside', () => {
  it('is tried once more after an hour, and heals a false revocation by itself', async () => {
    await falseRevocation();
    expect(world.alarms.get(`vault.refresh:${MIRA}`)).toBe(world.clock.now + HOUR);
    world.clock.now += HOUR - 1;
    await ring();
    expect((await state()).status).toBe('reauthorize');
    world.clock.now += 1;
    await ring();
    expect(await state()).toMatchObject({ status: 'connected', reason: null, lastError: null });
    expect(new Set(world.spotify.sent).size).toBe(1);
  });

  it('is tried even while the last access token is still good', async () => {
    world.spotify.lifetimeSeconds = 7_200;
    await life.vault.refreshNow(MIRA);
    world.spotify.faults.push(FAULTS.falseRevocation);
    await codeOf(life.vault.refreshNow(MIRA));
    world.clock.now += HOUR;
    await ring();
    expect((await state()).status).toBe('connected');
  });

  it('is destroyed by a second refusal, with the first reason kept', async () => {
    await revokeAndRefresh();
    expect((await world.row())?.sealed).not.toBeNull();
    world.clock.now += HOUR;
    await ring();
    expect((await world.row())?.sealed).toBeNull();
    expect(await state()).toMatchObject({ status: 'reauthorize', reason: 'revoked' });
    expect(world.alarms.has(`vault.refresh:${MIRA}`)).toBe(false);
    const before = world.spotify.sent.length;
    world.clock.now += DAY;
    await ring();
    expect(world.spotify.sent).toHaveLength(before);
  });

  it('waits for an outage to end before it is judged', async () => {
    await falseRevocation();
    world.clock.now += HOUR;
    world.spotify.faults.push(FAULTS.outage);
    await ring();
    expect((await world.row())?.sealed).not.toBeNull();
    world.clock.now = world.alarms.get(`vault.refresh:${MIRA}`)!;
    await ring();
    expect((await state()).status).toBe('connected');
  });

  it('survives a wrong client ID, and stays set aside', async () => {
    await falseRevocation();
    world.clock.now += HOUR;
    world.spotify.faults.push(FAULTS.wrongClient);
    await ring();
    expect((await state()).status).toBe('reauthorize');
    world.clock.now += HOUR;
    await ring();
    expect((await state()).status).toBe('connected');
  });

  it('gives way to a sign-in', async () => {
    await revokeAndRefresh();
    await life.vault.signIn({ clientId: '0'.repeat(32), renew: MIRA });
    expect(await world.row()).toMatchObject({
      status: 'connected',
      reason: null,
      setAsideUntil: null,
      clientId: '0'.repeat(32),
    });
    expect(await codeOf(life.vault.refreshNow(MIRA))).toBe('fine');
  });
});
