/** Weeks that begin where the reader's do, and the hours of their days. */
import { describe, expect, it } from 'vitest';
import { drawHours } from '../../../../lib/ui/charts/hours-picture.ts';
import { plays } from '../../../../lib/ui/charts/measure.ts';
import type { Picture } from '../../../../lib/ui/charts/picture.ts';
import { readingText } from '../../../../lib/ui/charts/reading-text.ts';
import { placeInWeek, weekdayNames, weekStartOf } from '../../../../lib/ui/charts/week.ts';
import { speakEnglish } from '../english.ts';
import { textWidth } from './type-widths.ts';

speakEnglish();

const SATURDAY = Date.UTC(2026, 10, 21) / 86_400_000;
const canvas = { width: 700, textWidth };
const said = ({ readings }: Picture, index: number) => readingText(readings.at(index));

describe('the week', () => {
  it('begins on the day it begins on', () => {
    expect(weekStartOf('de-DE')).toBe(1);
    expect(weekStartOf('en-US')).toBe(7);
    expect(weekdayNames(7, 'short')).toEqual(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']);
    expect(placeInWeek(SATURDAY, 1)).toBe(5);
    expect(placeInWeek(SATURDAY, 6)).toBe(0);
    expect(placeInWeek(-1, 1)).toBe(2);
  });

  it('as a clock has the hours of the right day', () => {
    const values = Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 24 }, (_hour, hour) => (day === 6 && hour === 14 ? 9 : 0)),
    );
    const american = drawHours({ values, measure: plays, weekStart: 7 })(canvas);
    expect(said(american, 14)).toBe('Sunday, 14:00 to 15:00: 9 plays');
    const german = drawHours({ values, measure: plays, weekStart: 1 })(canvas);
    expect(said(german, 6 * 24 + 14)).toBe('Sunday, 14:00 to 15:00: 9 plays');
    expect(said(german, 14)).toBe('Monday, 14:00 to 15:00: 0 plays');
  });
});
