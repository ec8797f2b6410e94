/** Computes one stretch of a top list. */
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
  { by, filter, offset, limit }: TopParams,
  list: Exclude<TopList, 'playlists'>,
): TopView {
  const { dataset } = setting;
  const { now, before } = rankingsOf(setting, list, by);
  const { order, places, sums } = now;
  const fits = matchNames(dataset, list, filter);
  const matching = fits ? order.filter((index) => fits[index] !== 0) : order;
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

async function topOfPlaylists(
  setting: ViewSetting,
  { by, filter, offset, limit }: TopParams,
): Promise<TopView> {
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
  const matching = rows.filter(createFilter(filter));
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
  { filter, offset, limit }: TopParams,
  source: RangeFigures['top']['source'],
  entries: readonly TopEntry[],
): TopView {
  const rows = entries.map((entry, place) => ({
    ...entry,
    rank: place + 1,
    rankBefore: null,
    playlist: null,
  }));
  const matching = rows.filter(createFilter(filter));
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

function shared({ dataset, scope, compared }: ViewSetting) {
  const { plays, playedMs } = totals(dataset, scope.selection);
  return { plays, playedMs, compared: compared !== null };
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
