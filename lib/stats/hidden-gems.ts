/** Hidden gems: songs heard faithfully, hardly ever skipped, by artists who are no favourites. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import type { Selection } from '../dataset/selection.ts';
import { monthOfDay } from './calendar.ts';
import { artistName, songTitle } from './names.ts';
import { PeriodCounter } from './period-counter.ts';
import { compareNames, type RankBy } from './ranking.ts';
import { tally } from './tally.ts';
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
  const favourites = new Set(
    topArtists(dataset, selection, by, TOP_ARTISTS).map(({ index }) => index),
  );
  const candidates: number[] = [];
  for (let song = NONE + 1; song < plays.length; song++) {
    const artist = songs.artist[song]!;
    if (plays[song]! < MIN_PLAYS || artist === NONE || favourites.has(artist)) continue;
    candidates.push(song);
  }
  const { skips, ends, months } = lookCloser(dataset, selection, zone, candidates);
  const lastMonth = monthOfDay(asOf);
  return candidates
    .map((index, place) => ({
      index,
      plays: plays[index]!,
      playedMs: playedMs[index]!,
      // Without a known end it is NaN, or infinite, and no gem's.
      skipRate: skips[place]! / ends[place]!,
      months: months.counts[place]!,
      monthsSince: lastMonth - months.first[place]! + 1,
      popularity: popularity?.get(index) ?? null,
    }))
    .filter((gem) => gem.months >= MIN_MONTHS && gem.skipRate <= MAX_SKIP_RATE)
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

/** By place among the given songs: skips, known ends, months with a play. */
function lookCloser(
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
  // By track, so that each of a million rows looks in one table, not in two.
  const placeOfTrack = dictionary.tracks.song.map((song) => places[song]!);
  // A day that returns may be a row's, beside those at both ends.
  const begin = from < to ? days[from]! - 1 : 0;
  const table = dayTable(begin, from < to ? days[to - 1]! + 1 : -1, monthOfDay);
  const months = new PeriodCounter(songs.length);
  const skips = new Uint32Array(songs.length);
  const ends = new Uint32Array(songs.length);
  for (let row = from; row < to; row++) {
    const bits = classes[row]!;
    if (bits === 0 || (mask && mask[row] === 0)) continue;
    const place = placeOfTrack[track[row]!]!;
    if (place < 0) continue;
    if (bits & IS_SKIP) skips[place]!++;
    if (bits & END_KNOWN) ends[place]!++;
    if (bits & IS_PLAY) months.add(place, table[days[row]! - begin]!);
  }
  return { skips, ends, months };
}
