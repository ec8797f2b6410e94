/** When a live play and a row of an export are of the same track: URI, else ISRC, else song. */
import type { Dataset } from './dataset.ts';
import { NONE } from './dictionary.ts';
import { compareCodePoints } from './identity.ts';

export interface SameTrackTest {
  /** Tracks that `compare` finds the same are of the same group; others may be as well. */
  groupOf: (track: number) => number;
  /** 0 for the same URI, 1 for the same ISRC, 2 for the same song; null for different tracks. */
  compare: (a: number, b: number) => number | null;
}

/** Spotify gives a song other URIs over the years, so what differs in one may agree in the next. */
export function createSameTrackTest({ dictionary, metadata }: Dataset): SameTrackTest {
  const { uris, tracks } = dictionary;
  const isrcOfUri = new Map<string, string>();
  for (const [track, isrc] of metadata.isrcs) {
    const uri = uris[track] ?? null;
    const known = uri === null ? undefined : isrcOfUri.get(uri);
    if (uri === null || (known !== undefined && compareCodePoints(known, isrc) <= 0)) continue;
    isrcOfUri.set(uri, isrc);
  }
  // An export says no ISRC; a live play of the same URI may have.
  const isrcOf = (track: number) => metadata.isrcs.get(track) ?? isrcOfUri.get(uris[track] ?? '');
  const groups = groupTracks(tracks.song, uris, isrcOf);

  return {
    groupOf: (track) => groups[track]!,
    compare: (a, b) => {
      const uri = uris[a] ?? null;
      if (uri !== null && uri === uris[b]) return 0;
      const isrc = isrcOf(a);
      if (isrc !== undefined && isrc === isrcOf(b)) return 1;
      return tracks.song[a] !== NONE && tracks.song[a] === tracks.song[b] ? 2 : null;
    },
  };
}

/** By track: the same number for all that a chain of equal URIs, ISRCs and songs connects. */
function groupTracks(
  song: Int32Array,
  uris: readonly (string | null)[],
  isrcOf: (track: number) => string | undefined,
): Int32Array {
  const groups = song.map((_, track) => track);
  const find = (track: number): number => {
    let root = track;
    while (groups[root] !== root) root = groups[root] = groups[groups[root]!]!;
    return root;
  };
  const firstOf = new Map<string | number, number>();
  const connect = (key: string | number | null | undefined, track: number) => {
    if (key === null || key === undefined || key === NONE) return;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, track);
    else groups[find(track)] = find(first);
  };
  for (let track = 0; track < song.length; track++) {
    connect(uris[track], track);
    connect(isrcOf(track), track);
    connect(song[track], track);
  }
  return groups.map((_, track) => find(track));
}
