import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSyncRig, type SyncRig } from './sync-rig.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let rig: SyncRig;
beforeEach(async () => {
  rig = await createSyncRig({ live: ['mira', 'tomas'] });
});
afterEach(() => rig.close());

/** What Spotify would have told of, as `uri@end`. */
async function played(key: 'mira' | 'tomas', from: number) {
  const streams = await rig.control.streams({ listener: key, from });
  return streams
    .filter(({ playedMs }) => playedMs >= 30_000)
    .map(({ trackId, endedAt }) => `spotify:track:${trackId}@${endedAt}`);
}

async function kept(key: 'mira' | 'tomas', from: number) {
  const streams = await rig.history.recent(rig.idOf(key), 10_000);
  return streams
    .filter(({ endedAt }) => endedAt >= from)
    .map(({ track, endedAt }) => `${track.uri}@${endedAt}`)
    .toReversed();
}

describe('day after day', () => {
  it('keeps what two people play, apart from each other, through expiring tokens and restarts', async () => {
    await rig.connect('mira');
    await rig.connect('tomas');
    const from = await rig.control.now();
    await rig.start().syncDue();
    for (let poll = 0; poll < 24; poll += 1) {
      await rig.advance(HOUR);
      await rig.start().syncDue();
    }
    for (const key of ['mira', 'tomas'] as const) {
      const all = await played(key, from);
      expect(all.length).toBeGreaterThan(200);
      expect(await kept(key, from)).toEqual(all);
      const state = await rig.start().state(rig.idOf(key));
      expect(state).toMatchObject({
        lastError: null,
        notBefore: null,
        last: { possibleGap: false },
      });
    }
    const refreshes = { path: '/accounts/api/token', grantType: 'refresh_token' };
    expect(await rig.control.count(refreshes)).toBeGreaterThan(40);
  });

  it('says that plays may be missing when more were played than Spotify remembers', async () => {
    await rig.connect('mira');
    const sync = rig.start();
    const id = rig.idOf('mira');
    expect(await sync.syncNow(id)).toMatchObject({ received: 50, added: 50, possibleGap: false });
    await rig.advance(12 * HOUR);
    expect(await sync.syncNow(id)).toMatchObject({ added: 50, possibleGap: true });
    await rig.advance(HOUR);
    expect(await sync.syncNow(id)).toMatchObject({ possibleGap: false });
  });

  it('finds plays that arrive late', async () => {
    await rig.connect('mira');
    const from = await rig.control.now();
    await rig.start().syncDue();
    await rig.advance(2 * HOUR);
    await rig.control.set({ arrivalDelayMs: 90 * MINUTE });
    await rig.start().syncDue();
    await rig.control.set({ arrivalDelayMs: 0 });
    await rig.start().syncNow(rig.idOf('mira'));
    expect(await kept('mira', from)).toEqual(await played('mira', from));
  });

  it('adds nothing twice when times are starts instead of ends', async () => {
    await rig.control.set({ playedAt: 'start' });
    await rig.connect('mira');
    const before = (await rig.start().syncNow(rig.idOf('mira'))).received;
    const from = await rig.control.now();
    for (let poll = 0; poll < 6; poll += 1) {
      await rig.advance(20 * MINUTE);
      await rig.start().syncDue();
    }
    const { streams } = await rig.history.extent(rig.idOf('mira'));
    const ended = (await played('mira', from)).length;
    expect(streams).toBe(before + ended);
  });
});

describe('the snapshot', () => {
  it('shows Spotify’s own lists while the history is young, and its own figures', async () => {
    await rig.connect('mira');
    await rig.start().syncDue();
    const snapshot = await rig.history.readSnapshot(rig.idOf('mira'));
    expect(snapshot).toMatchObject({ streams: 50, accountId: rig.idOf('mira') });
    const { ranges } = snapshot!;
    expect(ranges['4-weeks'].top.source).toBe('spotify-4-weeks');
    expect(ranges['all-time'].top.source).toBe('spotify-year');
    expect(ranges['7-days'].top.source).toBe('history');
    for (const list of [ranges['all-time'].top.artists, ranges['all-time'].top.albums]) {
      expect(list.length).toBeGreaterThanOrEqual(3);
      expect(list[0]).toMatchObject({ plays: null, coverUrl: expect.stringContaining('http') });
    }
  });

  it('is written even when Spotify refuses its lists', async () => {
    await rig.connect('mira');
    await rig.control.fault({ kind: 'forbidden', on: '/v1/me/top/*' });
    await rig.start().syncNow(rig.idOf('mira'));
    const snapshot = await rig.history.readSnapshot(rig.idOf('mira'));
    expect(snapshot?.ranges['all-time'].top.source).toBe('history');
  });
});

describe('what can go wrong at Spotify', () => {
  const RECENT = '/v1/me/player/recently-played';

  it.each([
    ['forbidden', { kind: 'forbidden' }, 'api/forbidden', 1],
    ['rate limited', { kind: 'rate-limited', retryAfterSeconds: 30 }, 'api/rate-limited', 1],
    [
      'out of quota',
      { kind: 'rate-limited', retryAfterSeconds: 86_400, quotaExceeded: true },
      'api/quota-exceeded',
      1,
    ],
    ['failing', { kind: 'server-error', status: 500 }, 'api/unavailable', 3],
    ['dropping connections', { kind: 'dropped' }, 'api/offline', 3],
    ['cutting answers off', { kind: 'truncated', times: 1 }, 'api/unreadable', 1],
    ['behind a hotel’s sign-in page', { kind: 'captive-portal' }, 'api/unreadable', 1],
  ] as const)('when %s: one error, nothing lost, and the next sync mends it', async (...row) => {
    const [, fault, code, requests] = row;
    await rig.connect('mira');
    await rig.control.fault({ on: RECENT, ...fault });
    const id = rig.idOf('mira');
    await expect(rig.start().syncNow(id)).rejects.toMatchObject({ code });
    expect(await rig.control.count({ path: RECENT })).toBe(requests);
    expect((await rig.start().state(id)).lastError?.error.code).toBe(code);

    await rig.control.clearFaults();
    await rig.advance(25 * HOUR);
    await rig.start().syncDue();
    expect(await rig.start().state(id)).toMatchObject({ lastError: null, failures: 0 });
    expect((await rig.history.extent(id)).streams).toBe(50);
  });

  it('when a token is refused: another one is fetched, once', async () => {
    await rig.connect('mira');
    await rig.control.fault({ kind: 'unauthorized', on: RECENT, times: 1 });
    const report = await rig.start().syncNow(rig.idOf('mira'));
    expect(report.added).toBe(50);
    expect(
      await rig.control.count({ path: '/accounts/api/token', grantType: 'refresh_token' }),
    ).toBe(1);
    await rig.control.clearRequests();
    await rig.control.fault({ kind: 'unauthorized', on: RECENT });
    await expect(rig.start().syncNow(rig.idOf('mira'))).rejects.toMatchObject({
      code: 'api/unauthorized',
    });
    expect(await rig.control.count({ path: RECENT })).toBe(2);
  });

  it('when it is slow or fails for a moment: nobody notices', async () => {
    await rig.connect('mira');
    await rig.control.fault({ kind: 'slow', on: RECENT, delayMs: 50 });
    await rig.control.fault({ kind: 'server-error', on: RECENT, times: 2 });
    expect((await rig.start().syncNow(rig.idOf('mira'))).added).toBe(50);
  });
});

it('reads every answer with and without the deprecated fields', async () => {
  await rig.connect('tomas');
  const client = rig.clientOf('tomas');
  // Only what is started here plays: whether he listens at this moment is no business of a test.
  await rig.control.quiet({ listener: 'tomas' });
  await rig.control.startPlaying({ listener: 'tomas' });
  for (const deprecatedFields of [false, true]) {
    await rig.control.set({ deprecatedFields });
    expect(await client.recentlyPlayed({ limit: 50 })).toMatchObject({ unreadable: 0 });
    expect((await client.currentlyPlaying()).kind).toBe('track');
    for (const range of ['short_term', 'long_term'] as const) {
      const [artists, tracks] = [
        await client.topArtists(range, 50),
        await client.topTracks(range, 50),
      ];
      expect([artists.unreadable, tracks.unreadable]).toEqual([0, 0]);
      expect(artists.items.length * tracks.items.length).toBeGreaterThan(0);
    }
  }
  await rig.control.advance({ seconds: 180 });
  expect(await client.currentlyPlaying()).toEqual({ kind: 'nothing' });
});
