import { describe, expect, it } from 'vitest';
import { createRig, JO, MINUTE, MIRA, START } from './sync-rig.ts';
import { AppError } from '../../../lib/domain/app-error.ts';
import { z } from '../../../lib/domain/schema.ts';
import { SyncState } from '../../../lib/domain/sync-state.ts';

const DAY = 24 * 60 * MINUTE;
const QUOTA = { error: { status: 429, reason: 'QUOTA_EXCEEDED' } };
const tooMany = (seconds: number, body: unknown = {}) =>
  Response.json(body, { status: 429, headers: { 'retry-after': String(seconds) } });
const outage = () => new Response('', { status: 500 });

describe('a sync', () => {
  it('adds what was played, reports it, and rewrites the snapshot', async () => {
    const rig = createRig();
    rig.windows['mira']!.play(START - MINUTE);
    rig.windows['mira']!.play(START - 5 * MINUTE);
    const sync = rig.restart();
    const report = await sync.syncNow(MIRA.id);
    expect(report).toEqual({ at: START, received: 2, added: 2, possibleGap: false });
    expect(rig.rewritten).toEqual([['mira', true]]);
    expect(z.parse(SyncState, await sync.state(MIRA.id))).toEqual({
      last: report,
      notBefore: null,
      wait: null,
      quotaExceeded: false,
      failures: 0,
      lastError: null,
    });
  });

  it('does not call the snapshot changed when nothing new was played', async () => {
    const rig = createRig();
    rig.windows['mira']!.play(START - MINUTE);
    const sync = rig.restart();
    await sync.syncNow(MIRA.id);
    await sync.syncNow(MIRA.id);
    expect(rig.rewritten).toEqual([['mira', true]]);
    rig.clock.now += DAY;
    await sync.syncNow(MIRA.id);
    expect(rig.rewritten.slice(1)).toEqual([['mira', false]]);
  });

  it('makes up for a snapshot that the last background did not get to write', async () => {
    const rig = createRig();
    rig.windows['mira']!.play(START - MINUTE);
    rig.snapshotError = new AppError('history/unavailable');
    await expect(rig.restart().syncNow(MIRA.id)).rejects.toMatchObject({
      code: 'history/unavailable',
    });
    rig.snapshotError = null;
    const report = await rig.restart().syncNow(MIRA.id);
    expect(report.added).toBe(0);
    expect(rig.rewritten).toEqual([['mira', true]]);
  });

  it('is one for all who ask while it runs, and tells when it begins and ends', async () => {
    const rig = createRig();
    const { promise, resolve } = Promise.withResolvers<Response>();
    rig.fault = () => promise;
    const sync = rig.restart();
    const reports = [sync.syncNow(MIRA.id), sync.syncNow(MIRA.id)];
    const due = sync.syncDue();
    await expect.poll(() => rig.asked).toHaveLength(1);
    expect([sync.isSyncing(MIRA.id), sync.isSyncing(JO.id)]).toEqual([true, false]);
    expect(rig.changes).toEqual(['mira']);
    rig.fault = null;
    resolve(rig.windows['mira']!.answer(new URL('https://a/?limit=50'), START));
    const [one, other] = await Promise.all(reports);
    await due;
    expect(one).toBe(other);
    expect(sync.isSyncing(MIRA.id)).toBe(false);
    expect(rig.changes).toEqual(['mira', 'mira', 'jo', 'jo']);
  });

  it('looks at everything Spotify remembers once an hour, and whenever a person asks', async () => {
    const rig = createRig();
    const mira = rig.windows['mira']!;
    mira.play(START - MINUTE);
    rig.accounts = [MIRA];
    await rig.restart().syncDue();
    const late = (playedAt: number) => mira.play(playedAt, rig.clock.now).uri;
    const first = late(START - 60 * MINUTE);
    rig.clock.now += 59 * MINUTE;
    await rig.restart().syncDue();
    expect(rig.history.urisOf('mira')).not.toContain(first);
    rig.clock.now += MINUTE;
    await rig.restart().syncDue();
    expect(rig.history.urisOf('mira')).toContain(first);
    const second = late(START - 70 * MINUTE);
    await rig.restart().syncNow(MIRA.id);
    expect(rig.history.urisOf('mira')).toContain(second);
  });
});

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

describe('the alarm', () => {
  it('is set to ring after the interval, again and again', async () => {
    const rig = createRig();
    const sync = rig.restart();
    expect(await sync.nextSyncAt()).toBeNull();
    await sync.schedule(5);
    expect(rig.alarms.get('sync')).toEqual({ at: START + 5 * MINUTE, everyMinutes: 5 });
    expect(await sync.nextSyncAt()).toBe(START + 5 * MINUTE);
  });

  it('is not pushed away by a background that starts again and again', async () => {
    const rig = createRig();
    await rig.restart().schedule(5);
    rig.clock.now += 3 * MINUTE;
    await rig.restart().schedule(5);
    expect(await rig.restart().nextSyncAt()).toBe(START + 5 * MINUTE);
  });

  it('follows a change of the interval, both ways', async () => {
    const rig = createRig();
    const sync = rig.restart();
    await sync.schedule(60);
    await sync.schedule(1);
    expect(rig.alarms.get('sync')).toEqual({ at: START + MINUTE, everyMinutes: 1 });
    await sync.schedule(60);
    expect(rig.alarms.get('sync')).toEqual({ at: START + MINUTE, everyMinutes: 60 });
  });

  it('rings at once when its time went by unheard', async () => {
    const rig = createRig();
    await rig.restart().schedule(5);
    rig.clock.now += 30 * MINUTE;
    await rig.restart().schedule(5);
    expect(await rig.restart().nextSyncAt()).toBe(rig.clock.now);
  });
});

describe('diagnostics', () => {
  it('tell times, counts and cursors, and nothing that is secret', async () => {
    const rig = createRig();
    rig.windows['mira']!.play(START - MINUTE);
    const sync = rig.restart();
    await sync.schedule(5);
    await sync.syncNow(MIRA.id);
    const diagnostics = await sync.diagnostics(MIRA.id);
    expect(diagnostics).toMatchObject({
      cursor: START - MINUTE,
      wholeAt: START,
      unreadable: 0,
      nextSyncAt: START + 5 * MINUTE,
      last: { added: 1 },
    });
    expect(JSON.stringify(diagnostics)).not.toContain('token-of');
  });

  it('tell the rest when the history cannot be read', async () => {
    const rig = createRig();
    rig.history.liveCursor = () => Promise.reject(new AppError('history/damaged'));
    expect(await rig.restart().diagnostics(MIRA.id)).toMatchObject({
      cursor: { code: 'history/damaged' },
      failures: 0,
    });
  });
});

describe('forgetting an account', () => {
  it('waits for its running sync, then leaves nothing of it, and all of the others', async () => {
    const rig = createRig();
    const sync = rig.restart();
    await sync.syncDue();
    const { promise, resolve } = Promise.withResolvers<Response>();
    rig.fault = () => promise;
    const running = sync.syncNow(MIRA.id);
    await expect.poll(() => rig.asked).toHaveLength(3);
    rig.accounts = [JO];
    const forgotten = sync.forget(MIRA.id);
    resolve(tooMany(60));
    await expect(running).rejects.toMatchObject({ code: 'api/rate-limited' });
    await forgotten;
    expect(Object.keys(await rig.journal.get())).toEqual(['jo']);
    expect(await rig.gates.get()).toEqual({});
    expect((await sync.state(MIRA.id)).last).toBeNull();
  });
});
