/** A time zone as a table of its offset changes: local time for a million rows without `Intl`. */

/** Offset `i` holds from `starts[i]` (UTC ms) until the next start; the first holds before, too. */
export interface TimeZone {
  readonly name: string;
  readonly starts: Float64Array;
  /** Local time − UTC. */
  readonly offsetsMs: Float64Array;
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The table knows changes between these; nobody listened at Spotify before 2006. */
const FIRST = Date.UTC(2006, 0, 1);
const LAST = Date.UTC(2040, 0, 1);

/** No zone keeps an offset for less than three weeks in that time. */
const STEP_MS = 14 * DAY_MS;

const tables = new Map<string, TimeZone>();

/**
 * The table of a zone by its IANA name, built when first asked for.
 *
 * @throws RangeError when the browser does not know the zone.
 */
export function timeZoneTable(name: string): TimeZone {
  let table = tables.get(name);
  if (!table) {
    table = buildTimeZoneTable(name);
    tables.set(name, table);
  }
  return table;
}

/** The table, built anew. @throws RangeError when the browser does not know the zone. */
export function buildTimeZoneTable(name: string): TimeZone {
  const changes = typeof Temporal === 'undefined' ? lookForChanges(name) : askForChanges(name);
  return {
    name,
    starts: Float64Array.from(changes, ({ start }) => start),
    offsetsMs: Float64Array.from(changes, ({ offsetMs }) => offsetMs),
  };
}

interface Change {
  start: number;
  offsetMs: number;
}

/** Of a browser that knows `Temporal`: a millisecond, where the other way takes sixteen. */
function askForChanges(name: string): Change[] {
  const first = Temporal.Instant.fromEpochMilliseconds(FIRST).toZonedDateTimeISO(name);
  const changes: Change[] = [{ start: -Infinity, offsetMs: first.offsetNanoseconds / 1e6 }];
  for (let next = first.getTimeZoneTransition('next'); next && next.epochMilliseconds < LAST;) {
    const offsetMs = next.offsetNanoseconds / 1e6;
    if (offsetMs !== changes.at(-1)!.offsetMs) {
      changes.push({ start: next.epochMilliseconds, offsetMs });
    }
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

function lookForChanges(name: string): Change[] {
  const offsetOf = createOffsetReader(name);
  const changes: Change[] = [{ start: -Infinity, offsetMs: offsetOf(FIRST) }];
  for (let time = FIRST; time < LAST; time += STEP_MS) {
    const offsetMs = offsetOf(time + STEP_MS);
    if (offsetMs === changes.at(-1)!.offsetMs) continue;
    changes.push({ start: findChange(offsetOf, time, time + STEP_MS), offsetMs });
  }
  return changes;
}

/** Changes happen at whole seconds, so that a search by seconds finds the very moment. */
function findChange(offsetOf: (time: number) => number, from: number, to: number): number {
  const before = offsetOf(from);
  let low = from / 1000;
  let high = to / 1000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetOf(middle * 1000) === before) low = middle;
    else high = middle;
  }
  return high * 1000;
}

/** Reads what the zone's clocks show at a whole second, and compares. */
function createOffsetReader(timeZone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (time) => {
    const [month, day, year, hour, minute, second] = format.format(time).split(/\D+/).map(Number);
    return Date.UTC(year!, month! - 1, day, hour, minute, second) - time;
  };
}

/** Which entry of the table holds at a time. */
export function offsetIndex({ starts }: TimeZone, time: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= time) low = middle;
    else high = middle;
  }
  return low;
}

/** UTC ms → ms of the local clock, as if that were UTC. */
export function toLocal(zone: TimeZone, time: number): number {
  return time + zone.offsetsMs[offsetIndex(zone, time)]!;
}

/**
 * The first moment (UTC ms) at which the zone's clocks show `local` or later: the start of a local
 * hour, day or month. Right where that time is skipped (the moment of the change) and where it
 * comes twice (the first).
 */
export function fromLocal(zone: TimeZone, local: number): number {
  const { starts, offsetsMs } = zone;
  // No offset is beyond a day, so that nothing earlier can show `local`.
  for (let i = offsetIndex(zone, local - 2 * DAY_MS); ; i++) {
    const time = Math.max(starts[i]!, local - offsetsMs[i]!);
    if (i + 1 >= starts.length || time < starts[i + 1]!) return time;
  }
}
