/** The Web API client when Spotify refuses, is away or talks nonsense: each has its own code. */
import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { recentPage } from './api-samples.ts';
import { brokenOff, dropped, failing, failureOf, NOW, setUp, silent } from './client-rig.ts';
import { json, scriptFetch } from './scripted-fetch.ts';

afterEach(() => vi.useRealTimers());

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
    expect(await failureOf(setUp(script).client.recentlyPlayed({ limit: 50 }))).toMatchObject(
      expected,
    );
    expect(script.requests).toHaveLength(1);
  });
});

describe('an outage', () => {
  it.each([
    ['a failing server', failing],
    ['a missing network', dropped],
  ])('%s is asked again, twice, and then it may be over', async (_, fail) => {
    const script = scriptFetch(fail, fail, json(recentPage([])));
    expect(await setUp(script).client.recentlyPlayed({ limit: 50 })).toMatchObject({ items: [] });
  });

  it.each([
    ['api/unavailable', '500', failing],
    ['api/unavailable', '502', () => new Response('', { status: 502 })],
    ['api/offline', 'no network', dropped],
  ])('ends as %s (%s) after three requests', async (code, _, fail) => {
    const script = scriptFetch(fail, fail, fail);
    expect(await failureOf(setUp(script).client.recentlyPlayed({ limit: 50 }))).toMatchObject({
      code,
    });
    expect(script.left()).toBe(0);
  });

  it('is not asked again at once by a server that names a time', async () => {
    const script = scriptFetch(
      new Response('', { status: 503, headers: { 'retry-after': '120' } }),
    );
    expect(await failureOf(setUp(script).client.recentlyPlayed({ limit: 50 }))).toMatchObject({
      code: 'api/unavailable',
      data: { status: 503, retryAt: NOW + 120_000 },
    });
  });

  it('waits 20 s for each of three attempts, and no longer', async () => {
    vi.useFakeTimers({ now: NOW });
    const script = scriptFetch(silent, silent, silent);
    const failure = failureOf(setUp(script).client.recentlyPlayed({ limit: 50 }));
    await vi.advanceTimersByTimeAsync(59_000);
    expect(script.requests).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await failure).toMatchObject({ code: 'api/unavailable' });
  });

  it('spreads its retries', async () => {
    vi.useFakeTimers({ now: NOW });
    const script = scriptFetch(failing, json(recentPage([])));
    const answer = setUp(script, ['t'], 0.5).client.recentlyPlayed({ limit: 50 });
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

  it('names the place in the answer, and nothing of its content', async () => {
    const script = scriptFetch(json({ items: 'many' }));
    expect(await failureOf(setUp(script).client.recentlyPlayed({ limit: 50 }))).toMatchObject({
      code: 'api/unreadable',
      data: { detail: 'unexpected at items' },
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
