import { expect, it } from 'vitest';
import {
  allowanceAt,
  spentUntil,
  withCall,
  withSpentQuota,
} from '../../../lib/ingest/detail-allowance.ts';
import { DAY, HOUR } from '../dataset/streams.ts';

const NOW = Date.UTC(2026, 10, 21, 12);

function spent(calls: number, from = allowanceAt(undefined, NOW)) {
  let allowance = from;
  for (let call = 0; call < calls; call++) allowance = withCall(allowance);
  return allowance;
}

it('is over when the day’s questions are asked, and new a day after the first of them', () => {
  const { ceiling } = allowanceAt(undefined, NOW);
  expect(spentUntil(spent(ceiling - 1))).toBeNull();
  expect(spentUntil(spent(ceiling))).toBe(NOW + DAY);
  expect(allowanceAt(spent(ceiling), NOW + DAY - 1).calls).toBe(ceiling);
  expect(allowanceAt(spent(ceiling), NOW + DAY)).toMatchObject({ calls: 0, since: NOW + DAY });
});

it('is halved when Spotify’s quota is spent, once a day, and grows again slowly', () => {
  const exceeded = withSpentQuota(spent(600));
  expect(exceeded.ceiling).toBe(300);
  expect(withSpentQuota(withSpentQuota(exceeded)).ceiling).toBe(300);
  expect(spentUntil(exceeded)).toBe(NOW + DAY);
  const next = allowanceAt(exceeded, NOW + DAY);
  expect(next).toMatchObject({ ceiling: 300, exceeded: false });
  expect(allowanceAt(next, NOW + 2 * DAY).ceiling).toBe(375);
});

it('grows day by day while all goes well, to twice what it began with', () => {
  const ceilingAfter = (days: number, from = allowanceAt(undefined, NOW)) => {
    let allowance = from;
    for (let day = 1; day <= days; day++) allowance = allowanceAt(allowance, NOW + day * DAY);
    return allowance.ceiling;
  };
  expect([0, 1, 2].map((days) => ceilingAfter(days))).toEqual([600, 750, 938]);
  expect(ceilingAfter(60)).toBe(1200);
  expect(ceilingAfter(60, withSpentQuota(spent(600)))).toBe(1200);
});

it('never falls to nothing', () => {
  expect(withSpentQuota(spent(3)).ceiling).toBe(100);
});

it('does not believe a clock that jumped back by days', () => {
  expect(allowanceAt(spent(5), NOW - 3 * DAY).calls).toBe(0);
  expect(allowanceAt(spent(5), NOW - HOUR).calls).toBe(5);
});
