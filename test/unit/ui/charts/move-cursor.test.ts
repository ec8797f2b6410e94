import { describe, expect, it } from 'vitest';
import { moveInGrid, moveInRow } from '../../../../lib/ui/charts/move-cursor.ts';

describe('in a row of values', () => {
  it('right and down lead on, left and up lead back', () => {
    expect(moveInRow(4, 'ArrowRight', 10)).toBe(5);
    expect(moveInRow(4, 'ArrowDown', 10)).toBe(5);
    expect(moveInRow(4, 'ArrowLeft', 10)).toBe(3);
    expect(moveInRow(4, 'ArrowUp', 10)).toBe(3);
  });

  it('stops at both ends', () => {
    expect(moveInRow(9, 'ArrowRight', 10)).toBe(9);
    expect(moveInRow(0, 'ArrowLeft', 10)).toBe(0);
    expect(moveInRow(3, 'Home', 10)).toBe(0);
    expect(moveInRow(3, 'End', 10)).toBe(9);
    expect(moveInRow(0, 'PageDown', 1)).toBe(0);
  });

  it('leaps by a tenth, or by what a page is', () => {
    expect(moveInRow(0, 'PageDown', 100)).toBe(10);
    expect(moveInRow(30, 'PageUp', 100, 12)).toBe(18);
  });
});

describe('in rows of hours', () => {
  const monday20 = 20;
  const tuesday20 = 44;

  it('leads to the hour beside and the day below', () => {
    expect(moveInGrid(monday20, 'ArrowRight', 24, 168)).toBe(21);
    expect(moveInGrid(monday20, 'ArrowDown', 24, 168)).toBe(tuesday20);
    expect(moveInGrid(tuesday20, 'ArrowUp', 24, 168)).toBe(monday20);
  });

  it('does not run from one day into the next', () => {
    expect(moveInGrid(23, 'ArrowRight', 24, 168)).toBe(23);
    expect(moveInGrid(24, 'ArrowLeft', 24, 168)).toBe(24);
    expect(moveInGrid(monday20, 'ArrowUp', 24, 168)).toBe(monday20);
  });

  it('reaches the ends of the day and of the week', () => {
    expect(moveInGrid(tuesday20, 'Home', 24, 168)).toBe(24);
    expect(moveInGrid(tuesday20, 'End', 24, 168)).toBe(47);
    expect(moveInGrid(tuesday20, 'PageDown', 24, 168)).toBe(6 * 24 + 20);
    expect(moveInGrid(tuesday20, 'PageUp', 24, 168)).toBe(20);
  });
});
