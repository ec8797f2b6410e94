/** Puts the first page together. */
import type { Stream } from '../../domain/stream.ts';
import { overview } from '../../stats/overview.ts';
import { rangeSteps } from '../../stats/range-steps.ts';
import { topEntries } from '../../stats/top-entries.ts';
import type { ViewSetting } from '../view-setting.ts';
import { wantUri } from '../wanted.ts';
import type { OverviewView, RecentStream } from './contract.ts';

const TOP_ENTRIES = 10;
const RECENT_STREAMS = 30;

export async function computeOverview(setting: ViewSetting): Promise<OverviewView> {
  const { dataset, scope, coverage, now, days, history, accountId } = setting;
  const { selection, zone } = scope;
  const { plays, playedMs, firstStream, lastStream } = overview(dataset, selection);
  const { artists, songs, albums } = topEntries(dataset, selection, TOP_ENTRIES);
  const recent = (await history.recent(accountId, RECENT_STREAMS)).map(toRecent);
  for (const { coverUrl, uri } of [...artists, ...songs, ...albums, ...recent]) {
    if (coverUrl === null) wantUri(dataset, uri);
  }
  return {
    plays,
    playedMs,
    firstAt: firstStream,
    lastAt: lastStream,
    ...rangeSteps({ dataset, zone, coverage, now }, days),
    top: { artists, songs, albums },
    recent,
  };
}

function toRecent({ endedAt, playedMs, quality, track }: Stream): RecentStream {
  const { kind, title, artist, coverUrl, uri } = track;
  return { endedAt, playedMs, quality, kind, title, artist, coverUrl, uri };
}
