import { expect, it } from 'vitest';
import { linesOfVisits } from '../../bench/measures/views.ts';

const quick = { ms: 40, longestTaskMs: 0 };

it('tells the usual and the worst time of each view, and judges by the worst', () => {
  const visits = new Map([
    ['top', [quick, { ...quick, ms: 60 }, quick]],
    ['year', [{ ...quick, ms: 101 }, quick, quick]],
  ]);
  const [top, year] = linesOfVisits(visits, '1,000,000');
  expect(top).toMatchObject({ figure: '40 ms', reference: '60 ms at worst', met: true });
  expect(year).toMatchObject({ figure: '40 ms', reference: '101 ms at worst', met: false });
});

it('names the view at which the page stood still for longest', () => {
  const visits = new Map([
    ['top', [quick, { ...quick, longestTaskMs: 51 }]],
    ['year', [{ ...quick, longestTaskMs: 80 }]],
  ]);
  expect(linesOfVisits(visits, '').at(-1)).toMatchObject({
    figure: '80 ms',
    reference: 'at year',
    met: false,
  });
});

it('says so when it never stood still', () => {
  const [, page] = linesOfVisits(new Map([['top', [quick]]]), '');
  expect(page).toMatchObject({ figure: 'none of 50 ms', met: true });
});
