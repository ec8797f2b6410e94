import { expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { selectAll } from '../../../lib/dataset/selection.ts';
import { sessions } from '../../../lib/stats/sessions.ts';
import { aStream, aTrack, MINUTE } from '../dataset/streams.ts';

const noon = Date.UTC(2026, 10, 21, 12);

/** Streams by when they ended and how long they were, in minutes after noon. */
function listen(...streams: [endedAt: number, minutes: number][]) {
  return buildDataset(
    streams.map(([endedAt, minutes]) =>
      aStream({ endedAt: noon + endedAt * MINUTE, playedMs: minutes * MINUTE }),
    ),
  );
}

function sessionsOf(dataset: ReturnType<typeof listen>) {
  return sessions(dataset, selectAll(dataset.columns));
}

test('a pause of twenty minutes goes on, a longer one ends a session', () => {
  expect(sessionsOf(listen([4, 4], [27, 3])).count).toBe(1);
  const dataset = buildDataset([
    aStream({ endedAt: noon }),
    aStream({ endedAt: noon + 20 * MINUTE + 3, playedMs: 2 }),
  ]);
  expect(sessionsOf(dataset).count).toBe(2);
});

test('the pause is up to the start of the next stream, not to its end', () => {
  expect(sessionsOf(listen([0, 4], [60, 45])).count).toBe(1);
});

test('tells the longest by time heard, with its bounds, and the average', () => {
  const found = sessionsOf(listen([0, 2], [10, 5], [100, 30], [200, 4], [204, 4]));
  expect(found).toEqual({
    count: 3,
    longest: {
      startedAt: noon + 70 * MINUTE,
      endedAt: noon + 100 * MINUTE,
      streams: 1,
      playedMs: 30 * MINUTE,
    },
    averageMs: 15 * MINUTE,
  });
});

test('of several as long, the first is the longest', () => {
  expect(sessionsOf(listen([0, 4], [100, 4])).longest?.endedAt).toBe(noon);
});

test('begins with the earliest start, though that stream ended later', () => {
  const { longest, count } = sessionsOf(listen([10, 1], [12, 30]));
  expect([count, longest?.startedAt]).toEqual([1, noon - 18 * MINUTE]);
});

test('a range that cuts a session counts the part inside', () => {
  const dataset = listen([0, 4], [5, 4], [10, 4]);
  expect(sessions(dataset, { from: 1, to: 3, mask: null })).toMatchObject({
    count: 1,
    longest: { streams: 2, startedAt: noon + MINUTE },
  });
});

test('podcasts are no part of it, and nothing has no average', () => {
  const dataset = buildDataset([aStream({ track: aTrack({ kind: 'podcast' }) })]);
  expect(sessionsOf(dataset)).toEqual({ count: 0, longest: null, averageMs: null });
});
