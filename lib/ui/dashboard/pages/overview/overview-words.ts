/** The findings of the first page, in words. */
import type { OverviewView } from '../../../../views/overview/contract.ts';
import type { DayRange } from '../../../../domain/day-range.ts';
import {
  calendarDay,
  formatDate,
  formatDuration,
  formatNumber,
  formatPercent,
} from '../../../format.ts';
import { t, tPlural, type MessageKey, type PluralKey } from '../../../text.ts';
import { fullestFinding } from '../detail/detail-words.ts';

/** “Fullest in May 2019: 3 days 4 h”, where one of them is. */
export function shapeFinding(
  overview: Pick<OverviewView, 'steps' | 'stepUnit'>,
  timeZone: string,
): string {
  const amounts = overview.steps.map(({ playedMs }) => playedMs);
  return fullestFinding(overview, amounts, formatDuration, timeZone);
}

/** “5 artists: 34 % of all plays” */
export function topListFinding(
  { entries, share }: OverviewView['top']['songs'],
  words: PluralKey,
): string {
  const count = tPlural(words, entries.length, formatNumber(entries.length));
  return share === null ? count : t('overview_top_share', count, formatPercent(share));
}

/**
 * “3 artists and 12 songs, never heard before”. Where the record begins within those days, nobody
 * knows what was heard before: `firstAt` is its first moment (UTC ms).
 */
export function newsFinding(
  { artists, songs, days }: OverviewView['news'],
  firstAt: number | null,
): string {
  const words = [
    ...(artists > 0 ? [tPlural('top_count_artists', artists, formatNumber(artists))] : []),
    ...(songs > 0 ? [tPlural('top_count_songs', songs, formatNumber(songs))] : []),
  ];
  const [one, other] = words;
  if (one === undefined) return t('overview_news_none');
  if (beginsWithin(days, firstAt)) {
    return other === undefined
      ? t('overview_news_young_some', one)
      : t('overview_news_young', one, other);
  }
  return other === undefined ? t('overview_news_some', one) : t('overview_news', one, other);
}

/** Whether the record begins in these days or later: then everything in them looks new. */
export function beginsWithin({ first }: DayRange, firstAt: number | null): boolean {
  return firstAt !== null && calendarDay(firstAt) >= first * 86_400_000;
}

/** How complete the history is, in one line. */
export function coverageText(coverage: OverviewView['coverage'], timeZone: string): string {
  if (!coverage) return t('coverage_none');
  const { since, until, gaps } = coverage;
  const [from, to] = [formatDate(since, 'date', timeZone), formatDate(until, 'date', timeZone)];
  if (gaps === 0) return from === to ? t('coverage_day', from) : t('coverage_whole', from, to);
  return tPlural('overview_gaps', gaps, formatNumber(gaps), from, to);
}

/** What an average is of: all days, or those that are recorded; null where there is but one. */
export function averageDay({
  days,
  recordedDays,
}: Pick<OverviewView, 'days' | 'recordedDays'>): MessageKey | null {
  if (recordedDays < 2) return null;
  return recordedDays < days ? 'overview_a_recorded_day' : 'overview_a_day';
}

/** How many of some were played, where others were only skipped; null where all were. */
export function playedOf(all: number, played: number): string | null {
  return played < all ? t('overview_played', formatNumber(played)) : null;
}

/**
 * “12 days in a row with music, more than ever”: a record only where there were days before it to be
 * broken. `firstAt` is the first moment of the record (UTC ms).
 */
export function streakFinding(
  { current, currentKnown, longest }: OverviewView['streaks'],
  firstAt: number | null,
  timeZone: string,
): string {
  if (!current) return t(currentKnown ? 'overview_streak_none' : 'overview_streak_unknown');
  const days = tPlural('range_days', current.days, formatNumber(current.days));
  const begin = firstAt === null ? null : calendarDay(firstAt, timeZone) / 86_400_000;
  const isRecord = current.first === longest?.first && begin !== null && begin < current.first;
  return t(isRecord && current.days > 1 ? 'overview_streak_record' : 'overview_streak', days);
}
