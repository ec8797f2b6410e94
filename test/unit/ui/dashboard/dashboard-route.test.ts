import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatRoute, parseRoute } from '../../../../lib/ui/dashboard/dashboard-route.ts';
import { RANGE_KEYS } from '../../../../lib/ui/range-keys.ts';

it('reads back whatever it wrote', () => {
  const routes = fc.record({
    accountId: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
    range: fc.constantFrom(...RANGE_KEYS),
  });
  fc.assert(
    fc.property(routes, (route) => {
      expect(parseRoute(formatRoute(route))).toEqual(route);
    }),
  );
});

it.each(['', '#', '#range=forever', '#account=', 'nonsense'])('reads %j as all time', (hash) => {
  expect(parseRoute(hash)).toEqual({ accountId: null, range: 'all-time' });
});
