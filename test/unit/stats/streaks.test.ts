import { describe, expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { selectAll } from '../../../lib/dataset/selection.ts';
import { artistStreaks } from '../../../lib/stats/artist-streaks.ts';
import { dayOf } from '../../../lib/stats/calendar.ts';
import { artistName } from '../../../lib/stats/names.ts';
import { streaks } from '../../../lib/stats/streaks.ts';
import { timeZoneTable } from '../../../lib/stats/time-zone.ts';
import { aStream, aTrack, DAY } from '../dataset/streams.ts';

const berlin = timeZoneTable('Europe/Berlin');

function dayNumber(date: string): number {
  return Date.parse(date) / DAY;
}

/** Plays at these moments, by one artist or several. */
function listen(...plays: (string | [at: string, artist: string])[]) {
  return buildDataset(
    plays.map((play) => {
      const [at, artist] = typeof play === 'string' ? [play, 'Ines Vale'] : play;
      return aStream({ endedAt: Date.parse(at), track: aTrack({ artist }) });
    }),
  );
}

function streaksOf(dataset: ReturnType<typeof listen>, today: string, zone = berlin) {
  return streaks(dataset, selectAll(dataset.columns), zone, dayNumber(today));
}

describe('streaks', () => {
  test('count a day once that returns as clocks are set back over midnight', () => {
    // At 0:01 of 7 November it was 23:01 of the sixth again.
    const back = listen('2010-11-07T02:30:30Z', '2010-11-07T03:00Z', '2010-11-07T04:00Z');
    expect(streaksOf(back, '2010-11-07', timeZoneTable('America/St_Johns')).longest).toEqual({
      days: 2,
      first: dayNumber('2010-11-06'),
      last: dayNumber('2010-11-07'),
    });
  });

  const dataset = listen(
    '2026-03-01T12:00Z',
    // 2 March in Berlin.
    '2026-03-01T23:30Z',
    '2026-03-03T12:00Z',
    '2026-03-07T12:00Z',
    '2026-03-08T12:00Z',
  );

  test('count consecutive local days with a play', () => {
    expect(streaksOf(dataset, '2026-06-01').longest).toEqual({
      days: 3,
      first: dayNumber('2026-03-01'),
      last: dayNumber('2026-03-03'),
    });
  });

  test('go on today and, as today is not over, from yesterday', () => {
    const current = { days: 2, first: dayNumber('2026-03-07'), last: dayNumber('2026-03-08') };
    expect(streaksOf(dataset, '2026-03-08').current).toEqual(current);
    expect(streaksOf(dataset, '2026-03-09').current).toEqual(current);
    expect(streaksOf(dataset, '2026-03-10').current).toBeNull();
  });

  test('need a play: what was skipped makes no day', () => {
    const skipped = buildDataset([aStream({ playedMs: 29_999 })]);
    expect(streaksOf(skipped, '2026-11-21')).toEqual({ longest: null, current: null });
  });

  test('of several as long, the first is the longest', () => {
    const days = listen('2026-03-01T12:00Z', '2026-03-05T12:00Z');
    expect(streaksOf(days, '2026-03-05').longest?.first).toBe(dayNumber('2026-03-01'));
  });

  test('are not broken by a day that never was', () => {
    const apia = timeZoneTable('Pacific/Apia');
    const days = listen('2011-12-29T22:00Z', '2011-12-30T22:00Z');
    expect(days.columns.endedAt.map((time) => dayOf(apia, time))).toEqual(
      Float64Array.of(dayNumber('2011-12-29'), dayNumber('2011-12-31')),
    );
    expect(streaksOf(days, '2012-01-01', apia).longest?.days).toBe(2);
    expect(streaksOf(days, '2012-01-01', apia).current?.days).toBe(2);
  });

  test('are of the part inside, where a range cuts them', () => {
    const { longest } = streaks(dataset, { from: 1, to: 3, mask: null }, berlin, 30_000);
    expect(longest?.days).toBe(2);
  });
});

describe('streaks by artist', () => {
  test('stand in the order of length, then time, then name', () => {
    const dataset = listen(
      ['2026-03-01T12:00Z', 'Two Days'],
      ['2026-03-02T12:00Z', 'Two Days'],
      ['2026-03-01T12:00Z', 'More Time'],
      ['2026-03-01T18:00Z', 'More Time'],
      ['2026-03-02T12:00Z', 'B'],
      ['2026-03-02T12:00Z', 'A'],
    );
    const found = artistStreaks(dataset, selectAll(dataset.columns), berlin, {
      today: dayNumber('2026-03-03'),
      limit: 3,
    });
    expect(found.map(({ index }) => artistName(dataset.dictionary, index))).toEqual([
      'Two Days',
      'More Time',
      'A',
    ]);
    expect(found.map(({ longest, current }) => [longest.days, current?.days ?? null])).toEqual([
      [2, 2],
      [1, null],
      [1, 1],
    ]);
  });

  test('join days in the order of the calendar where clocks are set back over midnight', () => {
    const stJohns = timeZoneTable('America/St_Johns');
    // 00:00:30 on the 7th, then 23:30 on the 6th.
    const dataset = listen('2010-11-06T02:00Z', '2010-11-07T02:30:30Z', '2010-11-07T03:00Z');
    const days = dataset.columns.endedAt.map((time) => dayOf(stJohns, time));
    expect(days).toEqual(Float64Array.from(['05', '07', '06'], (d) => dayNumber(`2010-11-${d}`)));
    const [found] = artistStreaks(dataset, selectAll(dataset.columns), stJohns, {
      today: dayNumber('2010-11-07'),
      limit: 1,
    });
    expect(found?.longest.days).toBe(3);
  });
});
