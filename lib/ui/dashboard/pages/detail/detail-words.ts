/** The findings of a page about one artist, album or song, in words. */
import type { Detail } from '../../../../views/detail/contract.ts';
import { formatDate, formatNumber } from '../../../format.ts';
import { stepLabel } from '../../../step-text.ts';
import { t, tOrdinal, tPlural, type MessageKey, type PluralKey } from '../../../text.ts';
import { clearMost } from '../../findings.ts';
import { formatMonth } from '../../range-words.ts';

/** “Fullest in …”, by what the steps are. */
export const FULLEST_IN: Readonly<Record<Detail['stepUnit'], MessageKey>> = {
  hour: 'detail_steps_hour',
  day: 'detail_steps_day',
  month: 'detail_steps',
};

/** “No month stands out: up to …” */
export const EVEN_IN: Readonly<Record<Detail['stepUnit'], MessageKey>> = {
  hour: 'detail_steps_hour_even',
  day: 'detail_steps_day_even',
  month: 'detail_steps_even',
};

/** “Fullest in May 2019: 47 plays”, where one of them is. */
export function stepsFinding({ steps, stepUnit }: Detail, timeZone: string): string {
  const amounts = steps.map(({ plays }) => plays);
  const largest = Math.max(0, ...amounts);
  if (largest === 0) return t('detail_steps_none');
  const plays = tPlural('popup_plays_count', largest, formatNumber(largest));
  const fullest = steps[clearMost(amounts) ?? -1];
  if (!fullest) return t(EVEN_IN[stepUnit], plays);
  return t(FULLEST_IN[stepUnit], stepLabel(fullest.start, stepUnit, timeZone), plays);
}

/** “Highest place: 4th, in May 2019”, or in how many months. */
export function placesFinding({ months }: Pick<Detail, 'months'>): string {
  const placed = months.filter(({ rank }) => rank !== null);
  const best = Math.min(...placed.map(({ rank }) => rank ?? Infinity));
  const there = placed.filter(({ rank }) => rank === best);
  const place = tOrdinal(best, formatNumber(best));
  if (there.length > 1) {
    return tPlural('detail_places_often', there.length, formatNumber(there.length), place);
  }
  return t('detail_places_best', place, formatMonth(there[0]?.month ?? 0));
}

/** “9 songs, Lanterns above all: 148 plays”, where one is */
export function partsFinding(
  parts: readonly { entry: { name: string }; plays: number }[],
  shown: { name: (name: string) => string; count: number; words: PluralKey },
): string {
  const all = tPlural(shown.words, shown.count, formatNumber(shown.count));
  const [first] = parts;
  if (!first || shown.count === 1 || clearMost(parts.map(({ plays }) => plays)) === null)
    return all;
  const plays = tPlural('popup_plays_count', first.plays, formatNumber(first.plays));
  return t('detail_parts', all, shown.name(first.entry.name), plays);
}

/** A release date as exactly as Spotify knows it: `2019`, “May 2019”, “12 May 2019”. */
export function releaseText(date: string): string | null {
  if (/^\d{4}$/.test(date)) return date;
  const time = Date.parse(date);
  if (Number.isNaN(time)) return null;
  return formatDate(time, date.length > 7 ? 'date' : 'month', 'UTC');
}
