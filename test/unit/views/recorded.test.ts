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
