/** Asking about music when something stands in the way: when it stops, what it says, when it goes on. */
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/domain/app-error.ts';
import { createEnrichRig, type EnrichRig, MIRA, START } from './enrich-rig.ts';
import { heard, idOf, type Song, uriOf } from './music.ts';
import { outage, QUOTA, tooMany } from './sync-rig.ts';
import { DAY, HOUR, MINUTE } from '../dataset/streams.ts';

const SONGS: Song[] = ['a', 'b', 'c', 'd'].map((name) => ({
  track: `track${name}`,
  album: `album${name}`,
  artist: `artist${name}`,
}));
const LISTENING = SONGS.flatMap((song, i) => heard(song, 9 - i, i * 100));

let rig: EnrichRig;
beforeEach(async () => {
  rig = createEnrichRig(SONGS);
  await rig.hear(MIRA.id, LISTENING);
});

const state = () => rig.start().state(MIRA.id);
/** The alarm rings at once, whatever it is set to: a person opens and closes the browser. */
const ring = () => rig.start().wake();

describe('Spotify asks to wait', () => {
  it.each([
    ['rate-limited', () => tooMany(600), 10 * MINUTE],
    ['quota', () => tooMany(86_400, QUOTA), DAY],
  ] as const)(
    '%s: nothing is asked until then, and it says so',
    async (reason, refusal, waitMs) => {
      rig.fault = () => (rig.asked.length > 2 ? refusal() : null);
      await ring();
      expect(rig.asked).toHaveLength(3);
      const until = rig.clock.now + waitMs;
      expect(await state()).toMatchObject({ status: 'paused', reason, until });
      await ring();
      rig.clock.now = until - 1000;
      await ring();
      expect(rig.asked).toHaveLength(3);
      rig.clock.now = until;
      rig.fault = null;
      await ring();
      expect(await state()).toMatchObject({ status: 'done', counts: { tracks: { done: 4 } } });
      const answered = rig.paths().toSpliced(2, 1);
      expect(new Set(answered).size).toBe(answered.length);
    },
  );

  it('sets the alarm for that time, an hour ahead at most', async () => {
    rig.fault = () => tooMany(600);
    await ring();
    expect(rig.alarms.get('details')).toBe(rig.clock.now + 10 * MINUTE);
    rig.clock.now += 10 * MINUTE;
    rig.fault = () => tooMany(86_400, QUOTA);
    await ring();
    expect(rig.alarms.get('details')).toBe(rig.clock.now + HOUR);
  });

  it('asks less on the days after the quota was spent', async () => {
    rig.fault = () => tooMany(86_400, QUOTA);
    await ring();
    const { allowance } = await rig.start().diagnostics(MIRA.id);
    expect(allowance).toMatchObject({ ceiling: 100, exceeded: true });
  });

  it('holds for another account of the same app when it is the quota', async () => {
    rig.signedIn = [MIRA, { id: 'jo', clientId: MIRA.clientId }];
    await rig.hear('jo', heard({ track: 'x', album: 'x', artist: 'x' }, 3));
    rig.fault = () => tooMany(86_400, QUOTA);
    await ring();
    expect(rig.asked).toHaveLength(1);
    expect((await rig.start().state('jo')).reason).toBe('quota');
  });
});

describe('nothing is asked', () => {
  it('offline', async () => {
    rig.online = false;
    await ring();
    expect(rig.asked).toEqual([]);
    expect(await state()).toMatchObject({ status: 'paused', reason: 'offline', until: null });
  });

  it('when nobody is signed in', async () => {
    rig.signedIn = [];
    await ring();
    expect(rig.asked).toEqual([]);
    expect(await state()).toMatchObject({ status: 'paused', reason: 'signed-out', until: null });
  });

  it('when the setting says so, from one question to the next', async () => {
    rig.fault = () => {
      if (rig.asked.length === 2) rig.enabled = false;
      return null;
    };
    await ring();
    expect(rig.asked).toHaveLength(2);
    expect((await state()).status).toBe('off');
    rig.enabled = true;
    await ring();
    expect((await state()).status).toBe('done');
  });
});

describe('a question that fails', () => {
  it.each([
    ['at a server in trouble', () => outage(), 'failing'],
    ['when a token is refused twice', () => new Response('', { status: 401 }), 'failing'],
    ['without network', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
  ] as const)('%s: a quarter of an hour later it is asked again', async (_, fault, reason) => {
    rig.fault = fault;
    await ring();
    const first = rig.paths()[0];
    expect(new Set(rig.paths())).toEqual(new Set([first]));
    expect(await state()).toMatchObject({ status: 'paused', reason });
    const asked = rig.asked.length;
    rig.fault = null;
    await ring();
    expect(rig.asked).toHaveLength(asked);
    rig.clock.now += 15 * MINUTE;
    await ring();
    expect(rig.paths()[asked]).toBe(first);
    expect((await state()).status).toBe('done');
  });

  it('for want of an access token: nobody is troubled, and it is tried again', async () => {
    rig.tokenError = new AppError('token/unavailable', { retryAt: START + HOUR });
    await ring();
    expect(rig.asked).toEqual([]);
    expect(await state()).toMatchObject({ status: 'paused', until: START + HOUR });
    expect(rig.troubles).toEqual([]);
  });

  it('where the app lists the person no longer: not before an hour', async () => {
    rig.fault = () => new Response('', { status: 403 });
    await ring();
    expect((await state()).until).toBe(rig.clock.now + HOUR);
  });
});

describe('what Spotify does not know', () => {
  it.each([404, 400, 410])('(%i) is not asked for again, until a month later', async (status) => {
    const path = `/tracks/${idOf('trackb')}`;
    rig.fault = (question) => (question.path === path ? new Response('{}', { status }) : null);
    await ring();
    rig.clock.now += 25 * DAY;
    const enrichment = rig.start();
    await enrichment.replan(MIRA.id);
    await enrichment.wake();
    expect(rig.paths().filter((asked) => asked === path)).toHaveLength(1);
    expect(await state()).toMatchObject({ status: 'done' });
    rig.clock.now += 6 * DAY;
    await ring();
    expect(rig.paths().filter((asked) => asked === path)).toHaveLength(2);
  });
});

describe('an answer that makes no sense', () => {
  const page = () => new Response('<html>Welcome to the hotel</html>');

  it('once: a sign-in page on the way; all is asked again', async () => {
    rig.fault = () => (rig.asked.length === 1 ? page() : null);
    await ring();
    expect(rig.asked).toHaveLength(1);
    expect(await state()).toMatchObject({ status: 'paused', reason: 'failing' });
    rig.clock.now += 15 * MINUTE;
    await ring();
    expect((await state()).counts?.albums).toEqual({ done: 4, total: 4 });
    expect((await rig.history.load(MIRA.id)).metadata.releaseDates.size).toBe(4);
  });

  it('again and again about the same: it is let be, and the rest goes on', async () => {
    const bad = `/tracks/${idOf('tracka')}`;
    rig.fault = ({ path }) => (path === bad ? Response.json({ surprise: true }) : null);
    await ring();
    rig.clock.now += 15 * MINUTE;
    await ring();
    expect(rig.paths().filter((path) => path === bad)).toHaveLength(2);
    expect((await rig.history.details(MIRA.id)).tracks.get(uriOf('track', 'tracka'))).toMatchObject(
      { missing: true },
    );
    expect((await state()).status).toBe('done');
  });
});

it('notes a history that fails, and tries again later', async () => {
  rig.history.noteDetails = () => Promise.reject(new AppError('history/quota'));
  await ring();
  expect(rig.troubles).toEqual([expect.objectContaining({ code: 'history/quota' })]);
  expect(rig.alarms.get('details')).toBe(START + 15 * MINUTE);
});

it('says in the diagnostics how it stands, and names no music', async () => {
  rig.fault = () => tooMany(600);
  const enrichment = rig.start();
  await enrichment.want(MIRA.id, [uriOf('track', 'tracka')]);
  await enrichment.wake();
  const text = JSON.stringify(await enrichment.diagnostics(MIRA.id));
  expect(JSON.parse(text)).toMatchObject({
    status: 'paused',
    wanted: 1,
    pause: { code: 'api/rate-limited' },
    allowance: { calls: 1 },
  });
  expect(text).not.toMatch(/track[a-d]|spotify:|token-of/);
});

it('forgets what it remembers of an account that left', async () => {
  rig.fault = () => outage();
  await ring();
  await rig.start().forget(MIRA.id);
  expect((await rig.start().diagnostics(MIRA.id)).pause).toBeNull();
});
