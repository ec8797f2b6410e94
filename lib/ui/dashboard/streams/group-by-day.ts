/** Puts streams under the days they belong to, for the table of recent ones. */

export interface DayOf<T> {
  /** UTC ms of one of its streams: formats to the day. */
  at: number;
  items: T[];
}

/** Keeps the order; `timeZone` is an IANA name. For tens of rows: it asks `Intl` for each. */
export function groupByDay<T extends { endedAt: number }>(
  items: readonly T[],
  timeZone: string,
): DayOf<T>[] {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const days: DayOf<T>[] = [];
  let current = '';
  for (const item of items) {
    const day = format.format(item.endedAt);
    if (day !== current) days.push({ at: item.endedAt, items: [] });
    current = day;
    days.at(-1)?.items.push(item);
  }
  return days;
}
