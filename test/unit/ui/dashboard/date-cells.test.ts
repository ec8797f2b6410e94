import { beforeEach, expect, it } from 'vitest';
import { dateCell, dayCell, daysCell } from '../../../../lib/ui/dashboard/date-cells.ts';
import { tableToCsv } from '../../../../lib/ui/charts/chart-table.ts';
import { dayStep, monthStep, stepCell } from '../../../../lib/ui/charts/steps.ts';
import { heroTable } from '../../../../lib/ui/dashboard/pages/overview/hero-table.ts';
import { speakEnglish } from '../english.ts';

beforeEach(() => speakEnglish());

const DAY = Date.UTC(2024, 1, 29) / 86_400_000;

it('writes dates in words on the screen, and in files so that they sort', () => {
  expect(dayCell(DAY)).toEqual({ text: '29 Feb 2024', file: '2024-02-29' });
  expect(daysCell({ first: DAY, last: DAY + 2 }).file).toBe('2024-02-29/2024-03-02');
  expect(daysCell({ first: DAY, last: DAY }).file).toBe('2024-02-29');
  expect(stepCell(dayStep(DAY)).file).toBe('2024-02-29');
  expect(stepCell(monthStep(54 * 12 + 1)).file).toBe('2024-02');
});

it('takes the day of a moment from the time zone that is displayed', () => {
  const late = Date.UTC(2024, 1, 29, 23, 30);
  expect(dateCell(late, 'Europe/Berlin').file).toBe('2024-03-01');
  expect(dateCell(late, 'America/New_York').file).toBe('2024-02-29');
});

it('puts the one into the table, the other into the file', () => {
  const columns = [{ label: 'Day', kind: 'text' as const }];
  expect(tableToCsv({ columns, rows: [[dayCell(DAY)]] }).split('\r\n')[1]).toBe('2024-02-29');
});

it('makes a table of the large figures: the range, and what it is compared with', () => {
  const amounts = {
    plays: 3,
    playedMs: 90_000,
    songs: 2,
    artists: 1,
    playedSongs: 2,
    playedArtists: 1,
    firstTimeShare: null,
  };
  const days = { first: DAY, last: DAY };
  const compared = { first: DAY - 1, last: DAY - 1 };
  const csv = tableToCsv(
    heroTable({ amounts, before: { ...amounts, plays: 7 } }, { days, comparedDays: compared }),
  );
  expect(csv.split('\r\n').slice(1, 3)).toEqual(['2024-02-29,1.5,3,2,1', '2024-02-28,1.5,7,2,1']);
  const alone = heroTable({ amounts, before: null }, { days: null, comparedDays: null });
  expect(alone.rows).toEqual([['All time', 90_000, 3, 2, 1]]);
});
