/** The figures of the popup, from the whole history: computed after a sync, painted at once later. */
import { type Dataset, streamAt } from '../dataset/dataset.ts';
import { selectAll } from '../dataset/selection.ts';
import type { PlayedSong, RangeFigures, RangeKey, Snapshot } from '../domain/snapshot.ts';
import { doAtOnce, type Steps } from '../domain/steps.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { amountBefore } from './amount-before.ts';
import { lastSevenDays } from './by-day.ts';
import { dayOf } from './calendar.ts';
import { daysRecorded, isCovered } from './covered-days.ts';
import { dayRange, rangeBefore } from './ranges.ts';
import type { DayRange } from '../domain/day-range.ts';
import { IS_MUSIC, rowClasses } from './row-classes.ts';
import { selectDays } from './select-days.ts';
import { songHistoryAt } from './song-history.ts';
import { sparklineSteps } from './sparkline-steps.ts';
import { type TimeZone, timeZoneTable } from './time-zone.ts';
import { topEntriesInSteps } from './top-entries.ts';
import { totals } from './totals.ts';

/** The popup shows three; two more let it drop what it cannot show. */
const TOP_ENTRIES = 5;

interface Setting {
  accountId: string;
  dataset: Dataset;
  /** What the history has seen whole, in time order. */
  coverage: readonly TimeRange[];
  /** UTC ms. */
  now: number;
  /** IANA name. */
  timeZone: string;
}

/** @throws RangeError when the time zone is not known here. */
export function buildSnapshot(setting: Setting): Snapshot {
  return doAtOnce(snapshotInSteps(setting));
}

/** As `buildSnapshot`, in steps of a few ms each for a million streams. */
export function* snapshotInSteps(setting: Setting): Steps<Snapshot> {
  const { accountId, dataset, now, timeZone } = setting;
  const zone = timeZoneTable(timeZone);
  yield;
  rowClasses(dataset);
  yield;
  const figures = (key: RangeKey) => rangeFigures(setting, zone, key);
  return {
    schema: 1,
    accountId,
    computedAt: now,
    timeZone,
    streams: dataset.columns.rows,
    since: dataset.columns.endedAt[0] ?? null,
    lastSevenDays: lastSevenDays(dataset, zone, dayOf(zone, now)),
    lastPlayed: lastPlayed(dataset),
    ranges: {
      today: yield* figures('today'),
      '7-days': yield* figures('7-days'),
      '4-weeks': yield* figures('4-weeks'),
      'this-year': yield* figures('this-year'),
      'all-time': yield* figures('all-time'),
    },
  };
}

function* rangeFigures(setting: Setting, zone: TimeZone, key: RangeKey): Steps<RangeFigures> {
  const { dataset, coverage, now } = setting;
  const days = dayRange(key, dayOf(zone, now));
  const selection = days ? selectDays(dataset.columns, zone, days) : selectAll(dataset.columns);
  const { plays, playedMs } = totals(dataset, selection);
  yield;
  const before =
    days && isComparable(setting, zone, days) ? amountBefore(dataset, zone, days, now) : null;
  yield;
  const sparkline = sparklineSteps({ dataset, zone, coverage, now }, key);
  yield;
  const top = yield* topEntriesInSteps(dataset, selection, TOP_ENTRIES);
  return { plays, playedMs, before, ...sparkline, top };
}

/** A change is honest when nothing is missing, from the start of the range before until lately. */
function isComparable({ coverage, now }: Setting, zone: TimeZone, days: DayRange): boolean {
  const { first } = rangeBefore(days);
  return (
    isCovered(coverage, zone, days) &&
    daysRecorded(coverage, zone, { first, last: days.last, now }) === 'whole'
  );
}

function lastPlayed(dataset: Dataset): PlayedSong | null {
  const classes = rowClasses(dataset);
  const row = classes.findLastIndex((bits) => (bits & IS_MUSIC) !== 0);
  if (row < 0) return null;
  const { endedAt, track } = streamAt(dataset, row);
  const song = dataset.dictionary.tracks.song[dataset.columns.track[row]!]!;
  return {
    title: track.title ?? track.uri ?? '',
    artist: track.artist,
    album: track.album,
    coverUrl: track.coverUrl,
    uri: track.uri,
    at: endedAt,
    ...songHistoryAt(dataset, song),
  };
}
