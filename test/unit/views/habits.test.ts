import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { z } from '../../../lib/domain/schema.ts';
import { ANSWERS } from '../../../lib/views/answers.ts';
import { VIEWS } from '../../../lib/views/contract.ts';
import { MINUTE } from '../dataset/streams.ts';
import { day, play, times } from '../stats/a-history.ts';
import { settingOf } from './a-setting.ts';
import { viewOf } from './ask-view.ts';

const skip = (date: string, title: string, by = title) =>
  play(date, title, { by, playedMs: 2000, reasonEnd: 'fwdbtn' });

describe('the clock', () => {
  it('counts plays by the local weekday and hour', async () => {
    // Noon UTC is 13:00 in Berlin's winter, 14:00 in its summer; both days are Saturdays.
    const streams = [play('2026-01-03', 'A'), play('2026-07-04', 'A'), skip('2026-07-04', 'A')];
    const { plays } = await viewOf('clock', streams);
    expect(plays[5]![13]).toBe(1);
    expect(plays[5]![14]).toBe(1);
    expect((await viewOf('clock', streams)).recorded).toEqual(Array(7).fill(true));
    // A Saturday and a Sunday are all that is known.
    const weekend = [
      { from: Date.parse('2026-01-03T08:00Z'), to: Date.parse('2026-01-04T20:00Z') },
    ];
    const young = await viewOf('clock', streams, { coverage: weekend, range: '2026-01' });
    expect(young.recorded).toEqual([false, false, false, false, false, true, true]);
    expect(plays.flat().reduce((sum, count) => sum + count, 0)).toBe(2);
  });
});

describe('countries', () => {
  it('are one where nobody knows which, told or not', async () => {
    const streams = [null, 'ZZ', 'ZZ', 'DE', 'DE'].map((country, i) =>
      play(`2026-01-0${i + 1}`, 'A', { country }),
    );
    const { countries } = await viewOf('devices', streams);
    expect(countries.map(({ code, plays, streams: count }) => [code, plays, count])).toEqual([
      [null, 3, 3],
      ['DE', 2, 2],
    ]);
  });
});

describe('streaks', () => {
  const streams = [
    ...['2026-05-01', '2026-05-02', '2026-05-03'].map((date) => play(date, 'Ode', { by: 'Ann' })),
    play('2026-05-05', 'Ode', { by: 'Ann' }),
    play('2026-05-05', 'Salt', { by: 'Bo' }),
    play('2026-05-06', 'Salt', { by: 'Bo' }),
    skip('2026-05-07', 'Salt', 'Bo'),
  ];

  it('are of days with a play, in all and by artist', async () => {
    const longest = { days: 3, first: day('2026-05-01'), last: day('2026-05-03') };
    const current = { days: 2, first: day('2026-05-05'), last: day('2026-05-06') };
    expect(await viewOf('streaks', streams)).toMatchObject({
      asOf: day('2026-05-07'),
      days: 5,
      longest,
      current,
      artists: [
        { entry: { name: 'Ann' }, longest, current: null },
        { entry: { name: 'Bo' }, longest: current, current },
      ],
    });
  });

  it('leave out artists of a single day', async () => {
    const { artists } = await viewOf('streaks', streams, { range: '2026-05-03..2026-05-05' });
    expect(artists).toEqual([]);
  });
});

describe('sessions', () => {
  it('are counted by how long they were', async () => {
    const noon = Date.parse('2026-05-01T12:00Z');
    const heard = (minutesAfter: number, minutes: number) =>
      play(new Date(noon + minutesAfter * MINUTE).toISOString(), 'Ode', {
        playedMs: minutes * MINUTE,
      });
    const streams = [heard(0, 4), heard(5, 5), heard(60, 5), heard(300, 60), heard(900, 300)];
    const { lengths, count, averageMs, longest } = await viewOf('sessions', streams);
    expect(lengths.map((entry) => [entry.fromMs / MINUTE, entry.count])).toEqual([
      [0, 0],
      [5, 2],
      [15, 0],
      [30, 0],
      [60, 1],
      [120, 0],
      [240, 1],
    ]);
    expect(lengths[1]!.playedMs).toBe(14 * MINUTE);
    expect({ count, averageMs }).toEqual({ count: 4, averageMs: (374 * MINUTE) / 4 });
    expect(longest).toMatchObject({ streams: 1, endedAt: noon + 900 * MINUTE });
  });
});

describe('skips', () => {
  it('rank artists and songs of ten streams and more, and tell the rate of all', async () => {
    const unknown = play('2026-05-09', 'Salt', { by: 'Bo', reasonEnd: null });
    const streams = [
      times(6, play('2026-05-01', 'Ode', { by: 'Ann' })),
      times(4, skip('2026-05-01', 'Ode', 'Ann')),
      times(9, skip('2026-05-02', 'Salt', 'Bo')),
      times(5, unknown),
    ];
    expect(await viewOf('skips', streams)).toMatchObject({
      streams: 19,
      skips: 13,
      rate: 13 / 19,
      minStreams: 10,
      artists: [{ entry: { name: 'Ann' }, streams: 10, skips: 4, rate: 0.4 }],
      songs: [{ entry: { name: 'Ode', artist: 'Ann' }, streams: 10, skips: 4, rate: 0.4 }],
    });
  });

  it('have no rate where no end is told', async () => {
    const streams = [play('2026-05-01', 'Ode', { reasonEnd: null })];
    expect(await viewOf('skips', streams)).toMatchObject({ streams: 0, rate: null, artists: [] });
  });
});

describe('devices', () => {
  it('gather in families; countries and shuffling stand beside', async () => {
    const on = (platform: string | null, country: string | null, shuffle: boolean | null) =>
      play('2026-05-01', 'Ode', { platform, country, shuffle });
    const streams = [
      on('iOS 17.1 (iPhone14,2)', 'DE', true),
      on('ios', 'DE', false),
      on('Android OS 13', 'FR', true),
      on(null, null, null),
    ];
    const { families, countries, shuffle } = await viewOf('devices', streams);
    expect(families.map(({ family, plays }) => [family, plays])).toEqual([
      ['ios', 2],
      ['android', 1],
      ['unknown', 1],
    ]);
    expect(countries.map(({ code, plays }) => [code, plays])).toEqual([
      ['DE', 2],
      [null, 1],
      ['FR', 1],
    ]);
    expect(shuffle).toEqual({ streams: 3, shuffled: 2, share: 2 / 3 });
  });
});

describe('milestones', () => {
  const streams = Array.from({ length: 1003 }, (_, index) =>
    play(new Date(Date.parse('2026-01-01') + index * 5 * MINUTE).toISOString(), `Song ${index}`),
  );

  it('name the song, and what comes next', async () => {
    const { milestones, next } = await viewOf('milestones', streams);
    expect(milestones).toMatchObject([
      { play: 1, entry: { name: 'Song 0' } },
      { play: 1000, entry: { name: 'Song 999' }, endedAt: streams[999]!.endedAt },
    ]);
    expect(next).toEqual({ play: 10_000, missing: 8997 });
  });

  it('count from the first play of all, whatever the range', async () => {
    const { milestones, next } = await viewOf('milestones', streams, { range: '2026-01-04' });
    expect(milestones.map(({ play: count }) => count)).toEqual([1000]);
    expect(next.missing).toBe(8997);
  });
});

it('has nothing to say of an empty history, and says so', async () => {
  const setting = settingOf(buildDataset([]));
  for (const name of ['clock', 'streaks', 'sessions', 'skips', 'devices', 'milestones'] as const) {
    const view = await ANSWERS[name](setting, {});
    expect(z.safeParse(VIEWS[name].view, view).success).toBe(true);
  }
});
