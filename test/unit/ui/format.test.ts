import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  changeAgainst,
  durationParts,
  formatBytes,
  formatDate,
  formatDuration,
  formatNumber,
  formatRelative,
  formatUntil,
  isSameDay,
  setDisplayZone,
} from '../../../lib/ui/format.ts';
import { speakEnglish } from './english.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW } from './fixtures.ts';

beforeEach(() => speakEnglish('en-GB'));

describe('lengths of time', () => {
  it.each([
    [0, '0 min'],
    [12_400, '12 s'],
    [59_400, '59 s'],
    [59_600, '1 min'],
    [47 * MINUTE_MS, '47 min'],
    [59 * MINUTE_MS + 59_000, '1 h'],
    [2 * HOUR_MS + 5 * MINUTE_MS, '2 h 5 min'],
    [23 * HOUR_MS + 59 * MINUTE_MS + 50_000, '1 day'],
    [76.3 * HOUR_MS, '3 days 4 h'],
    [24 * HOUR_MS, '1 day'],
    [412 * DAY_MS, '412 days'],
    [1234 * DAY_MS + HOUR_MS, '1,234 days 1 h'],
  ])('%i ms is “%s”', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it('have one or two units, whatever they are, and never 60 minutes or 24 hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 365 * DAY_MS }), (ms) => {
        const parts = durationParts(ms);
        expect(parts.length).toBeGreaterThanOrEqual(1);
        expect(parts.length).toBeLessThanOrEqual(2);
        for (const { value, unit } of parts) {
          if (unit === 'min') expect(Number(value)).toBeLessThan(60);
          if (unit === 'h') expect(Number(value)).toBeLessThan(24);
        }
      }),
    );
  });
});

describe('moments', () => {
  it.each([
    [NOW - 20_000, 'just now'],
    [NOW + 20_000, 'just now'],
    [NOW - 4 * MINUTE_MS, '4 minutes ago'],
    [NOW - 3.9 * HOUR_MS, '3 hours ago'],
    [NOW + 3 * HOUR_MS, 'in 3 hours'],
    [NOW - 1.5 * DAY_MS, 'yesterday'],
    [NOW - 20 * DAY_MS, '20 days ago'],
    [NOW - 100 * DAY_MS, '3 months ago'],
    [NOW - 800 * DAY_MS, '2 years ago'],
  ])('%i is “%s”', (at, text) => {
    expect(formatRelative(at, NOW)).toBe(text);
  });

  it('are written in the zone asked for', () => {
    expect(formatDate(NOW, 'time', 'Asia/Tokyo')).toBe('20:00');
    expect(formatDate(NOW, 'time')).toBe('12:00');
    expect(formatDate(Date.UTC(2019, 4, 31, 23), 'month', 'Europe/Berlin')).toBe('June 2019');
    expect(formatDate(Date.UTC(2019, 4, 31, 23), 'month', 'UTC')).toBe('May 2019');
  });
});

it('shares a day by the calendar of a zone, not by the hours between', () => {
  const lateEvening = Date.UTC(2026, 10, 20, 22, 30);
  expect(isSameDay(lateEvening, lateEvening + HOUR_MS, 'Europe/Berlin')).toBe(false);
  expect(isSameDay(lateEvening, lateEvening + HOUR_MS, 'UTC')).toBe(true);
  expect(isSameDay(NOW, NOW - DAY_MS)).toBe(false);
});

describe('numbers', () => {
  it('follow the locale, also when it changes', () => {
    expect(formatNumber(1_234_567)).toBe('1,234,567');
    speakEnglish('en-IN');
    expect(formatNumber(1_234_567)).toBe('12,34,567');
  });

  it.each([
    [812, '812 byte'],
    [8_140_000, '8.1 MB'],
    [999_960, '1 MB'],
    [2_500_000_000, '2.5 GB'],
  ])('%i bytes are “%s”', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('a change', () => {
  it('says how much and in which direction', () => {
    expect(changeAgainst(112, 100)).toEqual({ direction: 'up', text: '12%' });
    expect(changeAgainst(93, 100)).toEqual({ direction: 'down', text: '7%' });
    expect(changeAgainst(1001, 1000)).toEqual({ direction: 'same', text: '0%' });
  });

  it('says nothing where there was nothing before', () => {
    expect(changeAgainst(5, 0)).toBeNull();
  });

  it('stops counting percents where they say no more', () => {
    expect(changeAgainst(1_000_000, 3)).toEqual({ direction: 'up', text: 'over 999%' });
  });
});

describe('the end of a wait', () => {
  it('is a time while that is today, and has its date from midnight on', () => {
    const midnight = new Date(NOW).setHours(24, 0, 0, 0);
    expect(formatUntil(midnight - 1, NOW)).toBe(formatDate(midnight - 1, 'time'));
    expect(formatUntil(midnight, NOW)).toBe(formatDate(midnight, 'moment'));
  });
});

describe('the display time zone', () => {
  afterEach(() => setDisplayZone(undefined));

  it('is that of moments without a zone of their own', () => {
    const at = Date.UTC(2026, 10, 21, 22);
    expect(formatDate(at, 'time')).toBe('23:00');
    setDisplayZone('Asia/Tokyo');
    expect(formatDate(at, 'time')).toBe('7:00');
    expect(formatDate(at, 'time', 'UTC')).toBe('22:00');
    expect(isSameDay(at, at - 8 * HOUR_MS)).toBe(false);
  });
});
