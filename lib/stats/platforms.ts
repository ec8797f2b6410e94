/** Platforms and countries: on what, and where, music was heard. */
import { compareCodePoints } from '../dataset/identity.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import { type PlatformFamily, platformFamily } from './platform-family.ts';
import { IS_PLAY, rowClasses } from './row-classes.ts';

/** Music of one platform, family or country. */
export interface NamedFigures<Name> {
  name: Name;
  streams: number;
  plays: number;
  playedMs: number;
}

/** By platform as Spotify wrote it; null for "not told". By plays, then time, then name. */
export function platforms(dataset: Dataset, selection: Selection): NamedFigures<string | null>[] {
  const { platform } = dataset.columns;
  return sumNamed(dataset, selection, platform, dataset.dictionary.platforms);
}

/** The same by kind of device, where many names stand for one. */
export function platformFamilies(
  dataset: Dataset,
  selection: Selection,
): NamedFigures<PlatformFamily>[] {
  const { platform } = dataset.columns;
  return sumNamed(dataset, selection, platform, dataset.dictionary.platforms.map(platformFamily));
}

/** By country of the connection (ISO 3166, as written: Spotify's `ZZ` too); null for "not told". */
export function countries(dataset: Dataset, selection: Selection): NamedFigures<string | null>[] {
  const { country } = dataset.columns;
  return sumNamed(dataset, selection, country, dataset.dictionary.countries);
}

function sumNamed<Name extends string | null>(
  dataset: Dataset,
  { from, to, mask }: Selection,
  codes: Uint16Array,
  names: readonly Name[],
): NamedFigures<Name>[] {
  const { playedMs } = dataset.columns;
  const classes = rowClasses(dataset);
  const streams = new Uint32Array(names.length);
  const plays = new Uint32Array(names.length);
  const times = new Float64Array(names.length);
  for (let row = from; row < to; row++) {
    if (classes[row] === 0 || (mask && mask[row] === 0)) continue;
    const code = codes[row]!;
    streams[code]!++;
    if (classes[row]! & IS_PLAY) plays[code]!++;
    times[code]! += playedMs[row]!;
  }
  const sums = new Map<Name, NamedFigures<Name>>();
  for (const [code, name] of names.entries()) {
    if (streams[code] === 0) continue;
    const sum = sums.get(name) ?? { name, streams: 0, plays: 0, playedMs: 0 };
    sum.streams += streams[code]!;
    sum.plays += plays[code]!;
    sum.playedMs += times[code]!;
    sums.set(name, sum);
  }
  return [...sums.values()].toSorted(
    (a, b) =>
      b.plays - a.plays || b.playedMs - a.playedMs || compareCodePoints(a.name ?? '', b.name ?? ''),
  );
}
