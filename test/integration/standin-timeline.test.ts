/** What was really played: the generated listening with a test's own plays, silences and live stretches. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../standin/clock.ts';
import { createListening } from '../standin/listening.ts';
import { createTimeline, type Timeline } from '../standin/timeline.ts';

const START = Date.UTC(2026, 10, 20, 15);
const HOUR = 3_600_000;
const listening = createListening();

let now = START;
const clock: Clock = { now: () => now, aheadOfMachineSeconds: () => 0 };
let timeline: Timeline;

beforeEach(() => {
  now = START;
  timeline = createTimeline(listening, clock, ['mira']);
});

const usual = (from: number, to: number) => listening.streamsBetween('mira', from, to);

describe('a live stretch', () => {
  it('leaves the past as it was, and fills the time from the start on', () => {
    const past = timeline.streams('mira', START - 48 * HOUR, START - HOUR);
    expect(past).toEqual(usual(START - 48 * HOUR, START - HOUR));
    const live = timeline.streams('mira', START, START + 12 * HOUR);
    const played = live.reduce((sum, { playedMs }) => sum + playedMs, 0);
    expect(played).toBeGreaterThan(10 * HOUR);
  });

  it('gives way to the usual day when it ends', () => {
    now = START + HOUR;
    timeline.setLive('mira', false);
    const later = timeline.streams('mira', START + 3 * HOUR, START + 48 * HOUR);
    expect(later).toEqual(usual(START + 3 * HOUR, START + 48 * HOUR));
  });

  it('is nobody’s unless asked for', () => {
    const from = START - 24 * HOUR;
    expect(createTimeline(listening, clock, []).streams('mira', from, START + 24 * HOUR)).toEqual(
      usual(from, START + 24 * HOUR),
    );
  });

  it('never overlaps with the usual day, wherever it starts and ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 72 * HOUR }),
        fc.integer({ min: 1000, max: 30 * HOUR }),
        (shift, length) => {
          now = START + shift;
          const other = createTimeline(listening, clock, ['mira']);
          now += length;
          other.setLive('mira', false);
          const streams = other.streams('mira', START - 24 * HOUR, START + 150 * HOUR);
          const overlapping = streams.filter(
            ({ startedAt }, index) => startedAt < (streams[index - 1]?.endedAt ?? 0),
          );
          expect(overlapping).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('answers the same however the time is cut', () => {
    const whole = timeline.streams('mira', START - 6 * HOUR, START + 6 * HOUR);
    const pieces = Array.from({ length: 24 }, (_, index) =>
      timeline.streams(
        'mira',
        START + (index - 12) * (HOUR / 2),
        START + (index - 11) * (HOUR / 2),
      ),
    );
    expect(pieces.flat()).toEqual(whole);
  });
});

describe('silence', () => {
  it('stops what plays and leaves only what a test adds', () => {
    now = START + HOUR;
    timeline.setQuiet('mira', true);
    expect(timeline.current('mira')).toBeUndefined();
    now += 5 * HOUR;
    const added = timeline.play('mira', now);
    expect(timeline.streams('mira', START + HOUR, now + 1)).toEqual([added]);
    timeline.setQuiet('mira', false);
    now += HOUR;
    expect(timeline.current('mira')).toBeDefined();
  });
});

describe('an added play', () => {
  it('is what plays now, in front of the generated one, until its end', () => {
    const { trackId, endedAt } = timeline.play('mira', START + 60_000);
    expect(timeline.current('mira')?.trackId).toBe(trackId);
    now = endedAt;
    expect(timeline.current('mira')?.endedAt).not.toBe(endedAt);
  });

  it('has its own millisecond, however many are added at once', () => {
    const ends = Array.from({ length: 5 }, () => timeline.play('mira', START).endedAt);
    expect(new Set(ends).size).toBe(5);
  });

  it('refuses a track that is not in the catalogue', () => {
    expect(() => timeline.play('mira', START, 'nothing')).toThrow(RangeError);
  });
});
