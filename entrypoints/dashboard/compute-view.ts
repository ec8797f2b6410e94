/** Answers the dashboard's questions: opens the history, and puts the statistics of a range together. */
import type { Dataset } from '../../lib/dataset/dataset.ts';
import { selectAll, type Selection } from '../../lib/dataset/selection.ts';
import type { Extent, History } from '../../lib/history/history.ts';
import type { Stream } from '../../lib/domain/stream.ts';
import { dayOf } from '../../lib/stats/calendar.ts';
import { dayRange } from '../../lib/stats/ranges.ts';
import { rowClasses } from '../../lib/stats/row-classes.ts';
import { selectDays } from '../../lib/stats/select-days.ts';
import { sparklineSteps } from '../../lib/stats/sparkline-steps.ts';
import { timeZoneTable } from '../../lib/stats/time-zone.ts';
import { topEntries } from '../../lib/stats/top-entries.ts';
import { totals } from '../../lib/stats/totals.ts';
import type {
  HistoryRequest,
  HistoryView,
  RecentStream,
} from '../../lib/ui/dashboard/history-protocol.ts';

const TOP_ENTRIES = 10;
const RECENT_STREAMS = 30;

/** Keeps the last account's columns in memory, and reads them again when the history has changed. */
export function createViewComputer(history: History) {
  let loaded: { accountId: string; state: HistoryState; dataset: Dataset } | null = null;

  async function loadDataset(accountId: string, state: HistoryState): Promise<Dataset> {
    if (loaded?.accountId === accountId && isSame(loaded.state, state)) return loaded.dataset;
    const dataset = await history.load(accountId);
    loaded = { accountId, state, dataset };
    return dataset;
  }

  /** @throws AppError `history/…`; RangeError when the time zone is not known here. */
  return async function computeView(request: Omit<HistoryRequest, 'id'>): Promise<HistoryView> {
    const { accountId, range, timeZone, now } = request;
    const revision = await history.revision(accountId);
    const extent = await history.extent(accountId);
    const [dataset, coverage, recent] = await Promise.all([
      loadDataset(accountId, { ...extent, revision }),
      history.coverage(accountId),
      history.recent(accountId, RECENT_STREAMS),
    ]);
    const zone = timeZoneTable(timeZone);
    const days = dayRange(range, dayOf(zone, now));
    const selection = days ? selectDays(dataset.columns, zone, days) : selectAll(dataset.columns);
    const { plays, playedMs } = totals(dataset, selection);
    const { artists, songs, albums } = topEntries(dataset, selection, TOP_ENTRIES);
    return {
      plays,
      playedMs,
      ...findEnds(dataset, selection),
      ...sparklineSteps({ dataset, zone, coverage, now }, range),
      top: { artists, songs, albums },
      recent: recent.map(toRecent),
      kept: { streams: extent.streams, firstAt: extent.firstAt },
      coverage,
    };
  };
}

/** An import may change no more than how long something was heard: the revision tells. */
type HistoryState = Extent & { revision: number };

function isSame(one: HistoryState, other: HistoryState): boolean {
  return (
    one.revision === other.revision &&
    one.streams === other.streams &&
    one.firstAt === other.firstAt &&
    one.lastAt === other.lastAt
  );
}

/** When the first and the last music in the selection ended. */
function findEnds(dataset: Dataset, { from, to, mask }: Selection) {
  const { endedAt } = dataset.columns;
  const classes = rowClasses(dataset);
  const counts = (row: number) => classes[row] !== 0 && mask?.[row] !== 0;
  let first = from;
  let last = to - 1;
  while (first < to && !counts(first)) first++;
  while (last >= first && !counts(last)) last--;
  if (last < first) return { firstAt: null, lastAt: null };
  return { firstAt: endedAt[first] ?? null, lastAt: endedAt[last] ?? null };
}

function toRecent({ endedAt, playedMs, quality, track }: Stream): RecentStream {
  const { kind, title, artist, coverUrl, uri } = track;
  return { endedAt, playedMs, quality, kind, title, artist, coverUrl, uri };
}
