/** The findings of a page about one artist, album or song, in words. */
import type { Detail } from '../../../../views/detail/contract.ts';
import { formatDate, formatNumber } from '../../../format.ts';
import { stepLabel } from '../../../step-text.ts';
import { t, tOrdinal, tPlural, type MessageKey, type PluralKey } from '../../../text.ts';
import { formatMonth } from '../../range-words.ts';

/** “Most in …”, by what the steps are. */
export const MOST_IN: Readonly<Record<Detail['stepUnit'], MessageKey>> = {
  hour: 'detail_steps_hour',
  day: 'detail_steps_day',
  month: 'detail_steps',
};

/** “Most in May 2019: 47 plays” */
export function stepsFinding({ steps, stepUnit }: Detail, timeZone: string): string {
  let most = steps[0];
  for (const step of steps) if (most && step.plays > most.plays) most = step;
  if (!most || most.plays === 0) return t('detail_steps_none');
  const plays = tPlural('popup_plays_count', most.plays, formatNumber(most.plays));
  const when = stepLabel(most.start, stepUnit, timeZone);
  return t(MOST_IN[stepUnit], when, plays);
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

/** “9 songs, most of all Lanterns: 148 plays” */
export function partsFinding(
  parts: readonly { entry: { name: string }; plays: number }[],
  shown: { name: (name: string) => string; count: number; words: PluralKey },
): string {
  const all = tPlural(shown.words, shown.count, formatNumber(shown.count));
  const [first] = parts;
  if (!first || first.plays === 0 || shown.count === 1) return all;
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
