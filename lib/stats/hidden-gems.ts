/** Hidden gems: songs heard faithfully, hardly ever skipped, by artists who are no favourites. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { monthOfDay } from './calendar.ts';
import { artistName, songTitle } from './names.ts';
import { compareNames, type RankBy, tally } from './ranking.ts';
import { dayTable, rowDays } from './row-days.ts';
import { END_KNOWN, IS_PLAY, IS_SKIP, rowClasses } from './row-classes.ts';
import type { TimeZone } from './time-zone.ts';
import { topArtists } from './top-artists.ts';

const MIN_PLAYS = 5;
const MIN_MONTHS = 3;
/** Skips for each stream whose end is known. */
const MAX_SKIP_RATE = 0.1;
const TOP_ARTISTS = 50;

export interface HiddenGem {
  /** The song's. */
  index: number;
  plays: number;
  playedMs: number;
  skipRate: number;
  /** Local months with a play. */
  months: number;
  /** Local months from that of the first play to that of the day looked from, both counted. */
  monthsSince: number;
  /** 0 … 100, where the Web API says it. */
  popularity: number | null;
}

interface Options {
  /** The local day looked from: the selection's last, or an earlier one that ends the history. */
  asOf: number;
  /** How the top 50 artists are ranked. */
  by: RankBy;
  /** By song. Without it, and for songs it does not know, faithfulness decides. */
  popularity?: ReadonlyMap<number, number>;
}

/**
 * Songs with ≥ 5 plays, a skip rate ≤ 10 % (so at least one end must be known), plays in ≥ 3 local
 * months, and an artist who is not among the top 50. All of it, the first play too, is of the
 * selection. Least popular first where popularity is known; then most faithful first (months ÷
 * months since the first play), more time, name.
 */
export function hiddenGems(
  dataset: Dataset,
  selection: Selection,
  zone: TimeZone,
  { asOf, by, popularity }: Options,
): HiddenGem[] {
  const { dictionary } = dataset;
  const { songs, tracks } = dictionary;
  const { plays, playedMs } = tally(dataset, selection, tracks.song, songs.hash.length);
  const skipRates = findSkipRates(dataset, selection);
  const favourites = new Set(
    topArtists(dataset, selection, by, TOP_ARTISTS).map(({ index }) => index),
  );
  const candidates: number[] = [];
  for (let song = NONE + 1; song < plays.length; song++) {
    const artist = songs.artist[song]!;
    // A rate without a known end is NaN, and no gem's.
    if (plays[song]! < MIN_PLAYS || !(skipRates[song]! <= MAX_SKIP_RATE)) continue;
    if (artist !== NONE && !favourites.has(artist)) candidates.push(song);
  }
  const months = countMonths(dataset, selection, zone, candidates);
  const lastMonth = monthOfDay(asOf);
  return candidates
    .map((index, place) => ({
      index,
      plays: plays[index]!,
      playedMs: playedMs[index]!,
      skipRate: skipRates[index]!,
      months: months.count[place]!,
      monthsSince: lastMonth - months.first[place]! + 1,
      popularity: popularity?.get(index) ?? null,
    }))
    .filter((gem) => gem.months >= MIN_MONTHS)
    .toSorted(
      (a, b) =>
        comparePopularity(a, b) ||
        b.months * a.monthsSince - a.months * b.monthsSince ||
        b.playedMs - a.playedMs ||
        compareNames(namesOf(a.index), namesOf(b.index)),
    );

  function namesOf(song: number): string[] {
    return [songTitle(dictionary, song), artistName(dictionary, songs.artist[song]!) ?? ''];
  }
}

function comparePopularity(a: HiddenGem, b: HiddenGem): number {
  if (a.popularity === b.popularity) return 0;
  return (a.popularity ?? Infinity) - (b.popularity ?? Infinity);
}

/** By song; NaN where no end is known. */
function findSkipRates(dataset: Dataset, { from, to, mask }: Selection): Float64Array {
  const { track } = dataset.columns;
  const { songs, tracks } = dataset.dictionary;
  const classes = rowClasses(dataset);
  const skips = new Uint32Array(songs.hash.length);
  const ends = new Uint32Array(songs.hash.length);
  for (let row = from; row < to; row++) {
    const bits = classes[row]!;
    if ((bits & (IS_SKIP | END_KNOWN)) === 0 || (mask && mask[row] === 0)) continue;
    const song = tracks.song[track[row]!]!;
    if (bits & IS_SKIP) skips[song]!++;
    if (bits & END_KNOWN) ends[song]!++;
  }
  return Float64Array.from(skips, (count, song) => (ends[song] === 0 ? NaN : count / ends[song]!));
}

/** By place among the given songs: the first month with a play, and how many have one. */
function countMonths(
  dataset: Dataset,
  { from, to, mask }: Selection,
  zone: TimeZone,
  songs: readonly number[],
) {
  const { track } = dataset.columns;
  const { dictionary } = dataset;
  const classes = rowClasses(dataset);
  const days = rowDays(dataset, zone);
  const places = new Int32Array(dictionary.songs.hash.length).fill(-1);
  for (const [place, song] of songs.entries()) places[song] = place;
  // A day that returns may be a row's, beside those at both ends.
  const begin = from < to ? days[from]! - 1 : 0;
  const table = dayTable(begin, from < to ? days[to - 1]! + 1 : -1, monthOfDay);
  const earliest = table[0] ?? 0;
  const width = (table.at(-1) ?? 0) - earliest + 1;
  const seen = new Uint8Array(songs.length * width);
  const count = new Int32Array(songs.length);
  const first = new Int32Array(songs.length).fill(2 ** 31 - 1);
  for (let row = from; row < to; row++) {
    if (!(classes[row]! & IS_PLAY) || (mask && mask[row] === 0)) continue;
    const place = places[dictionary.tracks.song[track[row]!]!]!;
    if (place < 0) continue;
    const month = table[days[row]! - begin]!;
    const cell = place * width + month - earliest;
    if (seen[cell] === 1) continue;
    seen[cell] = 1;
    count[place]!++;
    if (month < first[place]!) first[place] = month;
  }
  return { count, first };
}
