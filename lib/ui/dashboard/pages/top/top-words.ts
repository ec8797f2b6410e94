/** Top lists in words: what they found, what they hold, and how a place has changed. */
import type { ViewScope } from '../../../../views/protocol.ts';
import type { TopBy, TopList, TopRow, TopView } from '../../../../views/top/contract.ts';
import { formatDuration, formatNumber, formatSmallShare } from '../../../format.ts';
import { t, tPlural, type MessageKey, type PluralKey } from '../../../text.ts';
import { nameInWords } from '../../name-in-words.ts';
import { daysText, rangeText } from '../../range-words.ts';
import type { TopChoice } from './top-choice.ts';

export const LIST_WORDS: Readonly<Record<TopList, MessageKey>> = {
  songs: 'top_songs',
  artists: 'top_artists',
  albums: 'top_albums',
  playlists: 'top_playlists',
};

/** What the names of a list are names of. */
export const NAME_WORDS: Readonly<Record<TopList, MessageKey>> = {
  songs: 'top_song',
  artists: 'top_artist',
  albums: 'top_album',
  playlists: 'top_playlist',
};

const COUNTS: Readonly<Record<TopList, PluralKey>> = {
  songs: 'top_count_songs',
  artists: 'top_count_artists',
  albums: 'top_count_albums',
  playlists: 'top_count_playlists',
};

/** “Lanterns leads: 47 plays, 3 % of all.” Of a part of the list, what part it is. */
export function topFinding(
  { source, first, plays, playedMs, matching }: TopView,
  { list, by, filter }: Pick<TopChoice, 'list' | 'by' | 'filter'>,
): string {
  if (source !== 'history') return t('top_finding_spotify');
  const typed = filter.trim();
  if (typed !== '') {
    const found = tPlural(COUNTS[list], matching, formatNumber(matching));
    return t('top_finding_filter', found, nameInWords(typed));
  }
  if (!first?.plays && !first?.playedMs) return t('top_finding_none');
  const amount = amountText(first, by);
  const share = shareOf(first, { plays, playedMs }, by);
  const shareWords = share === null ? amount : t('top_of_all', amount, formatSmallShare(share));
  return t('top_finding', nameInWords(first.name), shareWords);
}

type TopScope = Pick<ViewScope, 'days' | 'recorded' | 'comparedDays' | 'comparedRecorded'>;

/** “1,204 songs · All time”, with what is compared. */
export function topNote(
  view: Pick<TopView, 'places' | 'matching' | 'source' | 'compared' | 'comparedWhole'>,
  { list, filter }: TopChoice,
  { range, scope }: { range: string; scope: TopScope },
): string {
  if (view.source === 'spotify-4-weeks') return t('top_source_spotify_4_weeks');
  if (view.source === 'spotify-year') return t('top_source_spotify_year');
  const all = tPlural(COUNTS[list], view.places, formatNumber(view.places));
  const count = filter.trim() === '' ? all : t('top_matching', formatNumber(view.matching), all);
  const parts = [count, rangeText(range, scope.days)];
  if (scope.comparedDays) {
    const days = daysText(scope.comparedDays);
    if (scope.comparedRecorded === 'nothing') {
      parts.push(t('top_compared_nothing', days));
    } else if (view.compared) {
      parts.push(t('top_compared', days));
      if (!view.comparedWhole) parts.push(t('top_compared_gaps'));
      if (scope.recorded !== 'whole') parts.push(t('top_range_gaps'));
    }
  }
  return parts.join(' · ');
}

/** “47 plays”, “2 h 5 min”. */
export function amountText(
  { plays, playedMs }: Pick<TopRow, 'plays' | 'playedMs'>,
  by: TopBy,
): string {
  if (by === 'time') return playedMs === null ? '' : formatDuration(playedMs);
  return plays === null ? '' : tPlural('popup_plays_count', plays, formatNumber(plays));
}

/** Of all music in the range, 0 … 1; null where nothing is known of it. */
export function shareOf(
  row: Pick<TopRow, 'plays' | 'playedMs'>,
  all: Pick<TopView, 'plays' | 'playedMs'>,
  by: TopBy,
): number | null {
  const [amount, total] = by === 'time' ? [row.playedMs, all.playedMs] : [row.plays, all.plays];
  return amount === null || total === 0 ? null : amount / total;
}

export interface PlaceChange {
  kind: 'new' | 'up' | 'down' | 'same';
  /** For the eye: “↑ 3”. */
  mark: string;
  /** The same in words: “3 places up, from 7”. */
  words: string;
}

/** Null where nothing is compared, or where it may have been heard on a day that is not recorded. */
export function placeChange(
  { rank, rankBefore }: Pick<TopRow, 'rank' | 'rankBefore'>,
  { compared, comparedWhole }: Pick<TopView, 'compared' | 'comparedWhole'>,
): PlaceChange | null {
  if (!compared) return null;
  if (rankBefore === null && !comparedWhole) return null;
  if (rankBefore === null) return { kind: 'new', mark: t('top_new'), words: t('top_new_words') };
  const won = rankBefore - rank;
  if (won === 0) return { kind: 'same', mark: '=', words: t('top_same') };
  const count = formatNumber(Math.abs(won));
  const before = formatNumber(rankBefore);
  return won > 0
    ? { kind: 'up', mark: `↑ ${count}`, words: tPlural('top_up', won, count, before) }
    : { kind: 'down', mark: `↓ ${count}`, words: tPlural('top_down', -won, count, before) };
}
