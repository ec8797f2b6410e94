/** Computes one stretch of a top list. */
import { compareCodePoints } from '../../dataset/identity.ts';
import { namePlaces, orderBy } from '../../stats/list-order.ts';
import { searchTerms, foldForSearch } from '../../stats/search-text.ts';
import { matchNames } from '../../stats/search-names.ts';
import type { RangeFigures, TopEntry } from '../../domain/snapshot.ts';
import { songsOf, topPlaylists, type RankedPlaylist } from '../../stats/top-playlists.ts';
import { totals } from '../../stats/totals.ts';
import { describeAlbum, describeArtist, describeSong } from '../describe-entry.ts';
import { rankingsOf } from '../kept-rankings.ts';
import { spotifyTops } from '../spotify-tops.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { TopList, TopParams, TopRow, TopView } from './contract.ts';

const DESCRIBE = { songs: describeSong, artists: describeArtist, albums: describeAlbum } as const;

export async function computeTop(setting: ViewSetting, params: TopParams): Promise<TopView> {
  const { list } = params;
  if (list === 'playlists') return topOfPlaylists(setting, params);
  const spotify = await spotifyTops(setting);
  return spotify
    ? topOfSpotify(setting, params, spotify.source, spotify[list])
    : topOfHistory(setting, params, list);
}

function topOfHistory(
  setting: ViewSetting,
  { by, filter, sort, reversed, offset, limit }: TopParams,
  list: Exclude<TopList, 'playlists'>,
): TopView {
  const { dataset } = setting;
  const { now, before } = rankingsOf(setting, list, by);
  const { places, sums } = now;
  const amounts = by === 'plays' ? sums.plays : sums.playedMs;
  const order = heardOnly(now.order, amounts);
  const fits = matchNames(dataset, list, filter);
  const isShown = (index: number) => amounts[index] !== 0 && (!fits || fits[index] !== 0);
  const changeOf = (index: number) => {
    const then = before?.places[index] ?? 0;
    return then === 0 ? null : places[index]! - then;
  };
  const inOrder = {
    place: () => order,
    plays: () => rankingsOf(setting, list, 'plays').now.order,
    time: () => rankingsOf(setting, list, 'time').now.order,
    name: () => {
      const names = namePlaces(dataset, list);
      return orderBy(order, (index) => names[index]!);
    },
    change: () => orderBy(order, changeOf),
  }[sort]();
  const shown = fits || inOrder !== order ? inOrder.filter(isShown) : order;
  const matching = reversed ? shown.toReversed() : shown;
  const rowOf = (index: number): TopRow => ({
    ...DESCRIBE[list](dataset, index),
    rank: places[index]!,
    rankBefore: before?.places[index] || null,
    plays: sums.plays[index]!,
    playedMs: sums.playedMs[index]!,
    playlist: null,
  });
  return {
    source: 'history',
    places: order.length,
    matching: matching.length,
    first: order.length > 0 ? firstOf(rowOf(order[0]!)) : null,
    rows: Array.from(matching.subarray(offset, offset + limit), rowOf),
    ...shared(setting),
  };
}

async function topOfPlaylists(setting: ViewSetting, params: TopParams): Promise<TopView> {
  const { by, filter, offset, limit } = params;
  const { dataset, scope, compared, history, accountId } = setting;
  const { playlists } = await history.saved(accountId);
  const songs = playlists.map(songsOf);
  const ranked = topPlaylists(dataset, scope.selection, songs, by);
  const before = compared
    ? topPlaylists(dataset, compared.selection, songs, by).filter(isHeard)
    : [];
  const placesBefore = new Map(before.map(({ index }, place) => [index, place + 1]));
  const rows = ranked.map(({ index, plays, playedMs, ...playlist }, place) => ({
    name: playlists[index]!.name,
    artist: null,
    coverUrl: null,
    uri: null,
    rank: place + 1,
    rankBefore: placesBefore.get(index) ?? null,
    plays,
    playedMs,
    playlist,
  }));
  const matching = sortRows(rows.filter(createFilter(filter)), params);
  return {
    source: 'history',
    places: rows.length,
    matching: matching.length,
    first: rows[0] ? firstOf(rows[0]) : null,
    rows: matching.slice(offset, offset + limit),
    ...shared(setting),
  };
}

function isHeard({ plays, playedMs }: RankedPlaylist): boolean {
  return plays > 0 || playedMs > 0;
}

/** Ranked by Spotify alone: neither the order asked for nor the comparison changes it. */
function topOfSpotify(
  setting: ViewSetting,
  params: TopParams,
  source: RangeFigures['top']['source'],
  entries: readonly TopEntry[],
): TopView {
  const { filter, offset, limit } = params;
  const rows = entries.map((entry, place) => ({
    ...entry,
    rank: place + 1,
    rankBefore: null,
    playlist: null,
  }));
  const matching = sortRows(rows.filter(createFilter(filter)), params);
  return {
    ...shared(setting),
    source,
    compared: false,
    places: rows.length,
    matching: matching.length,
    first: null,
    rows: matching.slice(offset, offset + limit),
  };
}

/** Without what was only ever left at once: a list does not end with what was not played. */
function heardOnly(order: Uint32Array, amounts: Uint32Array | Float64Array): Uint32Array {
  let end = order.length;
  while (end > 0 && amounts[order[end - 1]!] === 0) end--;
  return order.subarray(0, end);
}

/** For short lists: as `topOfHistory` orders long ones. */
function sortRows<Row extends Pick<TopRow, 'name' | 'rank' | 'rankBefore' | 'plays' | 'playedMs'>>(
  rows: readonly Row[],
  { sort, reversed }: Pick<TopParams, 'sort' | 'reversed'>,
): Row[] {
  const changeOf = ({ rank, rankBefore }: Row) =>
    rankBefore === null ? Infinity : rank - rankBefore;
  const compare: Record<TopParams['sort'], (a: Row, b: Row) => number> = {
    place: () => 0,
    name: (a, b) => compareCodePoints(foldForSearch(a.name), foldForSearch(b.name)),
    change: (a, b) => (changeOf(a) === changeOf(b) ? 0 : changeOf(a) - changeOf(b)),
    plays: (a, b) => (b.plays ?? 0) - (a.plays ?? 0),
    time: (a, b) => (b.playedMs ?? 0) - (a.playedMs ?? 0),
  };
  const sorted = rows.toSorted((a, b) => compare[sort](a, b) || a.rank - b.rank);
  return reversed ? sorted.toReversed() : sorted;
}

function shared({ dataset, scope, compared, comparedDays }: ViewSetting) {
  const { plays, playedMs } = totals(dataset, scope.selection);
  const comparedWhole = comparedDays?.recorded === 'whole';
  return { plays, playedMs, compared: compared !== null, comparedWhole };
}

function firstOf({ name, plays, playedMs }: TopRow): NonNullable<TopView['first']> {
  return { name, plays, playedMs };
}

/** For short lists: whether all words typed are in the name or the artist's. */
function createFilter(typed: string): (row: Pick<TopRow, 'name' | 'artist'>) => boolean {
  const terms = searchTerms(typed);
  return ({ name, artist }) => {
    const text = `${foldForSearch(name)} ${foldForSearch(artist ?? '')}`;
    return terms.every((term) => text.includes(term));
  };
}
