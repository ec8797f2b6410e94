import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  printedRows,
  rowAfterKey,
  visibleRows,
} from '../../../../lib/ui/dashboard/rows/visible-rows.ts';

const list = { rowHeight: 60, count: 1000 };

test('a printed list is its beginning, however long it is', () => {
  expect(printedRows(12)).toEqual({ from: 0, to: 12 });
  expect(printedRows(40_000)).toEqual({ from: 0, to: 100 });
});

describe('the rows that are drawn', () => {
  test('are those in view, and few besides', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -70_000, max: 2000 }),
        fc.integer({ min: 300, max: 2000 }),
        (top, height) => {
          const { from, to } = visibleRows(top, height, list);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(list.count);
          expect(to - from).toBeLessThan(height / list.rowHeight + 40);
          for (let row = 0; row < list.count; row++) {
            const begin = top + row * list.rowHeight;
            const inView = begin + list.rowHeight > 0 && begin < height;
            if (inView) expect(row >= from && row < to).toBe(true);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('stay the same while a few rows are scrolled by', () => {
    const spans = [0, 60, 120, 240].map((scrolled) => visibleRows(-10_000 - scrolled, 900, list));
    expect(new Set(spans.map(({ from }) => from)).size).toBeLessThan(3);
  });
});

describe('the keys of a list', () => {
  const move = (key: string, row: number) => rowAfterKey(key, row, { count: 100, page: 10 });

  test('move by rows, by pages and to the ends, never beyond', () => {
    expect([move('ArrowDown', 5), move('ArrowUp', 5)]).toEqual([6, 4]);
    expect([move('PageDown', 5), move('PageUp', 50)]).toEqual([15, 40]);
    expect([move('Home', 50), move('End', 50)]).toEqual([0, 99]);
    expect([move('ArrowUp', 0), move('ArrowDown', 99), move('PageDown', 95)]).toEqual([0, 99, 99]);
  });

  test('are no others', () => {
    expect(move('Enter', 5)).toBeNull();
    expect(move('toString', 5)).toBeNull();
  });
});
