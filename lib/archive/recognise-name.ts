/** Which files of an export are of use, by name alone. All others are private and never opened. */
import type { ExportFileKind } from './export-file.ts';

const JSON_ENDING = /(?:\.json)+$/;
/** `endsong_0 (1).json`: what browsers and file managers make of a name that exists. */
const COPY_MARK = / ?(?:\(\d+\)| - copy| copy(?: \d+)?)$/;
const VIDEO = /^(?:streaming_?history_?video|endvideo)(?=[_\d-]|$)/;

const NAMES: readonly [RegExp, ExportFileKind][] = [
  [/^(?:streaming_?history|endsong|endvideo)(?=[_\d-]|$)/, 'streams'],
  [/^playlist_?\d*$/, 'playlists'],
  [/^yourlibrary_?\d*$/, 'library'],
];

/** The kind a path's base name promises, in any folder and any case; null when it is none of ours. */
export function recogniseName(path: string): ExportFileKind | null {
  const stem = stemOf(path);
  return stem === null ? null : (NAMES.find(([pattern]) => pattern.test(stem))?.[1] ?? null);
}

/** True for a history that tells of videos only. */
export function isVideoName(path: string): boolean {
  return VIDEO.test(stemOf(path) ?? '');
}

/** True for a name that ends like a zip's. */
export function isZipName(path: string): boolean {
  return baseName(path)?.endsWith('.zip') ?? false;
}

/** Lower case, without the endings; null for what is no JSON file. */
function stemOf(path: string): string | null {
  const base = baseName(path);
  if (base === null || !JSON_ENDING.test(base)) return null;
  return base.replace(JSON_ENDING, '').replace(COPY_MARK, '');
}

/** Lower case; null for the shadow files macOS puts beside real ones. */
function baseName(path: string): string | null {
  const parts = path.toLowerCase().split(/[/\\]/);
  const base = parts.pop() ?? '';
  return parts.includes('__macosx') || base.startsWith('._') ? null : base.trim();
}
