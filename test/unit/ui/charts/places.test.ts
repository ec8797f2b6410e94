import { describe, expect, it } from 'vitest';
import { placeTip } from '../../../../lib/ui/charts/place-tip.ts';
import { spread } from '../../../../lib/ui/charts/spread.ts';

describe('labels beside a chart', () => {
  const room = { distance: 18, from: 0, to: 200 };

  it('stand where they want to when they have room', () => {
    expect(spread([10, 60, 120], room)).toEqual([10, 60, 120]);
  });

  it('move apart where they would cover each other', () => {
    expect(spread([50, 50, 52], room)).toEqual([50, 68, 86]);
  });

  it('stay within the chart', () => {
    expect(spread([-5, 199, 200], room)).toEqual([0, 182, 200]);
  });

  it('of nothing are none', () => {
    expect(spread([], room)).toEqual([]);
  });
});

describe('the words about a value', () => {
  const chart = { width: 400, height: 260 };
  const low = { width: 100, height: 40 };
  const tall = { width: 160, height: 200 };

  it('stand above it', () => {
    expect(placeTip(low, chart, { x: 200, y: 120 })).toEqual({ left: 150, top: 70 });
  });

  it('do not leave the chart at its sides', () => {
    expect(placeTip(low, chart, { x: 5, y: 120 }).left).toBe(0);
    expect(placeTip(low, chart, { x: 398, y: 120 }).left).toBe(300);
  });

  it('stand beside it where they would rise far above the chart', () => {
    expect(placeTip(tall, chart, { x: 100, y: 60 })).toEqual({ left: 120, top: 0 });
    expect(placeTip(tall, chart, { x: 300, y: 60 })).toEqual({ left: 120, top: 0 });
  });
});
