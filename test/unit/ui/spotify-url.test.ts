import { expect, it } from 'vitest';
import { openSpotifyUrl } from '../../../lib/ui/spotify-url.ts';

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
