/** Which files of an export are of use, by name alone. All others are private and never opened. */
import type { ExportFileKind } from './export-file.ts';

const JSON_ENDING = /(?:\.json)+$/;
/** `endsong_0 (1).json`: what browsers and file managers make of a name that exists. */
const COPY_MARK = / ?(?:\(\d+\)| - copy| copy(?: \d+)?)$/;

const NAMES: readonly [RegExp, ExportFileKind][] = [
  [/^(?:streaming_?history|endsong|endvideo)(?=[_\d-]|$)/, 'streams'],
  [/^playlist_?\d*$/, 'playlists'],
  [/^yourlibrary_?\d*$/, 'library'],
];

/** The kind a path's base name promises, in any folder and any case; null when it is none of ours. */
export function recogniseName(path: string): ExportFileKind | null {
  const base = baseName(path);
  if (base === null || !JSON_ENDING.test(base)) return null;
  const stem = base.replace(JSON_ENDING, '').replace(COPY_MARK, '');
  return NAMES.find(([pattern]) => pattern.test(stem))?.[1] ?? null;
}

/** True for a name that ends like a zip's. */
export function isZipName(path: string): boolean {
  return baseName(path)?.endsWith('.zip') ?? false;
}

/** Lower case; null for the shadow files macOS puts beside real ones. */
function baseName(path: string): string | null {
  const parts = path.toLowerCase().split(/[/\\]/);
  const base = parts.pop() ?? '';
  return parts.includes('__macosx') || base.startsWith('._') ? null : base.trim();
}
