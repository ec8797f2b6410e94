import { beforeAll, describe, expect, it } from 'vitest';
import {
  clearLeast,
  clearMost,
  clearPeaks,
  clearTwo,
  isMost,
} from '../../../../lib/ui/dashboard/findings.ts';
import { lengthsFinding } from '../../../../lib/ui/dashboard/pages/habits/sessions-part.tsx';
import { skipsFinding } from '../../../../lib/ui/dashboard/pages/habits/skips-part.tsx';
import { shapeFinding } from '../../../../lib/ui/dashboard/pages/overview/overview-words.ts';
import {
  foundIn,
  stayedTitle,
} from '../../../../lib/ui/dashboard/pages/taste/discoveries-part.tsx';
import { dayFinding } from '../../../../lib/ui/dashboard/pages/taste/on-this-day-part.tsx';
import { formatPercent } from '../../../../lib/ui/format.ts';
import { speakEnglish } from '../english.ts';

beforeAll(() => speakEnglish('en-GB'));

describe('what a title may claim', () => {
  it('is a first only where it is a tenth above the next', () => {
    expect(clearMost([10, 12, 11])).toBeNull();
    expect(clearMost([10, 13, 11])).toBe(1);
    expect(clearMost([4, 4])).toBeNull();
    expect(clearMost([0, 3, 0])).toBe(1);
    expect(clearMost([0, 0])).toBeNull();
    expect(clearMost([])).toBeNull();
  });

  it('is two where they are a tenth above the third', () => {
    expect(clearTwo([3, 10, 4, 10.5])).toEqual([3, 1]);
    expect(clearTwo([9.5, 10, 4, 10.5])).toBeNull();
    expect(clearTwo([1, 10])).toBeNull();
    expect(clearTwo([5, 5])).toEqual([0, 1]);
    expect(clearTwo([5])).toBeNull();
    expect(clearTwo([0, 0])).toBeNull();
  });

  it('is one peak or two of a circle, above all but their slopes', () => {
    const flat = Array.from({ length: 24 }, () => 10);
    expect(clearPeaks(flat)).toEqual([]);
    expect(clearPeaks(flat.with(8, 20).with(9, 19))).toEqual([8]);
    expect(clearPeaks(flat.with(18, 20).with(8, 19))).toEqual([8, 18]);
    expect(clearPeaks(flat.with(18, 20).with(8, 19).with(13, 18))).toEqual([]);
    // Midnight is near eleven.
    expect(clearPeaks(flat.with(0, 20).with(23, 19))).toEqual([0]);
    expect(clearPeaks([])).toEqual([]);
    expect(clearPeaks([0, 0, 0])).toEqual([]);
  });

  it('is a last only where it is a tenth below the next', () => {
    expect(clearLeast([10, 9, 12])).toBe(1);
    expect(clearLeast([10, 9.5, 12])).toBeNull();
    expect(clearLeast([0, 0, 5])).toBeNull();
  });

  it('is “most” of more than half alone', () => {
    expect([isMost(5, 10), isMost(6, 10)]).toEqual([false, true]);
  });
});

describe('titles', () => {
  it('do not call a quarter of the sessions most of them', () => {
    const lengths = (...values: number[]) =>
      lengthsFinding(values.map((value, i) => ({ label: `${i} h`, value })));
    expect(lengths(20, 25, 18, 20, 17)).toBe('1 h is the commonest length: 25% of sessions');
    expect(lengths(20, 55, 25)).toBe('Most sessions last 1 h: 55%');
    expect(lengths(25, 25, 50, 50)).toBe('No length is that of more than 33% of sessions');
  });

  it('do not pick one of several that are the same', () => {
    const entry = { name: 'Ann', artist: null, coverUrl: null, uri: null };
    const skipped = { entry, streams: 20, skips: 10, rate: 0.5 };
    const both = [skipped, skipped];
    expect(skipsFinding(both, 'artist')).toBe('Up to 50% of an artist’s streams are skipped');
    expect(skipsFinding(both, 'song')).toBe('Up to 50% of a song’s streams are skipped');
    const once = { entry, plays: 1, playedMs: 1 };
    const day = { day: 20_000, plays: 3, playedMs: 3, songs: [once, once, once] };
    expect(dayFinding(day)).toBe('On 4 Oct 2024: 3 plays');
    expect(dayFinding({ ...day, songs: [{ ...once, plays: 2 }, once] })).toContain(
      'more than any other song',
    );
    const months = [3, 3].map((value, i) => ({ label: `month ${i}`, value }));
    expect(foundIn('6 new artists', months, false)).toBe('6 new artists found');
    const shapeOf = (...amounts: number[]) => {
      const steps = amounts.map((hours, month) => ({
        start: Date.UTC(2020, month),
        playedMs: hours * 3_600_000,
        plays: 1,
        covered: true,
        partly: false,
      }));
      return shapeFinding({ steps, stepUnit: 'month' }, 'UTC');
    };
    expect(shapeOf(3, 3, 3)).toBe('Up to 3 h in a month');
    expect(shapeOf(1, 3, 1)).toBe('Fullest in February 2020: 3 h');
    expect(shapeOf(3, 1, 3, 1)).toBe('Fullest in January 2020 and March 2020: up to 3 h');
  });

  it('do not say that somebody stayed who has only come', () => {
    const entry = { name: 'Ann', artist: null, coverUrl: null, uri: null };
    const title = (today: number) => stayedTitle({ entry, plays: 7, firstDay: 20_000 }, today);
    expect(title(20_000)).toBe('\u2068Ann\u2069 is new: 7 plays since 4 Oct 2024');
    expect(title(20_028)).toBe('\u2068Ann\u2069 stayed: 7 plays since 4 Oct 2024');
  });

  it('never say 0% of what is not nothing', () => {
    expect([0, 0.004, 0.005, 0.34].map(formatPercent)).toEqual(['0%', 'under 1%', '1%', '34%']);
  });
});
