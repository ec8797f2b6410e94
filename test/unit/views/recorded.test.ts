import { expect, it } from 'vitest';
import { describeScope } from '../../../lib/views/view-setting.ts';
import { historyOf, play } from '../stats/a-history.ts';
import { NOON, settingOf } from './a-setting.ts';

const HISTORY = historyOf(play('2023-06-01', 'Ferry'), play('2026-03-01', 'Ferry'));
const COVERAGE = [
  { from: Date.parse('2023-06-01'), to: Date.parse('2024-02-01') },
  { from: Date.parse('2026-01-01'), to: Date.parse('2026-11-19') },
];

it.each([
  ['2023-12', 'whole'],
  ['2024', 'part'],
  ['2025', 'nothing'],
  // An import that ends two days ago says nothing of today.
  ['today', 'nothing'],
  ['7-days', 'part'],
  ['all-time', 'part'],
])('a range tells silence from what was not recorded: %s, %s', (range, recorded) => {
  const setting = settingOf(HISTORY, { range }, { coverage: COVERAGE });
  expect(describeScope(setting).recorded).toBe(recorded);
});

it('days that are still to come are no gap', () => {
  const coverage = [{ from: Date.parse('2023-06-01'), to: NOON }];
  const setting = settingOf(HISTORY, { range: '2026' }, { coverage });
  expect(describeScope(setting).recorded).toBe('whole');
});

it('a record kept until today has no gap in what is still to be seen of it', () => {
  const recordedUntil = (to: string) => {
    const coverage = [{ from: Date.parse('2023-06-01'), to: Date.parse(to) }];
    return describeScope(settingOf(HISTORY, { range: '2026-11' }, { coverage })).recorded;
  };
  expect(recordedUntil('2026-11-20T23:00Z')).toBe('whole');
  expect(recordedUntil('2026-11-19T23:00Z')).toBe('part');
});

it.each([
  ['2024', '2023-07', 'part', 'whole'],
  ['2023-12', '2024', 'whole', 'part'],
  ['2023-12', '2025', 'whole', 'nothing'],
  // A day that began unseen.
  ['2023-06-01', '2023-06-02', 'part', 'whole'],
] as const)('%s is held against %s: %s, %s', (range, compare, recorded, comparedRecorded) => {
  const setting = settingOf(HISTORY, { range, compare }, { coverage: COVERAGE });
  expect(describeScope(setting)).toMatchObject({ recorded, comparedRecorded });
  expect(setting.compared === null).toBe(comparedRecorded === 'nothing');
});
