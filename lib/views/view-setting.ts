/** What a view is computed from: the account's rows, the range chosen, and what it is compared with. */
import type { Columns } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import type { DayRange } from '../domain/day-range.ts';
import type { TimeRange } from '../domain/time-range.ts';
import type { Extent, History } from '../history/history.ts';
import { dayOf } from '../stats/calendar.ts';
import { daysRecorded, type Recorded } from '../stats/covered-days.ts';
import { chosenDays, comparableDays, isOngoing } from '../stats/ranges.ts';
import { selectDays } from '../stats/select-days.ts';
import { openScope, type StatisticsScope } from '../stats/statistics-scope.ts';
import { stopAt } from '../stats/stop-at.ts';
import { type TimeZone, timeZoneTable } from '../stats/time-zone.ts';
import type { ViewBase, ViewScope } from './protocol.ts';

export interface ViewSetting extends ViewBase {
  dataset: Dataset;
  /** Dataset, zone, days, selection and the day looked back from, as the statistics take them. */
  scope: StatisticsScope;
  /** The local day of `now`. */
  today: number;
  /** The days chosen; null for all time. */
  days: DayRange | null;
  /** What the range is held against; null also where nothing is known of the days asked for. */
  compared: { days: DayRange; selection: Selection } | null;
  /** The days asked for, whatever is known of them. */
  comparedDays: { days: DayRange; recorded: Recorded } | null;
  /** The stretches of time seen whole, in order. */
  coverage: readonly TimeRange[];
  extent: Extent;
  /** For what is no stream: receipts, playlists, library. */
  history: Pick<History, 'receipts' | 'saved' | 'recent' | 'readSnapshot'>;
}

interface Known {
  dataset: Dataset;
  coverage: readonly TimeRange[];
  extent: Extent;
  history: ViewSetting['history'];
}

/** The statistics take lists of any length through their own arguments. */
const STANDARD_LIST = 10;

/** @throws RangeError when the time zone is not known here. */
export function openSetting(base: ViewBase, known: Known): ViewSetting {
  const { timeZone, now, range, compare } = base;
  const zone = timeZoneTable(timeZone);
  const today = dayOf(zone, now);
  const days = chosenDays(range, today);
  const { dataset, coverage } = known;
  const compared = comparedWith(dataset.columns, zone, { range, compare, days, today, now });
  const recorded = compared && recordedThen(coverage, zone, compared, now);
  return {
    ...base,
    ...known,
    today,
    days,
    compared: recorded === 'nothing' ? null : compared,
    comparedDays: compared && recorded && { days: compared.days, recorded },
    scope: openScope(dataset, {
      range: days,
      timeZone,
      top: STANDARD_LIST,
      by: 'plays',
      receipt: null,
    }),
  };
}

/** Music that is known of a gap is not nothing. */
function recordedThen(
  coverage: readonly TimeRange[],
  zone: TimeZone,
  { days, selection }: NonNullable<ViewSetting['compared']>,
  now: number,
): Recorded {
  const recorded = daysRecorded(coverage, zone, { ...days, now });
  return recorded === 'nothing' && streamsIn(selection) > 0 ? 'part' : recorded;
}

/** Of an ongoing range, up to the same time of the same day. */
function comparedWith(
  columns: Columns,
  zone: TimeZone,
  given: Pick<ViewSetting, 'range' | 'compare' | 'days' | 'today' | 'now'>,
): ViewSetting['compared'] {
  const { range, compare, days, today, now } = given;
  const other = comparableDays(compare, days, today, range);
  if (!other) return null;
  const selection = selectDays(columns, zone, other);
  if (!isOngoing(compare, days, today)) return { days: other, selection };
  return { days: other, selection: stopAt(columns, zone, selection, { day: other.last, now }) };
}

/** What the page is told of the setting, whatever it asked for. */
export function describeScope(setting: ViewSetting): ViewScope {
  const { today, days, comparedDays, scope, extent } = setting;
  const { streams: kept, firstAt, lastAt } = extent;
  return {
    today,
    days,
    comparedDays: comparedDays?.days ?? null,
    streams: streamsIn(scope.selection),
    recorded: recordedOf(setting),
    comparedRecorded: comparedDays?.recorded ?? null,
    kept: { streams: kept, firstAt, lastAt },
  };
}

function streamsIn({ from, to, mask }: Selection): number {
  let streams = to - from;
  if (mask) for (let row = from; row < to; row++) streams -= mask[row] === 0 ? 1 : 0;
  return streams;
}

function recordedOf(setting: ViewSetting): Recorded {
  // All time begins with what is kept.
  if (!setting.days) return setting.coverage.length === 1 ? 'whole' : 'part';
  return recordedIn(setting, setting.days);
}

/** How much is known of these days, up to now. */
export function recordedIn(
  { coverage, scope, now }: Pick<ViewSetting, 'coverage' | 'scope' | 'now'>,
  days: DayRange,
): Recorded {
  return daysRecorded(coverage, scope.zone, { ...days, now });
}
