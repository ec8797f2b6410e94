/** From Spotify's URIs to the pages people can open, as its content rules ask for each name shown. */
const URI = /^spotify:(track|artist|album|episode|show|playlist|user):([A-Za-z0-9]{1,64})$/;

/** `https://open.spotify.com/…`; null when the text is not a Spotify URI. */
export function openSpotifyUrl(uri: string | null): string | null {
  const match = uri === null ? null : URI.exec(uri);
  return match ? `https://open.spotify.com/${match[1]}/${match[2]}` : null;
}

/** Where Spotify looks for a name, in the place of an address that nobody told. */
export function searchSpotifyUrl(...names: readonly (string | null)[]): string {
  const words = names.filter((name) => name !== null).join(' ');
  // A browser refuses to encode half a character.
  return `https://open.spotify.com/search/${encodeURIComponent(words.toWellFormed())}`;
}
