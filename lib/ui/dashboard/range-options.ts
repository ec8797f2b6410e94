/** The years and months that can be chosen. */
import type { ViewScope } from '../../views/protocol.ts';
import { calendarDay, formatDate } from '../format.ts';

const DAY_MS = 86_400_000;

/** Newest first, from the first stream on, by the display time zone; `chosen` is among them, whatever it is. */
export function yearChoices(scope: ViewScope | null, chosen: string): string[] {
  const years = new Set(chosen ? [chosen] : []);
  if (scope) {
    const today = scope.today * DAY_MS;
    const { firstAt } = scope.kept;
    const first = new Date(firstAt === null ? today : calendarDay(firstAt)).getUTCFullYear();
    for (let year = new Date(today).getUTCFullYear(); year >= first; year--) {
      years.add(String(year).padStart(4, '0'));
    }
  }
  return [...years].toSorted().toReversed();
}

/** “January” … “December” of the year, each with its text for the URL. */
export function monthChoices(year: string): { value: string; label: string }[] {
  return Array.from({ length: 12 }, (_, month) => ({
    value: `${year}-${String(month + 1).padStart(2, '0')}`,
    label: formatDate(Date.UTC(Number(year), month, 1), 'month-name', 'UTC'),
  }));
}
