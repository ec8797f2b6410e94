import { beforeEach, expect, it } from 'vitest';
import { dateCell, dayCell, daysCell } from '../../../../lib/ui/dashboard/date-cells.ts';
import { tableToCsv } from '../../../../lib/ui/charts/chart-table.ts';
import { dayStep, monthStep, stepCell } from '../../../../lib/ui/charts/steps.ts';
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
