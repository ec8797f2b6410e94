/** Spotify's URIs without the beginning that nearly all of them share. */

/** Each is written as the character of its place. Append-only: they are stored. */
const PREFIXES = ['', 'spotify:track:', 'spotify:episode:'];

export function encodeUris(uris: readonly (string | null)[]): (string | null)[] {
  return uris.map((uri) => {
    if (uri === null) return null;
    const place = PREFIXES.findLastIndex((prefix) => uri.startsWith(prefix));
    return String.fromCharCode(place) + uri.slice(PREFIXES[place]!.length);
  });
}

/** Those that version 1 of the database wrote have no such character, and stay as they are. */
export function decodeUris(written: readonly (string | null)[]): (string | null)[] {
  return written.map((text) => {
    if (text === null) return null;
    const prefix = PREFIXES[text.charCodeAt(0)];
    return prefix === undefined ? text : prefix + text.slice(1);
  });
}
