/** The things playlists and the library hold, from the objects of an export. */
import type { SavedItem } from '../domain/library.ts';
import { isJsonObject, readName } from './json-values.ts';

type Fields = Partial<Record<'uri' | 'name' | 'by' | 'album', string>>;

/**
 * The thing in an object whose keys are named by `fields`; null when the object is none, names
 * nothing, or holds something else than text.
 */
export function readSavedItem(
  type: SavedItem['type'],
  value: unknown,
  fields: Fields,
): SavedItem | null {
  if (!isJsonObject(value)) return null;
  try {
    const read = (key: string | undefined) => (key === undefined ? null : readName(value[key]));
    const uri = read(fields.uri);
    const name = read(fields.name);
    if (uri === null && name === null) return null;
    return { type, uri, name, by: read(fields.by), album: read(fields.album) };
  } catch {
    return null;
  }
}

/** The values of a list that may be missing. */
export function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
