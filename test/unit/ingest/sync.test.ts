import { describe, expect, it } from 'vitest';
import { createRig, DAY, JO, MINUTE, MIRA, START, tooMany } from './sync-rig.ts';
import { AppError } from '../../../lib/domain/app-error.ts';
import { z } from '../../../lib/domain/schema.ts';
import { SyncState } from '../../../lib/domain/sync-state.ts';

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
      cursor: { error: { code: 'history/damaged' } },
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
