/** What the history costs to keep and to go on with: the rollup, bytes on disk, live plays. */
import { firstRowFrom } from '../../../lib/dataset/columns.ts';
import { streamAt } from '../../../lib/dataset/dataset.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { openHistory } from '../../../lib/history/open-history.ts';
import { buildRollup } from '../../../lib/ingest/build-rollup.ts';

const history = openHistory();
const SONG_MS = 200_000;

/** As the background does after an import. Gives the ends of the first and the last stream, UTC ms. */
export async function keepRollup(accountId: string): Promise<{ firstAt: number; lastAt: number }> {
  const revision = await history.revision(accountId);
  const dataset = await history.load(accountId);
  await history.writeRollup(accountId, buildRollup(dataset, revision));
  const { endedAt } = dataset.columns;
  return { firstAt: endedAt[0]!, lastAt: endedAt.at(-1)! };
}

/** Of all the account's database, as the browser counts them. */
export async function bytesStored(): Promise<number> {
  const { usageDetails } = (await navigator.storage.estimate()) as {
    usageDetails?: { indexedDB?: number };
  };
  return usageDetails?.indexedDB ?? NaN;
}

/**
 * Appends polls of so many new plays each, long after the last import, as the background does. Gives
 * the ms of each.
 */
export async function appendLive(
  accountId: string,
  polls: number,
  plays: number,
): Promise<number[]> {
  const known = await sampleStreams(accountId, plays);
  const { lastAt } = await history.extent(accountId);
  let endedAt = (lastAt ?? 0) + 30 * 86_400_000;
  const times: number[] = [];
  for (let poll = 0; poll < polls; poll++) {
    const streams = known.map(({ track }) => livePlay(track, (endedAt += SONG_MS)));
    const start = performance.now();
    const { added } = await history.appendLive(accountId, {
      streams,
      polledAt: endedAt,
      pageFull: true,
    });
    times.push(performance.now() - start);
    if (added !== plays) throw new Error(`${added} of ${plays} plays were added`);
  }
  return times;
}

async function sampleStreams(accountId: string, count: number): Promise<Stream[]> {
  const dataset = await history.load(accountId);
  const from = firstRowFrom(dataset.columns, 0);
  const step = Math.floor(dataset.columns.rows / (count * 3));
  return Array.from({ length: count * 3 }, (_, i) => streamAt(dataset, from + i * step))
    .filter(({ track }) => track.kind === 'music')
    .slice(0, count);
}

function livePlay(track: Stream['track'], endedAt: number): Stream {
  return {
    endedAt,
    playedMs: SONG_MS,
    quality: 'estimated',
    track: { ...track, durationMs: SONG_MS },
    reasonStart: null,
    reasonEnd: null,
    shuffle: null,
    skipped: null,
    offline: null,
    incognito: null,
    platform: null,
    country: null,
  };
}
