/** The days of a year that its figures are held against. */
import type { YearReview } from '../../../../views/year/contract.ts';
import { formatNumber } from '../../../format.ts';
import { tPlural } from '../../../text.ts';

/** “365 days”; of a year with gaps, the days of which anything is known: “200 recorded days”. */
export function ofDays({ days, daysRecorded }: Pick<YearReview, 'days' | 'daysRecorded'>): string {
  const words = daysRecorded < days ? 'year_recorded_days' : 'range_days';
  return tPlural(words, daysRecorded, formatNumber(daysRecorded));
}
