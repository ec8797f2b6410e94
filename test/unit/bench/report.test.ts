import { describe, expect, it } from 'vitest';
import { median } from '../../bench/median.ts';
import { formatTable, lineAgainst, lineOf } from '../../bench/report.ts';

const measure = 'import';
const yardstick = 'the floor';

describe('a line of the bench', () => {
  it('compares medians: as a speed where a budget asks for at least, as a cost where for at most', () => {
    const [ours, theirs] = [[100, 90, 900], [180]];
    const fast = lineAgainst({ measure, ours, theirs, yardstick, limit: { least: 1.8 } });
    expect(fast).toMatchObject({ figure: '100 ms', ratio: '1.8 ×', budget: '≥ 1.8 ×', met: true });
    const cheap = lineAgainst({ measure, ours, theirs, yardstick, limit: { most: 0.5 } });
    expect(cheap).toMatchObject({ ratio: '0.56 ×', budget: '≤ 0.5 ×', met: false });
  });

  it('holds a figure against its own budget', () => {
    expect(lineOf('stored', 9, 'bytes', { most: 9 })).toMatchObject({ met: true });
    expect(lineOf('stored', 9.1, 'bytes', { most: 9 })).toMatchObject({ met: false });
    expect(lineOf('memory', Number.NaN, 'MB', { most: 9 })).toMatchObject({
      figure: 'not measured here',
      met: null,
    });
  });

  it('shows small and large figures with what counts of them', () => {
    const figures = [0.0214, 1.84, 12.345, 4234].map((ms) => lineOf('', ms, 'ms', { most: 1 }));
    expect(figures.map(({ figure }) => figure)).toEqual([
      '0.021 ms',
      '1.8 ms',
      '12.3 ms',
      '4,234 ms',
    ]);
  });
});

it('is printed in columns, with what was missed', () => {
  const lines = [
    lineOf('stored', 7.2, 'bytes', { most: 9 }),
    lineOf('append', 12, 'ms', { most: 10 }),
  ];
  const [head, , ...body] = formatTable(lines).split('\n');
  expect([head, ...body]).toEqual([
    'measure  figure     reference  ratio  budget',
    'stored   7.2 bytes                    ≤ 9 bytes  met',
    'append   12 ms                        ≤ 10 ms    MISSED',
  ]);
});

it('takes the middle of many measurements', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});
