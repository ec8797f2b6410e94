/** The findings of a page about one artist, album or song, in words. */
import type { Detail } from '../../../../views/detail/contract.ts';
import { formatDate, formatNumber } from '../../../format.ts';
import { stepLabel } from '../../../step-text.ts';
import { t, tOrdinal, tPlural, type MessageKey, type PluralKey } from '../../../text.ts';
import { clearMost, clearTwo } from '../../findings.ts';
import { formatMonth } from '../../range-words.ts';

type Unit = Detail['stepUnit'];

const FULLEST: Readonly<Record<'one' | 'two' | 'even', Readonly<Record<Unit, MessageKey>>>> = {
  one: { hour: 'detail_steps_hour', day: 'detail_steps_day', month: 'detail_steps' },
  two: { hour: 'detail_steps_hour_two', day: 'detail_steps_day_two', month: 'detail_steps_two' },
  even: {
    hour: 'detail_steps_hour_even',
    day: 'detail_steps_day_even',
    month: 'detail_steps_even',
  },
};

/**
 * “Fullest in May 2019: 47 plays”, or in two months, where they are clearly above the rest; else how much
 * there is at most. `amounts` are by step, `words` says one.
 */
export function fullestFinding(
  { steps, stepUnit }: Pick<Detail, 'stepUnit'> & { steps: readonly { start: number }[] },
  amounts: readonly number[],
  words: (amount: number) => string,
  timeZone: string,
): string {
  const most = Math.max(0, ...amounts);
  if (most === 0) return t('detail_steps_none');
  const when = (place: number) => stepLabel(steps[place]!.start, stepUnit, timeZone);
  const one = clearMost(amounts);
  if (one !== null) return t(FULLEST.one[stepUnit], when(one), words(most));
  const two = clearTwo(amounts)?.toSorted((a, b) => a - b);
  if (two) return t(FULLEST.two[stepUnit], when(two[0]!), when(two[1]!), words(most));
  return t(FULLEST.even[stepUnit], words(most));
}

export function stepsFinding(detail: Detail, timeZone: string): string {
  const amounts = detail.steps.map(({ plays }) => plays);
  return fullestFinding(detail, amounts, playsText, timeZone);
}

function playsText(plays: number): string {
  return tPlural('popup_plays_count', plays, formatNumber(plays));
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
  return t('detail_parts', all, shown.name(first.entry.name), playsText(first.plays));
}

/** A release date as exactly as Spotify knows it: `2019`, “May 2019”, “12 May 2019”. */
export function releaseText(date: string): string | null {
  if (/^\d{4}$/.test(date)) return date;
  const time = Date.parse(date);
  if (Number.isNaN(time)) return null;
  return formatDate(time, date.length > 7 ? 'date' : 'month', 'UTC');
}
