import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  changeRoute,
  type DashboardRoute,
  formatRoute,
  parseRoute,
} from '../../../../lib/ui/dashboard/dashboard-route.ts';
import { COMPARE_PRESETS, RANGE_PRESETS } from '../../../../lib/domain/range-choice.ts';
import { NAVIGATION } from '../../../../lib/ui/dashboard/page-keys.ts';

const DEFAULT: DashboardRoute = {
  page: 'overview',
  accountId: null,
  range: 'all-time',
  compare: 'before',
  params: {},
};
const days = fc.constantFrom('2024', '2024-02', '2024-02-03..2024-05-01');
const text = fc.string({ minLength: 1, unit: 'grapheme' });

it('reads back whatever it wrote', () => {
  const routes = fc.record({
    page: fc.constantFrom(...NAVIGATION),
    accountId: fc.option(text),
    range: fc.oneof(fc.constantFrom(...RANGE_PRESETS), days),
    compare: fc.oneof(fc.constantFrom(...COMPARE_PRESETS), days),
    params: fc.record({ name: text, by: fc.constantFrom('plays', 'time') }),
  });
  fc.assert(
    fc.property(routes, (route) => {
      expect(parseRoute(formatRoute(route))).toEqual(route);
    }),
  );
});

it.each([
  '',
  '#',
  '#range=forever',
  '#account=',
  '#page=nowhere',
  '#compare=2024-13',
  '#range=all',
])('reads %j as the first page and all time', (hash) => {
  expect(parseRoute(hash)).toEqual(DEFAULT);
});

it('keeps the range on the way to another page, and leaves the last page’s parameters behind', () => {
  const route = { ...DEFAULT, range: '2024', params: { by: 'time' } };
  expect(changeRoute(route, { page: 'history' })).toEqual({
    ...DEFAULT,
    page: 'history',
    range: '2024',
  });
  expect(changeRoute(route, { range: 'today' }).params).toEqual({ by: 'time' });
});
