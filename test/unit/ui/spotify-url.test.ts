import { expect, it } from 'vitest';
import { openSpotifyUrl, searchSpotifyUrl } from '../../../lib/ui/spotify-url.ts';

it('leads from a URI to the page of the same thing', () => {
  expect(openSpotifyUrl('spotify:track:4uLU6hMCjMI75M1A2tKUQC')).toBe(
    'https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC',
  );
});

it.each([
  null,
  '',
  'spotify:local:Somebody:Album:Title:120',
  'spotify:track:../../evil',
  'javascript:alert(1)',
  'https://example.com/spotify:track:abc',
  'spotify:track:abc\nspotify:track:def',
])('gives no address for %j', (uri) => {
  expect(openSpotifyUrl(uri)).toBeNull();
});

it('looks for a name whose address is unknown, whatever is in it', () => {
  expect(searchSpotifyUrl('AC/DC & <b>', null)).toBe(
    'https://open.spotify.com/search/AC%2FDC%20%26%20%3Cb%3E',
  );
  expect(searchSpotifyUrl('../x?y#z', 'Ann')).toBe(
    'https://open.spotify.com/search/..%2Fx%3Fy%23z%20Ann',
  );
  expect(searchSpotifyUrl('half \ud83d')).toContain('/search/half%20%EF%BF%BD');
});
