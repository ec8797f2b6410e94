/** The stand-in's Web API: who may ask, who they are, and what they played and are playing. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalog } from '../standin/catalog.ts';
import { createApp } from '../standin/connect.ts';
import { createPerson } from '../standin/person.ts';
import { openSession, type Session } from './standin-session.ts';

let session: Session;
let standin: Session['standin'];
let app: Session['app'];
let ask: Session['ask'];

beforeAll(async () => {
  session = await openSession();
  ({ standin, app, ask } = session);
});
beforeEach(() => standin.control.quiet({ listener: 'mira' }));
afterEach(() => standin.control.reset());
afterAll(() => standin.close());

const Played = z.object({
  items: z.array(z.object({ played_at: z.string(), track: z.looseObject({ id: z.string() }) })),
  next: z.string().nullable(),
  cursors: z.object({ after: z.string(), before: z.string() }).nullable(),
  limit: z.number(),
});
const askPlayed = async (query = '') =>
  Played.parse((await ask(`/me/player/recently-played${query}`)).body);

describe('bearer tokens', () => {
  it.each([
    ['', 'No token provided'],
    ['Bearer BQwrong', 'Invalid access token'],
  ])('refuses %j', async (authorization, message) => {
    const response = await fetch(`${standin.apiUrl}/me`, { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: { status: 401, message } });
  });

  it('refuses an expired token until it is refreshed', async () => {
    await standin.control.expireAccessTokens();
    expect(await ask('/me')).toEqual({
      status: 401,
      body: { error: { status: 401, message: 'The access token expired' } },
    });
    session.mira = await app.refresh((await standin.control.issuedTokens()).refreshTokens[0] ?? '');
    expect((await ask('/me')).status).toBe(200);
  });

  it('never takes a refresh token for an access token', async () => {
    const { refreshTokens } = await standin.control.issuedTokens();
    expect((await ask('/me', refreshTokens[0])).status).toBe(401);
  });

  it('refuses what the scopes do not cover', async () => {
    const modest = createApp(standin, createPerson());
    await modest.authorize({ scope: 'user-read-private' });
    await modest.person.press('Sign in as Tomás');
    const { accessToken } = await modest.exchange(await modest.person.press('Agree'));
    expect((await ask('/me', accessToken)).status).toBe(200);
    expect(await ask('/me/top/artists', accessToken)).toEqual({
      status: 403,
      body: { error: { status: 403, message: 'Insufficient client scope' } },
    });
  });

  it('refuses a listener whom the app does not have on its list', async () => {
    await standin.control.set({ userRegistered: false });
    const response = await app.get(session.mira.accessToken, '/me');
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('may not be registered');
  });

  it('answers the preflight of a page', async () => {
    const response = await fetch(`${standin.apiUrl}/me`, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toContain('Authorization');
  });
});

describe('the profile', () => {
  it('is named by account_id and holds nothing that is gone', async () => {
    const { body } = await ask('/me');
    expect(body).toMatchObject({
      account_id: standin.listeners.mira.accountId,
      display_name: 'Mira Lindqvist-Okoye',
    });
    for (const gone of ['product', 'email', 'country', 'followers']) {
      expect(body).not.toHaveProperty(gone);
    }
  });

  it('may have no display name', async () => {
    await standin.control.set({ displayNames: false });
    expect((await ask('/me')).body).toMatchObject({ display_name: null });
  });
});

describe('recently played', () => {
  it('has the last fifty plays and no more, newest first', async () => {
    const { items, next, cursors } = await askPlayed('?limit=50');
    expect(items).toHaveLength(50);
    expect(next).toBeNull();
    const times = items.map(({ played_at: at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(cursors).toEqual({ after: String(times[0]), before: String(times.at(-1)) });
  });

  it('is what was really listened to, without what ran under thirty seconds', async () => {
    const { items } = await askPlayed('?limit=50');
    const streams = await standin.control.streams({ listener: 'mira' });
    const plays = streams.filter(({ playedMs }) => playedMs >= 30_000).slice(-50);
    expect(items.map(({ track, played_at: at }) => [track.id, Date.parse(at)])).toEqual(
      plays.map(({ trackId, endedAt }) => [trackId, endedAt]).toReversed(),
    );
  });

  it('walks backwards to the same fifty', async () => {
    const whole = await askPlayed('?limit=50');
    const walked: string[] = [];
    let query: string | null = '?limit=20';
    while (query !== null) {
      const page = await askPlayed(query);
      walked.push(...page.items.map(({ played_at: at }) => at));
      query = page.next && new URL(page.next).search;
    }
    expect(walked).toEqual(whole.items.map(({ played_at: at }) => at));
  });

  it('walks forwards from a cursor, and ends with an empty page', async () => {
    const whole = await askPlayed('?limit=50');
    const start = Date.parse(whole.items[29]?.played_at ?? '');
    const walked: string[] = [];
    let query: string | null = `?limit=10&after=${start}`;
    while (query !== null) {
      const page = await askPlayed(query);
      walked.unshift(...page.items.map(({ played_at: at }) => at));
      query = page.next && new URL(page.next).search;
    }
    expect(walked).toEqual(whole.items.slice(0, 29).map(({ played_at: at }) => at));
    const rest = await askPlayed(`?after=${whole.cursors?.after}`);
    expect(rest).toMatchObject({ items: [], next: null, cursors: null });
  });

  it('shows a play that was just added, and only to its listener', async () => {
    const before = await askPlayed('?limit=1');
    const track = [...catalog.tracks.keys()][100] ?? '';
    const { endedAt } = await standin.control.play({ listener: 'mira', trackId: track });
    await standin.control.play({ listener: 'tomas' });
    const { items } = await askPlayed(`?after=${before.cursors?.after}`);
    expect(items).toMatchObject([
      { track: { id: track }, played_at: new Date(endedAt).toISOString() },
    ]);
  });

  it('can tell the start of a play, or tell it late', async () => {
    const { startedAt, endedAt } = await standin.control.play({ listener: 'mira' });
    await standin.control.set({ playedAt: 'start' });
    const atStart = await askPlayed('?limit=50');
    expect(atStart.items.map(({ played_at: at }) => Date.parse(at))).toContain(startedAt);
    await standin.control.set({ playedAt: 'end', arrivalDelayMs: 60_000 });
    const early = await askPlayed('?limit=1');
    expect(Date.parse(early.items[0]?.played_at ?? '')).toBeLessThan(endedAt);
    await standin.control.advance({ seconds: 61 });
    const late = await askPlayed('?limit=1');
    expect(Date.parse(late.items[0]?.played_at ?? '')).toBe(endedAt);
  });

  it.each(['?limit=51', '?limit=0', '?after=1&before=2', '?after=yesterday'])(
    'refuses %s',
    async (query) => {
      expect((await ask(`/me/player/recently-played${query}`)).status).toBe(400);
    },
  );
});

describe('currently playing', () => {
  it('is 204 in silence, and a track that moves on and turns into a play', async () => {
    const path = '/me/player/currently-playing';
    expect((await app.get(session.mira.accessToken, path)).status).toBe(204);
    const { trackId, endedAt } = await standin.control.startPlaying({
      listener: 'mira',
      remainingMs: 20_000,
    });
    const first = (await ask(path)).body as { progress_ms: number };
    expect(first).toMatchObject({ is_playing: true, item: { id: trackId } });
    await standin.control.advance({ seconds: 10 });
    const second = (await ask(path)).body as { progress_ms: number };
    expect(second.progress_ms - first.progress_ms).toBeGreaterThanOrEqual(10_000);
    expect((await askPlayed('?limit=1')).items[0]?.track.id).not.toBe(trackId);
    await standin.control.advance({ seconds: 10 });
    expect((await app.get(session.mira.accessToken, path)).status).toBe(204);
    expect((await askPlayed('?limit=1')).items[0]).toMatchObject({
      track: { id: trackId },
      played_at: new Date(endedAt).toISOString(),
    });
  });

  it('has something nearly all the time for the first listener', async () => {
    await standin.control.reset();
    let playing = 0;
    for (let step = 0; step < 24; step++) {
      await standin.control.advance({ seconds: 3607 });
      // Their hour is over again and again.
      session.mira = await app.exchange(await app.authorize());
      const { status } = await app.get(session.mira.accessToken, '/me/player/currently-playing');
      playing += Number(status === 200);
    }
    expect(playing).toBeGreaterThanOrEqual(20);
  });
});
