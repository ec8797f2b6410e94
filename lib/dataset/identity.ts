/** When two names mean the same, and how names are ordered: the rules every figure stands on. */
import type { Track } from '../domain/stream.ts';

/** Between the parts of a key; what a name holds of it does no harm, as keys are only compared. */
const SEPARATOR = '\u0000';

/** Printable ASCII only. */
const PLAIN = /^[ -~]*$/;

/**
 * A name as it is compared: Unicode NFC, trimmed, case folded. Empty for null and for blanks.
 *
 * Lower, upper, lower makes Unicode's full case folding out of what JavaScript has (`ẞ`, `ß` and
 * `ss` meet only this way); the Turkish dotless `ı` folds to itself and is kept out of it.
 */
export function foldName(name: string | null): string {
  if (name === null) return '';
  // Nearly all names: plain ASCII has nothing to normalize, and folds by its lower case.
  if (PLAIN.test(name)) return name.trim().toLowerCase();
  const text = name.normalize('NFC').trim();
  if (!text.includes('ı')) return foldCase(text);
  return text.split('ı').map(foldCase).join('ı');
}

function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}

/** Joins parts to one text that is equal only when all parts are. */
export function joinKey(parts: readonly string[]): string {
  return parts.join(SEPARATOR);
}

/** What makes two rows the same *track*: Spotify's URI; without one, kind and names. */
export function trackKey(track: NamedTrack): string {
  return track.uri ?? nameKey(track);
}

/** Kind and names alone. */
export function nameKey({ kind, title, artist, album }: Omit<NamedTrack, 'uri'>): string {
  return joinKey([kind, foldName(title), foldName(artist), foldName(album)]);
}

type NamedTrack = Pick<Track, 'kind' | 'uri' | 'title' | 'artist' | 'album'>;

/** Order of Unicode code points, as SQL's binary collation has it: `<` compares UTF-16 units. */
export function compareCodePoints(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points beyond all others, and yet below U+E000 as units.
    const xIsSurrogate = x >= 0xd800 && x < 0xe000;
    const yIsSurrogate = y >= 0xd800 && y < 0xe000;
    if (xIsSurrogate !== yIsSurrogate) return xIsSurrogate ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

/** A 32-bit FNV-1a hash over UTF-16 units. Stored beside dictionaries: never change it. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}
