import { beforeEach, describe, expect, it } from 'vitest';
import { createHeatScale, heatLegend } from '../../../../lib/ui/charts/heat.ts';
import { plays } from '../../../../lib/ui/charts/measure.ts';
import { speakEnglish } from '../english.ts';
import { textWidth } from './type-widths.ts';

beforeEach(() => speakEnglish());

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('strengths', () => {
  it('grow with the amount, and nothing is no strength at all', () => {
    const { levelOf } = createHeatScale(upTo(1000), plays);
    const levels = upTo(1000).map(levelOf);
    expect(levels[0]).toBe(0);
    expect(levels[1]).toBe(1);
    expect(levels.at(-1)).toBe(5);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
  });

  it('end at round amounts', () => {
    expect(createHeatScale(upTo(1000), plays).bounds).toEqual([250, 500, 750, 900]);
  });

  it('are not set by one loud day', () => {
    const { levelOf } = createHeatScale([...upTo(100), 1_000_000], plays);
    expect(levelOf(60)).toBeGreaterThan(2);
  });

  it('of one single amount are not pale', () => {
    const { levelOf, bounds } = createHeatScale([0, 7, 7, 0], plays);
    expect(bounds).toEqual([]);
    expect(levelOf(7)).toBe(4);
  });

  it('of nothing are none', () => {
    expect(createHeatScale([], plays).levelOf(0)).toBe(0);
  });
});

describe('the legend of strengths', () => {
  it('says for each where it begins', () => {
    const scale = createHeatScale(upTo(1000), plays);
    const { marks } = heatLegend(scale, plays, 0, { width: 2000, textWidth });
    const words = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(words).toEqual([
      'none',
      'under 250 plays',
      'from 250 plays',
      'from 500 plays',
      'from 750 plays',
      'from 900 plays',
    ]);
    const inks = marks.flatMap((mark) => (mark.kind === 'path' ? [mark.fill] : []));
    expect(inks).toEqual(['heat-0', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5']);
  });

  it('shows each strength in the colour that its amounts have', () => {
    const scale = createHeatScale([1, 2, 2, 3, 3, 3], plays);
    const { marks } = heatLegend(scale, plays, 0, { width: 2000, textWidth });
    const inks = marks.flatMap((mark) => (mark.kind === 'path' ? [mark.fill] : []));
    expect(inks.slice(1)).toEqual(
      [1, ...scale.bounds].map((value) => `heat-${scale.levelOf(value)}`),
    );
  });
});
