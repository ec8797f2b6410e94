/** Puts the beginning of a list that grows at its front together with what was known of the rest. */
import type { PlaylistItem } from '../domain/library.ts';

/**
 * The whole list, or null when what was read does not tell it yet. New entries come first and the
 * order never changes, so that all known ones after the last that was read still follow it: if their
 * number is right, none of them was taken out.
 *
 * @param read the list's beginning, the latest first; an entry that came twice counts once.
 * @param known the whole list as it once was.
 * @param length of the whole list as it is.
 */
export function mergeNewest(
  read: readonly PlaylistItem[],
  known: readonly PlaylistItem[],
  length: number,
): PlaylistItem[] | null {
  const keys = new Set(read.map(keyOf));
  const last = read.at(-1);
  const place = last ? known.findIndex((item) => keyOf(item) === keyOf(last)) : -1;
  const rest = place < 0 ? [] : known.slice(place + 1).filter((item) => !keys.has(keyOf(item)));
  return keys.size + rest.length === length ? [...withoutDoubles(read), ...rest] : null;
}

/** Each entry once, where it came first. */
export function withoutDoubles(items: readonly PlaylistItem[]): PlaylistItem[] {
  const keys = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    return !keys.has(key) && keys.add(key);
  });
}

function keyOf({ uri, name, by, album }: PlaylistItem): string {
  return uri ?? JSON.stringify([name, by, album]);
}
