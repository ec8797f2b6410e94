import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiArtist, apiPlay, apiTrack, recentPage } from './api-samples.ts';
import { memoryStore } from './memory-store.ts';
import { json, networkError, pathOf, scriptFetch, type ScriptedFetch } from './scripted-fetch.ts';
import { createAccountClients } from '../../../lib/spotify/account-clients.ts';
import type { Gates } from '../../../lib/spotify/gate.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const ACCOUNT = { id: 'mira', clientId: 'c'.repeat(32) };
const API_URL = 'https://api.spotify.com/v1';

function setUp(
  script: ScriptedFetch,
  tokens: (string | Error)[] = ['first-token', 'second-token'],
  dice = 0,
) {
  const rejected: (string | undefined)[] = [];
  const { client, gate } = createAccountClients({
    apiUrl: API_URL,
    fetch: script.fetch,
    random: () => dice,
    now: () => NOW,
    gates: memoryStore<Gates>({}),
    accessToken: async (_, refused) => {
      rejected.push(refused);
      const token = tokens[rejected.length - 1] ?? tokens[0]!;
      if (token instanceof Error) throw token;
      return token;
    },
  }).of(ACCOUNT);
  return { client, gate, rejected };
}

async function failureOf(work: Promise<unknown>) {
  return work.then(
    () => expect.fail('should have failed'),
    (error: unknown) => error,
  );
}

const failing = () => new Response('secret-body', { status: 500 });
const dropped = () => Promise.reject(networkError());
const silent = ({ signal }: Request) =>
  new Promise<Response>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
const brokenOff = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"items": ['));
        controller.error(new TypeError('terminated'));
      },
    }),
  );

afterEach(() => vi.useRealTimers());

describe('what is asked', () => {
  it('sends the token as a header, no cookies, and the cursor in milliseconds', async () => {
    const script = scriptFetch(json(recentPage([])));
    await setUp(script).client.recentlyPlayed({ after: 1_700_000_000_123, limit: 50 });
    const [request] = script.requests;
    expect(pathOf(request!)).toBe('/v1/me/player/recently-played?after=1700000000123&limit=50');
    expect(request!.headers.get('authorization')).toBe('Bearer first-token');
    expect(request!.credentials).toBe('omit');
  });

  it('asks for top lists by Spotify’s span', async () => {
    const script = scriptFetch(
      json({ items: [apiArtist('Polder')] }),
      json({ items: [apiTrack()] }),
    );
    const { client } = setUp(script);
    const artists = await client.topArtists('short_term', 10);
    const tracks = await client.topTracks('long_term', 50);
    expect(script.requests.map(pathOf)).toEqual([
      '/v1/me/top/artists?time_range=short_term&limit=10',
      '/v1/me/top/tracks?time_range=long_term&limit=50',
    ]);
    expect([artists.items[0]?.name, tracks.items[0]?.name]).toEqual(['Polder', 'Amber Harbour']);
  });
});

describe('a good answer', () => {
  it('names the listener by account_id, with or without a display name', async () => {
    const script = scriptFetch(
      json({ account_id: 'acc-1', id: 'old-id', display_name: 'Mira' }),
      json({ account_id: 'acc-1', display_name: null }),
    );
    const { client } = setUp(script);
    expect(await client.me()).toEqual({ id: 'acc-1', displayName: 'Mira' });
    expect(await client.me()).toEqual({ id: 'acc-1', displayName: null });
  });

  it('leaves out and counts entries that do not fit, and keeps the rest of the page', async () => {
    const odd = [
      { track: null, played_at: new Date(NOW).toISOString() },
      apiPlay(NOW, apiTrack({ is_local: true })),
      apiPlay(NOW, apiTrack({ type: 'episode' })),
      apiPlay(NOW, apiTrack({ duration_ms: undefined })),
      apiPlay(NOW, apiTrack({ name: '', uri: null })),
      { track: apiTrack(), played_at: 'yesterday' },
      null,
      'nonsense',
    ];
    const script = scriptFetch(json(recentPage([apiPlay(NOW - 1), ...odd, apiPlay(NOW - 2)])));
    const page = await setUp(script).client.recentlyPlayed({ limit: 50 });
    expect(page.items.map(({ played_at }) => played_at)).toEqual([NOW - 1, NOW - 2]);
    expect(page.unreadable).toBe(odd.length);
  });

  it('reads a track that has lost everything but its name and length', async () => {
    const bare = { name: 'Amber Harbour', duration_ms: 1000.4 };
    const script = scriptFetch(json(recentPage([apiPlay(NOW, bare)])));
    const page = await setUp(script).client.recentlyPlayed({ limit: 50 });
    expect(page.unreadable).toBe(0);
    expect(page.items[0]?.track).toMatchObject({ name: 'Amber Harbour', artists: [] });
  });

  it('does without an optional part that came in an odd shape', async () => {
    const odd = apiTrack({ album: 'gone', external_ids: [], artists: [null, { name: 'Polder' }] });
    const script = scriptFetch(json(recentPage([apiPlay(NOW, odd)])));
    const page = await setUp(script).client.recentlyPlayed({ limit: 50 });
    expect(page.items[0]?.track).toMatchObject({ album: null, artists: [{ name: 'Polder' }] });
  });

  it('reads the cursor of the next older page', async () => {
    const cursors = { after: '1700000000999', before: '1700000000123' };
    const script = scriptFetch(json(recentPage([], { cursors })), json(recentPage([])));
    const { client } = setUp(script);
    expect((await client.recentlyPlayed({ limit: 50 })).before).toBe(1_700_000_000_123);
    expect((await client.recentlyPlayed({ limit: 50 })).before).toBeNull();
  });

  it('tells a track from silence, a pause, a podcast and an advertisement', async () => {
    const script = scriptFetch(
      json({ is_playing: true, currently_playing_type: 'track', item: apiTrack() }),
      new Response(null, { status: 204 }),
      json({ is_playing: false, item: apiTrack() }),
      json({ is_playing: true, currently_playing_type: 'episode', item: null }),
      json({ is_playing: true, currently_playing_type: 'ad' }),
    );
    const { client } = setUp(script);
    const kinds = [];
    while (script.left() > 0) kinds.push((await client.currentlyPlaying()).kind);
    expect(kinds).toEqual(['track', 'nothing', 'nothing', 'other', 'other']);
  });
});

describe('a refused token', () => {
  it('is replaced once, and the call repeated once', async () => {
    const script = scriptFetch(json({}, { status: 401 }), json(recentPage([])));
    const { client, rejected } = setUp(script);
    await client.recentlyPlayed({ limit: 50 });
    expect(rejected).toEqual([undefined, 'first-token']);
    expect(script.requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer first-token',
      'Bearer second-token',
    ]);
  });

  it('gives up when the new one is refused too', async () => {
    const script = scriptFetch(json({}, { status: 401 }), json({}, { status: 401 }));
    const { client, rejected } = setUp(script);
    expect(await failureOf(client.me())).toMatchObject({ code: 'api/unauthorized' });
    expect(rejected).toHaveLength(2);
  });

  it('hands on what the vault says when there is no other', async () => {
    const signedOut = new Error('signed out');
    const { client } = setUp(scriptFetch(json({}, { status: 401 })), ['first-token', signedOut]);
    expect(await failureOf(client.me())).toBe(signedOut);
  });
});

describe('a refusal', () => {
  const QUOTA = { error: { status: 429, message: 'Too much', reason: 'QUOTA_EXCEEDED' } };
  const BURST = { error: { status: 429, message: 'API rate limit exceeded' } };

  it.each([
    ['403', json({}, { status: 403 }), { code: 'api/forbidden', data: { status: 403 } }],
    [
      '403 in plain text',
      new Response('may not be registered', { status: 403 }),
      { code: 'api/forbidden' },
    ],
    ['404', json({}, { status: 404 }), { code: 'api/not-found' }],
    ['an odd status', json({}, { status: 418 }), { code: 'api/unreadable' }],
    [
      '429 with Retry-After',
      json(BURST, { status: 429, headers: { 'retry-after': '7' } }),
      { code: 'api/rate-limited', data: { status: 429, retryAt: NOW + 7000 } },
    ],
    [
      '429 without Retry-After',
      json(BURST, { status: 429 }),
      { code: 'api/rate-limited', data: { retryAt: NOW + 60_000 } },
    ],
    [
      '429 with a Retry-After that is no number, and no JSON',
      new Response('slow down', { status: 429, headers: { 'retry-after': 'soon' } }),
      { code: 'api/rate-limited', data: { retryAt: NOW + 60_000 } },
    ],
    [
      '429 for a spent quota',
      json(QUOTA, { status: 429, headers: { 'retry-after': '86400' } }),
      { code: 'api/quota-exceeded', data: { retryAt: NOW + 86_400_000 } },
    ],
    [
      '429 for a spent quota without Retry-After',
      json(QUOTA, { status: 429 }),
      { code: 'api/quota-exceeded', data: { retryAt: NOW + 3_600_000 } },
    ],
  ])('%s is told apart and asked only once', async (_, response, expected) => {
    const script = scriptFetch(response);
    expect(await failureOf(setUp(script).client.me())).toMatchObject(expected);
    expect(script.requests).toHaveLength(1);
  });
});

describe('an outage', () => {
  it.each([
    ['a failing server', failing],
    ['a missing network', dropped],
  ])('%s is asked again, twice, and then it may be over', async (_, fail) => {
    const script = scriptFetch(fail, fail, json({ account_id: 'a' }));
    expect(await setUp(script).client.me()).toMatchObject({ id: 'a' });
  });

  it.each([
    ['api/unavailable', '500', failing],
    ['api/unavailable', '502', () => new Response('', { status: 502 })],
    ['api/offline', 'no network', dropped],
  ])('ends as %s (%s) after three requests', async (code, _, fail) => {
    const script = scriptFetch(fail, fail, fail);
    expect(await failureOf(setUp(script).client.me())).toMatchObject({ code });
    expect(script.left()).toBe(0);
  });

  it('is not asked again at once by a server that names a time', async () => {
    const script = scriptFetch(
      new Response('', { status: 503, headers: { 'retry-after': '120' } }),
    );
    expect(await failureOf(setUp(script).client.me())).toMatchObject({
      code: 'api/unavailable',
      data: { status: 503, retryAt: NOW + 120_000 },
    });
  });

  it('waits 20 s for each of three attempts, and no longer', async () => {
    vi.useFakeTimers({ now: NOW });
    const script = scriptFetch(silent, silent, silent);
    const failure = failureOf(setUp(script).client.me());
    await vi.advanceTimersByTimeAsync(59_000);
    expect(script.requests).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await failure).toMatchObject({ code: 'api/unavailable' });
  });

  it('spreads its retries', async () => {
    vi.useFakeTimers({ now: NOW });
    const script = scriptFetch(failing, json({ account_id: 'a' }));
    const answer = setUp(script, ['t'], 0.5).client.me();
    await vi.advanceTimersByTimeAsync(200);
    expect(script.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(script.requests).toHaveLength(2);
    await answer;
  });
});

describe('an answer that makes no sense', () => {
  it.each([
    ['HTML', new Response('<!doctype html><p>Welcome to our hotel')],
    ['half of the JSON', new Response('{"items": [{"track"')],
    ['an answer that breaks off', brokenOff()],
    ['nothing', new Response('')],
    ['204 where there must be a list', new Response(null, { status: 204 })],
    ['another shape', json({ tracks: [] })],
    ['a list that is none', json({ items: 'many' })],
  ])('%s is unreadable', async (_, response) => {
    const script = scriptFetch(response);
    const failure = await failureOf(setUp(script).client.recentlyPlayed({ limit: 50 }));
    expect(failure).toMatchObject({ code: 'api/unreadable' });
  });

  it('is unreadable when /me lacks the account_id', async () => {
    const script = scriptFetch(json({ id: 'mira', display_name: 'Mira' }));
    expect(await failureOf(setUp(script).client.me())).toMatchObject({
      code: 'api/unreadable',
      data: { detail: 'unexpected at account_id' },
    });
  });
});

it('leaves no trace of bodies or tokens in any error', async () => {
  const scripts = [
    scriptFetch(new Response('{"items": "secret-body"}')),
    scriptFetch(new Response('<p>secret-body')),
    scriptFetch(new Response('secret-body', { status: 403 })),
    scriptFetch(failing, failing, failing),
    scriptFetch(dropped, dropped, dropped),
  ];
  for (const script of scripts) {
    const failure = await failureOf(setUp(script).client.recentlyPlayed({ limit: 50 }));
    expect(inspect(failure, { depth: 20, showHidden: true })).not.toMatch(
      /secret-body|first-token/,
    );
  }
});
