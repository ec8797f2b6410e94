/** The seven days' plays in a line, which names their end when they do not end today. */
import type { AccountView } from '../../messages/contract.ts';
import { formatDate, formatNumber, isSameDay } from '../format.ts';
import { tPlural } from '../text.ts';

type Kept = NonNullable<AccountView['kept']>;

/** `now` is UTC ms. */
export function describeWeek(
  { lastSevenDays, countedAt }: Pick<Kept, 'lastSevenDays' | 'countedAt'>,
  now: number,
): string {
  const plays = lastSevenDays.reduce((sum, count) => sum + count, 0);
  return isSameDay(countedAt, now)
    ? tPlural('options_week', plays, formatNumber(plays))
    : tPlural('options_week_until', plays, formatNumber(plays), formatDate(countedAt, 'date'));
}
