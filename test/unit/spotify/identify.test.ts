import { expect, it } from 'vitest';
import { json, pathOf, scriptFetch } from './scripted-fetch.ts';
import { identify } from '../../../lib/spotify/identify.ts';

const apiUrl = 'https://api.spotify.com/v1';

it('names the account behind a token', async () => {
  const { fetch, requests } = scriptFetch(
    json({ account_id: 'acc-1', id: 'old-id', display_name: 'Mira' }),
    json({ account_id: 'acc-1', display_name: null }),
  );
  expect(await identify('token', { apiUrl, fetch })).toEqual({ id: 'acc-1', displayName: 'Mira' });
  expect(await identify('token', { apiUrl, fetch })).toEqual({ id: 'acc-1', displayName: null });
  expect(pathOf(requests[0]!)).toBe('/v1/me');
});

it.each([
  ['api/forbidden', new Response('not registered', { status: 403 })],
  ['api/unauthorized', json({}, { status: 401 })],
  ['api/unreadable', json({ id: 'mira' })],
])('fails with %s', async (code, response) => {
  const { fetch } = scriptFetch(response);
  await expect(identify('token', { apiUrl, fetch })).rejects.toMatchObject({ code });
});
