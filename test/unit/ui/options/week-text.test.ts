import { beforeEach, expect, test } from 'vitest';
import { describeWeek } from '../../../../lib/ui/options/week-text.ts';
import { speakEnglish } from '../english.ts';
import { DAY_MS, HOUR_MS, NOW } from '../fixtures.ts';

beforeEach(() => speakEnglish());

const lastSevenDays = [1, 2, 3, 4, 5, 6, 7];

test('speaks of the last seven days only while they end today', () => {
  expect(describeWeek({ lastSevenDays, countedAt: NOW - HOUR_MS }, NOW)).toBe(
    '28 plays in the last 7 days',
  );
  expect(describeWeek({ lastSevenDays, countedAt: NOW - 2 * DAY_MS }, NOW)).toBe(
    '28 plays in the 7 days up to 19 Nov 2026',
  );
});
