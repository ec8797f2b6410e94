/** One look at what was played lately: asks Spotify from the cursor on, and hands it to the history. */
import { PAGE_LIMIT, type RecentPage } from '../spotify/calls.ts';
import type { SpotifyClient } from '../spotify/client.ts';
import { detailsOfTracks } from '../spotify/to-details.ts';
import { toStream } from '../spotify/to-stream.ts';
import type { Details } from '../domain/details.ts';
import type { SyncReport } from '../domain/sync-state.ts';
import type { History } from '../history/history.ts';

/**
 * How far before the newest known play a look begins. Spotify moves `played_at` between a play's
 * start and its end at times, so the newest play may come back a track's length earlier; ten minutes
 * is longer than nearly all tracks, and three or four known plays cost nothing.
 */
const OVERLAP_MS = 10 * 60_000;

/** Far more than Spotify has ever given; only there so that an odd answer cannot go on for ever. */
const MOST_PAGES = 20;

interface Options {
  accountId: string;
  client: SpotifyClient;
  history: Pick<History, 'appendLive' | 'liveCursor'>;
  now: () => number;
  /** Looks at all that Spotify remembers: the only way to see plays that arrive hours late. */
  whole: boolean;
}

export interface Collected {
  report: SyncReport;
  /** Entries that could not be read. */
  unreadable: number;
  /** The history asks for `fold`. */
  foldDue: boolean;
  /** What Spotify said besides of the tracks heard. */
  details: Details;
}

/** @throws AppError as `client.recentlyPlayed` and `history.appendLive` do; then nothing was added. */
export async function collectRecent(options: Options): Promise<Collected> {
  const { accountId, client, history, now, whole } = options;
  const polledAt = now();
  const cursor = await history.liveCursor(accountId);
  const pages = await fetchPages(client, cursor, whole);
  const streams = pages.flatMap(({ items }) => items.map(toStream));
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  const { added, possibleGap, foldDue } = await history.appendLive(accountId, {
    streams,
    polledAt,
    pageFull: streams.length + unreadable >= PAGE_LIMIT,
  });
  const report = { at: now(), received: streams.length, added, possibleGap };
  const tracks = pages.flatMap(({ items }) => items.map(({ track }) => track));
  return { report, unreadable, foldDue, details: detailsOfTracks(tracks, polledAt) };
}

/** The page after the cursor; older ones too when it is full and the cursor's play is not on it. */
async function fetchPages(
  client: SpotifyClient,
  cursor: number | null,
  whole: boolean,
): Promise<RecentPage[]> {
  const after = whole || cursor === null ? {} : { after: Math.max(0, cursor - OVERLAP_MS) };
  let page = await client.recentlyPlayed({ ...after, limit: PAGE_LIMIT });
  const pages = [page];
  while (pages.length < MOST_PAGES && isFull(page) && !reaches(page, cursor)) {
    const before = oldestOf(page);
    if (before === null) break;
    // What is in hand is worth more than what may come: a failure here ends the looking back only.
    const older = await client.recentlyPlayed({ before, limit: PAGE_LIMIT }).catch(() => null);
    if (!older || (oldestOf(older) ?? before) >= before) break;
    page = older;
    pages.push(page);
  }
  return pages;
}

function isFull({ items, unreadable }: RecentPage): boolean {
  return items.length + unreadable >= PAGE_LIMIT;
}

/** Spotify remembers the last plays in order: a page that shows the cursor's has all since. */
function reaches({ items }: RecentPage, cursor: number | null): boolean {
  return cursor !== null && items.some(({ played_at }) => played_at <= cursor);
}

function oldestOf({ items, before }: RecentPage): number | null {
  const times = items.map(({ played_at }) => played_at);
  return before ?? (times.length > 0 ? Math.min(...times) : null);
}
