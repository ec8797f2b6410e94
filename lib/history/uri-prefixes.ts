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

/**
 * The URI written between two places of a text. Those that version 1 of the database wrote have no
 * such character, and stay as they are.
 */
export function readUri(all: string, start: number, end: number): string {
  const prefix = start < end ? PREFIXES[all.charCodeAt(start)] : undefined;
  return prefix === undefined ? all.slice(start, end) : prefix + all.slice(start + 1, end);
}
