/** The file of the artists that stood the test of time. */
import { beforeAll, expect, it } from 'vitest';
import { tableToCsv } from '../../../../lib/ui/charts/chart-table.ts';
import { lastingTable } from '../../../../lib/ui/dashboard/pages/taste/lasting-table.ts';
import { speakEnglish } from '../english.ts';

beforeAll(() => speakEnglish('en-GB'));

const entry = (name: string) => ({ name, artist: null, coverUrl: null, uri: null });
const amounts = { firstDay: 20_000, plays: 9, playedMs: 60_000 };
const artists = [
  { entry: entry('Ann'), quarters: 3, quartersSince: 3, ...amounts, byQuarter: [4, 2, 3] },
  { entry: entry('Bo'), quarters: 2, quartersSince: 2, ...amounts, byQuarter: [0, 9] },
];
const stepsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ label: `Q${i + 1}` }));

it('has the plays of every quarter, and none before an artist was first played', () => {
  const lines = tableToCsv(lastingTable(artists, stepsOf)).trim().split(/\r?\n/);
  expect(lines[0]).toMatch(/,Q1,Q2,Q3$/);
  expect(lines[1]).toMatch(/,4,2,3$/);
  expect(lines[2]).toMatch(/,,0,9$/);
});

it('has no figure for a quarter that was not recorded', () => {
  const lines = tableToCsv(lastingTable(artists, stepsOf, [true, false, true]))
    .trim()
    .split(/\r?\n/);
  expect(lines[1]).toMatch(/,4,,3$/);
});
