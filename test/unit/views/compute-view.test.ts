import { describe, expect, it, vi } from 'vitest';
import { createViewComputer } from '../../../lib/views/compute-view.ts';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { applyDetails } from '../../../lib/dataset/apply-details.ts';
import { NO_DETAILS } from '../../../lib/domain/details.ts';
import { AppError } from '../../../lib/domain/app-error.ts';
import { z } from '../../../lib/domain/schema.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import type { History } from '../../../lib/history/history.ts';
import { OverviewContract } from '../../../lib/views/overview/contract.ts';
import { ViewScope } from '../../../lib/views/protocol.ts';
import { details } from '../dataset/details.ts';
import { uriOf } from '../ingest/music.ts';
import { DAY_MS, NOW } from '../ui/fixtures.ts';

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
  const world = { revision: 1, detailsRevision: 0, known: NO_DETAILS };
  const load = vi.fn(async () => buildDataset(streams));
  const history: Partial<History> = {
    load,
    recent: async (_, limit) => streams.toReversed().slice(0, limit),
    readSnapshot: async () => null,
    async refreshDetails(_, dataset) {
      const metadata = applyDetails(dataset.dictionary, dataset.metadata, world.known);
      return { ...dataset, metadata };
    },
    state: async () => ({
      revision: world.revision,
      detailsRevision: world.detailsRevision,
      coverage: [{ from: NOW - 10 * DAY_MS, to: NOW }],
      extent: {
        streams: streams.length,
        firstAt: streams[0]?.endedAt ?? null,
        lastAt: streams.at(-1)?.endedAt ?? null,
      },
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
  id: 1,
  view: 'overview',
  params: {},
  compare: 'before',
  firstWeekday: 1,
  hemisphere: null,
  accountId: 'ada',
  range: 'all-time',
  timeZone: 'Europe/Berlin',
  now: NOW,
} as const;

/** The overview of the range, as the page reads it. */
async function overviewIn(range: string, streams = STREAMS) {
  const { scope, view } = await createViewComputer(historyOf(streams).history)({
    ...QUESTION,
    range,
  });
  return { scope: z.parse(ViewScope, scope), view: z.parse(OverviewContract.view, view) };
}

describe('a view of the history', () => {
  it('counts music only, and says when the first and the last of it was heard', async () => {
    const { scope, view } = await overviewIn('all-time');
    expect(view).toMatchObject({
      amounts: { plays: 3, playedMs: 600_000 },
      firstAt: NOW - 300 * DAY_MS,
      lastAt: NOW - DAY_MS,
    });
    expect(scope).toMatchObject({
      days: null,
      streams: 4,
      kept: { streams: 4, firstAt: NOW - 400 * DAY_MS },
    });
    expect(view.top.songs.entries.map(({ name }) => name)).toEqual(['Lanterns', 'Slow Ferry']);
    expect(view.streams.streams).toHaveLength(4);
  });

  it('keeps to the range, and says what it is', async () => {
    const { scope, view } = await overviewIn('7-days');
    expect(view).toMatchObject({
      amounts: { plays: 2 },
      firstAt: NOW - 2 * DAY_MS,
      stepUnit: 'day',
    });
    expect(view.steps).toHaveLength(7);
    const { today } = scope;
    expect(scope).toMatchObject({
      days: { first: today - 6, last: today },
      comparedDays: { first: today - 13, last: today - 7 },
      streams: 2,
    });
  });

  it('takes any year, month or days', async () => {
    expect((await overviewIn('2026-01')).view.amounts.plays).toBe(1);
    expect((await overviewIn('2026')).view.amounts.plays).toBe(3);
    expect((await overviewIn('2026-11-19..2026-11-19')).view).toMatchObject({
      amounts: { plays: 1 },
      stepUnit: 'hour',
    });
  });

  it('has no first and last where nothing was heard', async () => {
    const { scope, view } = await overviewIn('today');
    expect(view).toMatchObject({ amounts: { plays: 0 }, firstAt: null, lastAt: null });
    expect(scope.streams).toBe(0);
  });

  it('is refused when nobody knows it', async () => {
    const compute = createViewComputer(historyOf(STREAMS).history);
    const question = compute({ ...QUESTION, view: 'toString' });
    await expect(question).rejects.toMatchObject({ code: 'message/invalid' });
  });

  it('reads the history once, and again when it has changed or another account is asked for', async () => {
    const streams = [...STREAMS];
    const { history, load, world } = historyOf(streams);
    const compute = createViewComputer(history);
    await Promise.all([compute(QUESTION), compute({ ...QUESTION, range: 'today' })]);
    expect(load).toHaveBeenCalledTimes(1);
    streams.push(stream(NOW, 'Salt'));
    expect((await compute(QUESTION)).view).toMatchObject({ amounts: { plays: 4 } });
    expect(load).toHaveBeenCalledTimes(2);
    await compute({ ...QUESTION, accountId: 'ben' });
    expect(load).toHaveBeenCalledTimes(3);
    world.revision = 2;
    await compute({ ...QUESTION, accountId: 'ben' });
    expect(load).toHaveBeenCalledTimes(4);
  });

  it('takes over what was learned of the music since, without reading a row again', async () => {
    const uri = uriOf('track', 'lanterns');
    const streams = [stream(NOW - DAY_MS, 'Lanterns', { uri })];
    const { history, load, world } = historyOf(streams);
    const compute = createViewComputer(history);
    expect((await compute(QUESTION)).wanted).toEqual([uri]);
    world.known = details({
      tracks: { [uri]: { albumUri: uriOf('album', 'harbour') } },
      albums: { [uriOf('album', 'harbour')]: { coverUrl: 'https://i.scdn.co/image/1' } },
    });
    world.detailsRevision = 1;
    const { view } = await compute(QUESTION);
    const { top } = z.parse(OverviewContract.view, view);
    expect(top.songs.entries[0]?.coverUrl).toBe('https://i.scdn.co/image/1');
    await compute(QUESTION);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('reads again after reading failed', async () => {
    const { history, load } = historyOf(STREAMS);
    const compute = createViewComputer(history);
    load.mockRejectedValueOnce(new AppError('history/unavailable'));
    await expect(compute(QUESTION)).rejects.toMatchObject({ code: 'history/unavailable' });
    expect((await compute(QUESTION)).scope.streams).toBe(4);
  });
});
