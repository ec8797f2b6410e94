import { beforeAll, expect, test } from 'vitest';
import {
  averageDay,
  coverageText,
  newsFinding,
  playedOf,
  shapeFinding,
  streakFinding,
  topListFinding,
} from '../../../../lib/ui/dashboard/pages/overview/overview-words.ts';
import { speakEnglish } from '../english.ts';

beforeAll(() => speakEnglish());

test('says when most was heard', () => {
  const step = (start: number, hours: number) => ({
    start,
    playedMs: hours * 3_600_000,
    plays: 1,
    covered: true,
    partly: false,
  });
  const steps = [step(Date.UTC(2026, 10, 8), 2), step(Date.UTC(2026, 10, 9), 3)];
  expect(shapeFinding({ steps, stepUnit: 'day' }, 'UTC')).toBe('Fullest on 9 Nov: 3 h');
  expect(shapeFinding({ steps, stepUnit: 'month' }, 'UTC')).toBe('Fullest in November 2026: 3 h');
});

test('says how much the first few are of all', () => {
  const entry = { name: 'A', artist: null, plays: 1, playedMs: 1, coverUrl: null, uri: null };
  const top = { entries: [entry, entry], share: 0.34 };
  expect(topListFinding(top, 'top_count_artists')).toBe('2 artists: 34% of plays');
  expect(topListFinding({ ...top, share: null }, 'top_count_songs')).toBe('2 songs');
});

test('says over which days an average is', () => {
  expect(averageDay({ days: 400, recordedDays: 60 })).toBe('overview_a_recorded_day');
  expect(averageDay({ days: 400, recordedDays: 400 })).toBe('overview_a_day');
  expect(averageDay({ days: 2, recordedDays: 1 })).toBeNull();
});

test('says how many were played where others were only begun', () => {
  expect(playedOf(5, 4)).toBe('4 of them played');
  expect(playedOf(5, 5)).toBeNull();
});

test('speaks of a record only where there was something to break', () => {
  const run = (days: number) => ({ days, first: 20_010, last: 20_009 + days });
  const finding = (days: number, firstDay: number) =>
    streakFinding(
      { current: run(days), currentKnown: true, longest: run(days) },
      firstDay * 86_400_000,
      'UTC',
    );
  expect(finding(1, 20_010)).toBe('1 day in a row with music');
  expect(finding(5, 20_010)).toBe('5 days in a row with music');
  expect(finding(1, 20_000)).toBe('1 day in a row with music');
  expect(finding(5, 20_000)).toBe('5 days in a row with music, more than ever');
  const none = (currentKnown: boolean) =>
    streakFinding({ current: null, currentKnown, longest: run(5) }, 0, 'UTC');
  expect(none(true)).toBe('No streak at present');
  expect(none(false)).toBe('Whether a streak goes on is not recorded');
});

test('names only what there is of news', () => {
  const days = { first: 20_000, last: 20_007 };
  const news = (artists: number, songs: number, firstAt = 0) =>
    newsFinding({ artists, songs, days, kind: 'songs', top: [] }, firstAt);
  expect(news(1, 36)).toBe('1 artist and 36 songs, never heard before');
  expect(news(0, 1)).toBe('1 song, never heard before');
  expect(news(0, 0)).toBe('Nothing new was heard');
  // Of a record of one day nobody knows what was heard before.
  const yesterday = 20_006.5 * 86_400_000;
  expect(news(1, 36, yesterday)).toBe('1 artist and 36 songs since your record began');
  expect(news(0, 2, yesterday)).toBe('2 songs since your record began');
});

test('says how complete the history is in one line', () => {
  const [since, until] = [Date.UTC(2019, 4, 12), Date.UTC(2026, 10, 21)];
  expect(coverageText({ since, until, gaps: 0 }, 'UTC')).toBe(
    'Complete from 12 May 2019 to 21 Nov 2026, without a gap.',
  );
  expect(coverageText({ since, until: since + 3_600_000, gaps: 0 }, 'UTC')).toBe(
    'Complete on 12 May 2019, without a gap.',
  );
  expect(coverageText({ since, until, gaps: 2 }, 'UTC')).toContain('but for 2 gaps');
  expect(coverageText(null, 'UTC')).toContain('no stretch of time');
});
