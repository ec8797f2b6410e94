/** Syncs that cannot be: what is not asked, what is remembered of it, and what goes on all the same. */
import { describe, expect, it } from 'vitest';
import { createRig, JO, MINUTE, MIRA, outage, QUOTA, START, tooMany } from './sync-rig.ts';
import { AppError } from '../../../lib/domain/app-error.ts';

describe('nothing is fetched', () => {
  it('while there is no network', async () => {
    const rig = createRig();
    rig.online = false;
    const sync = rig.restart();
    await expect(sync.syncNow(MIRA.id)).rejects.toMatchObject({ code: 'api/offline' });
    await sync.syncDue();
    expect(rig.asked).toEqual([]);
    expect(rig.changes).toEqual([]);
  });

  it('while the sign-ins are locked, of which no trouble is made; and at once when they are open', async () => {
    const rig = createRig();
    rig.locked = true;
    const sync = rig.restart();
    await expect(sync.syncNow(MIRA.id)).rejects.toMatchObject({ code: 'token/locked' });
    await sync.syncDue();
    expect(rig.asked).toEqual([]);
    expect(rig.changes).toEqual([]);
    expect(await sync.state(MIRA.id)).toMatchObject({ lastError: null, notBefore: null });
    rig.locked = false;
    await sync.syncDue();
    expect(rig.asked).not.toEqual([]);
  });

  it('while signed out, and the state says why', async () => {
    const rig = createRig();
    rig.tokenError = new AppError('token/reauthorize', { reason: 'revoked' });
    const sync = rig.restart();
    await expect(sync.syncNow(MIRA.id)).rejects.toMatchObject({ code: 'token/reauthorize' });
    await sync.syncDue();
    expect(rig.asked).toEqual([]);
    expect(await sync.state(MIRA.id)).toMatchObject({
      lastError: { at: START, error: { code: 'token/reauthorize', data: { reason: 'revoked' } } },
    });
  });

  it('before the time that Spotify named, not even after a restart or for a person', async () => {
    const rig = createRig();
    rig.fault = () => tooMany(600);
    await rig.restart().syncDue();
    rig.fault = null;
    rig.clock.now = START + 9 * MINUTE;
    const asked = rig.asked.length;
    await rig.restart().syncDue();
    await expect(rig.restart().syncNow(MIRA.id)).rejects.toMatchObject({
      code: 'api/rate-limited',
      data: { retryAt: START + 10 * MINUTE },
    });
    expect(rig.asked).toHaveLength(asked);
    expect(await rig.restart().state(MIRA.id)).toMatchObject({ notBefore: START + 10 * MINUTE });
    rig.clock.now = START + 10 * MINUTE;
    await rig.restart().syncDue();
    expect(rig.asked.slice(asked)).toEqual(
      ['mira', 'jo'].map((id) => `${id} /me/player/recently-played`),
    );
    expect(await rig.restart().state(MIRA.id)).toMatchObject({ notBefore: null, lastError: null });
  });

  it('for any account of an app whose quota is spent', async () => {
    const rig = createRig();
    rig.fault = () => tooMany(86_400, QUOTA);
    await rig.restart().syncDue();
    expect(rig.asked).toEqual(['mira /me/player/recently-played']);
    const sync = rig.restart();
    expect(await sync.state(JO.id)).toMatchObject({
      quotaExceeded: true,
      notBefore: START + 86_400_000,
    });
    await expect(sync.syncNow(JO.id)).rejects.toMatchObject({ code: 'api/quota-exceeded' });
  });

  it('during our own back-off, unless a person asks', async () => {
    const rig = createRig();
    rig.accounts = [MIRA];
    rig.fault = outage;
    await rig.restart().syncDue();
    const asked = rig.asked.length;
    rig.clock.now += 10_000;
    await rig.restart().syncDue();
    expect(rig.asked).toHaveLength(asked);
    rig.fault = null;
    await rig.restart().syncNow(MIRA.id);
    expect(rig.asked).toHaveLength(asked + 1);
  });

  it('during the back-off of the token, unless a person asks', async () => {
    const rig = createRig();
    rig.accounts = [MIRA];
    rig.tokenBackoff = new AppError('token/unavailable', { retryAt: START + 15 * MINUTE });
    await rig.restart().syncDue();
    expect(rig.asked).toEqual([]);
    await rig.restart().syncNow(MIRA.id);
    expect(rig.asked).toEqual(['mira /me/player/recently-played']);
    expect(await rig.restart().state(MIRA.id)).toMatchObject({ lastError: null });
  });

  it('for an account that is not there', async () => {
    const rig = createRig();
    await expect(rig.restart().syncNow('nobody')).rejects.toMatchObject({
      code: 'token/unknown-account',
    });
  });

  it('again within seconds of a sync, as when the alarm itself started the background', async () => {
    const rig = createRig();
    const sync = rig.restart();
    await sync.syncDue();
    await sync.handleAlarm('sync');
    expect(rig.asked).toHaveLength(2);
    rig.clock.now += MINUTE;
    await sync.handleAlarm('another');
    expect(rig.asked).toHaveLength(2);
    await sync.handleAlarm('sync');
    expect(rig.asked).toHaveLength(4);
  });
});

describe('failures', () => {
  it('of one account do not stop the others, and stand in its state only', async () => {
    const rig = createRig();
    rig.fault = (accountId) => (accountId === 'mira' ? new Response('', { status: 403 }) : null);
    const sync = rig.restart();
    await sync.syncDue();
    expect((await sync.state(MIRA.id)).lastError?.error.code).toBe('api/forbidden');
    expect((await sync.state(JO.id)).last).not.toBeNull();
    expect((await sync.state(JO.id)).lastError).toBeNull();
  });

  it('in a row are counted for the back-off across restarts', async () => {
    const rig = createRig();
    rig.accounts = [MIRA];
    rig.fault = outage;
    for (let count = 0; count < 3; count += 1) {
      await rig.restart().syncDue();
      rig.clock.now += 20 * MINUTE;
    }
    expect((await rig.restart().state(MIRA.id)).failures).toBe(3);
  });
});

describe('the figures of a day that is over', () => {
  const signedOut = new AppError('token/reauthorize', { reason: 'revoked' });
  const TROUBLES: [string, (rig: ReturnType<typeof createRig>) => void][] = [
    ['there is no network', (rig) => void (rig.online = false)],
    ['the account is signed out', (rig) => void (rig.tokenError = signedOut)],
    ['the quota is spent', (rig) => void (rig.fault = () => tooMany(86_400, QUOTA))],
    ['Spotify is failing', (rig) => void (rig.fault = outage)],
  ];

  it.each(TROUBLES)('are counted anew, once, while %s', async (_, makeTrouble) => {
    const rig = createRig();
    rig.accounts = [MIRA];
    await rig.restart().syncDue();
    makeTrouble(rig);
    const dueLater = async () => {
      rig.clock.now += MINUTE;
      await rig.restart().syncDue();
    };
    await dueLater();
    expect(rig.rewritten).toEqual([['mira', false]]);
    rig.clock.now += 14 * 60 * MINUTE;
    rig.changes = [];
    await dueLater();
    expect(rig.rewritten.slice(1)).toEqual([['mira', false]]);
    expect(rig.changes.length).toBeGreaterThan(0);
    await dueLater();
    await dueLater();
    expect(rig.rewritten).toHaveLength(2);
  });

  it('hold what the last background added but did not get to count, even offline', async () => {
    const rig = createRig();
    rig.accounts = [MIRA];
    rig.windows['mira']!.play(START - MINUTE);
    rig.snapshotError = new AppError('history/unavailable');
    await rig.restart().syncDue();
    rig.snapshotError = null;
    rig.online = false;
    rig.clock.now += MINUTE;
    await rig.restart().syncDue();
    await rig.restart().syncDue();
    expect(rig.rewritten).toEqual([['mira', true]]);
  });

  it('do not change why the sync failed when they cannot be counted', async () => {
    const rig = createRig();
    rig.fault = () => tooMany(60);
    rig.snapshotError = new AppError('history/damaged');
    await expect(rig.restart().syncNow(MIRA.id)).rejects.toMatchObject({
      code: 'api/rate-limited',
    });
  });
});
