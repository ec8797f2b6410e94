/** What kept songs are divided into: still heard, no longer heard, never played. */
import type { Part } from '../charts/part-picture.ts';
import { t } from '../text.ts';

/** Of some songs, how many are no longer or never heard; both together at most all of them. */
export interface KeptCounts {
  songs: number;
  neverPlayed: number;
  unheardForAYear: number;
}

/** From the left: strong for what is alive, grey for what never was. */
export function songParts(): Part[] {
  return [
    { name: t('parts_heard'), ink: 'accent' },
    { name: t('parts_year'), ink: 'heat-2' },
    { name: t('parts_never'), ink: 'cat-other' },
  ];
}

/** In the order of `songParts`. */
export function partsOf({ songs, neverPlayed, unheardForAYear }: KeptCounts): number[] {
  return [songs - neverPlayed - unheardForAYear, unheardForAYear, neverPlayed];
}
