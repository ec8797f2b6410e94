/** The Web API client when Spotify answers: what it asks, what it reads, and a token that was refused. */
import { describe, expect, it } from 'vitest';
import { apiArtist, apiPlay, apiTrack, recentPage } from './api-samples.ts';
import { failureOf, NOW, setUp } from './client-rig.ts';
import { json, pathOf, scriptFetch } from './scripted-fetch.ts';

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
    expect(await failureOf(client.recentlyPlayed({ limit: 50 }))).toMatchObject({
      code: 'api/unauthorized',
    });
    expect(rejected).toHaveLength(2);
  });

  it('hands on what the vault says when there is no other', async () => {
    const signedOut = new Error('signed out');
    const { client } = setUp(scriptFetch(json({}, { status: 401 })), ['first-token', signedOut]);
    expect(await failureOf(client.recentlyPlayed({ limit: 50 }))).toBe(signedOut);
  });
});
