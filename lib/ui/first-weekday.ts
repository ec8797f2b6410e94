/** With which day a week begins where the listener lives. */

/** `language` is BCP 47, with its region (`en-US`). 1 is Monday, 7 is Sunday. */
export function firstWeekday(language: string): number {
  try {
    const locale: WeekLocale = new Intl.Locale(language);
    return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
  } catch {
    return 1;
  }
}

/** A method in new engines, a property in older ones, nothing in the oldest. */
interface WeekLocale extends Intl.Locale {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}
