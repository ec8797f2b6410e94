import { expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { songTitle } from '../../../lib/stats/names.ts';
import { onThisDay } from '../../../lib/stats/on-this-day.ts';
import { timeZoneTable } from '../../../lib/stats/time-zone.ts';
import { aStream, aTrack, DAY } from '../dataset/streams.ts';

const berlin = timeZoneTable('Europe/Berlin');

function datesShown(today: string, ...dates: string[]): string[] {
  const dataset = buildDataset(
    dates.map((date) => aStream({ endedAt: Date.parse(`${date}T12:00Z`) })),
  );
  return onThisDay(dataset, berlin, Date.parse(today) / DAY, 5).map(({ day }) =>
    new Date(day * DAY).toISOString().slice(0, 10),
  );
}

test('shows the same date of earlier years, the latest first', () => {
  const dates = ['2020-05-04', '2024-05-04', '2024-05-05', '2026-05-04', '2027-05-04'];
  expect(datesShown('2026-05-04', ...dates)).toEqual(['2024-05-04', '2020-05-04']);
});

test('shows a 29th of February in years without one on the 28th, and never twice', () => {
  const dates = ['2020-02-28', '2020-02-29', '2020-03-01', '2023-02-28'];
  expect(datesShown('2026-02-28', ...dates)).toEqual(['2023-02-28', '2020-02-29', '2020-02-28']);
  expect(datesShown('2026-03-01', ...dates)).toEqual(['2020-03-01']);
  expect(datesShown('2024-02-28', ...dates)).toEqual(['2023-02-28', '2020-02-28']);
  expect(datesShown('2024-02-29', ...dates)).toEqual(['2020-02-29']);
});

test('tells plays, time and the songs that were played', () => {
  const noon = Date.parse('2020-05-04T12:00Z');
  const dataset = buildDataset([
    aStream({ endedAt: noon, playedMs: 1000, track: aTrack({ title: 'Skipped', uri: 'x' }) }),
    aStream({ endedAt: noon, playedMs: 40_000 }),
    // The next day in Berlin.
    aStream({ endedAt: Date.parse('2020-05-04T22:00Z') }),
  ]);
  const [found] = onThisDay(dataset, berlin, Date.parse('2026-05-04') / DAY, 5);
  expect(found).toMatchObject({ year: 2020, plays: 1, playedMs: 41_000 });
  expect(found?.songs.map(({ index }) => songTitle(dataset.dictionary, index))).toEqual([
    'Glass Harbour',
  ]);
});

test('leaves out days on which everything was skipped, and knows nothing of an empty history', () => {
  const skipped = buildDataset([aStream({ endedAt: Date.parse('2020-05-04'), playedMs: 1 })]);
  expect(onThisDay(skipped, berlin, Date.parse('2026-05-04') / DAY, 5)).toEqual([]);
  expect(onThisDay(buildDataset([]), berlin, 20_000, 5)).toEqual([]);
});
