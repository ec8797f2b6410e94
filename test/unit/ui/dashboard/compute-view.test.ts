import { describe, expect, it, vi } from 'vitest';
import { createViewComputer } from '../../../../entrypoints/dashboard/compute-view.ts';
import { buildDataset } from '../../../../lib/dataset/dataset.ts';
import { z } from '../../../../lib/domain/schema.ts';
import type { Stream } from '../../../../lib/domain/stream.ts';
import type { History } from '../../../../lib/history/history.ts';
import { HistoryView } from '../../../../lib/ui/dashboard/history-protocol.ts';
import { DAY_MS, NOW } from '../fixtures.ts';

function stream(endedAt: number, title: string, changes: Partial<Stream['track']> = {}): Stream {
  return {
    endedAt,
    playedMs: 200_000,
    quality: 'measured',
    track: {
      kind: 'music',
      uri: null,
      title,
      artist: 'The Tidewater Choir',
      album: 'Harbour Light',
      albumArtist: null,
      durationMs: null,
      isrc: null,
      coverUrl: null,
      artistUri: null,
      albumUri: null,
      ...changes,
    },
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

/** A history that holds these streams, whoever asks. */
function historyOf(streams: Stream[]) {
  const world = { revision: 1 };
  const load = vi.fn(async () => buildDataset(streams));
  const history: Partial<History> = {
    load,
    coverage: async () => [{ from: NOW - 10 * DAY_MS, to: NOW }],
    recent: async (_, limit) => streams.toReversed().slice(0, limit),
    revision: async () => world.revision,
    extent: async () => ({
      streams: streams.length,
      firstAt: streams[0]?.endedAt ?? null,
      lastAt: streams.at(-1)?.endedAt ?? null,
    }),
  };
  return { history: history as History, load, world };
}

const STREAMS = [
  stream(NOW - 400 * DAY_MS, 'An episode', { kind: 'podcast' }),
  stream(NOW - 300 * DAY_MS, 'Slow Ferry'),
  stream(NOW - 2 * DAY_MS, 'Lanterns'),
  stream(NOW - DAY_MS, 'Lanterns'),
];
const QUESTION = {
  accountId: 'ada',
  range: 'all-time',
  timeZone: 'Europe/Berlin',
  now: NOW,
} as const;

describe('the view of a range', () => {
  it('counts music only, and says when the first and the last of it was heard', async () => {
    const view = await createViewComputer(historyOf(STREAMS).history)(QUESTION);
    expect(view).toMatchObject({
      plays: 3,
      playedMs: 600_000,
      firstAt: NOW - 300 * DAY_MS,
      lastAt: NOW - DAY_MS,
      kept: { streams: 4, firstAt: NOW - 400 * DAY_MS },
    });
    expect(view.top.songs.map(({ name }) => name)).toEqual(['Lanterns', 'Slow Ferry']);
    expect(view.recent).toHaveLength(4);
    expect(z.safeParse(HistoryView, view).success).toBe(true);
  });

  it('keeps to the range', async () => {
    const compute = createViewComputer(historyOf(STREAMS).history);
    const view = await compute({ ...QUESTION, range: '7-days' });
    expect(view).toMatchObject({ plays: 2, firstAt: NOW - 2 * DAY_MS, stepUnit: 'day' });
    expect(view.steps).toHaveLength(7);
  });

  it('has no first and last where nothing was heard', async () => {
    const compute = createViewComputer(historyOf(STREAMS).history);
    const view = await compute({ ...QUESTION, range: 'today' });
    expect(view).toMatchObject({ plays: 0, firstAt: null, lastAt: null });
  });

  it('reads the history once, and again when it has changed or another account is asked for', async () => {
    const streams = [...STREAMS];
    const { history, load, world } = historyOf(streams);
    const compute = createViewComputer(history);
    await compute(QUESTION);
    await compute({ ...QUESTION, range: 'today' });
    expect(load).toHaveBeenCalledTimes(1);
    streams.push(stream(NOW, 'Salt'));
    expect((await compute(QUESTION)).plays).toBe(4);
    expect(load).toHaveBeenCalledTimes(2);
    await compute({ ...QUESTION, accountId: 'ben' });
    expect(load).toHaveBeenCalledTimes(3);
    world.revision = 2;
    await compute({ ...QUESTION, accountId: 'ben' });
    expect(load).toHaveBeenCalledTimes(4);
  });
});
