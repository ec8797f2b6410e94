import { expect, test } from 'vitest';
import { parseRoute } from '../../../../lib/ui/dashboard/dashboard-route.ts';
import { type DashboardPage, rangeUseOf } from '../../../../lib/ui/dashboard/page.ts';
import { pageOfParts } from '../../../../lib/ui/dashboard/parts.tsx';
import { loadedPage } from './loaded-page.ts';

const asked: string[] = [];
const part = (key: string, range: boolean): DashboardPage & { key: string } => ({
  key,
  title: 'page_overview',
  uses: { range, compare: false },
  load: async () => {
    asked.push(key);
    return loadedPage(key);
  },
});
const page = pageOfParts('page_overview', [part('clock', true), part('today', false)]);
const neverAsked = () => Promise.reject(new Error('a part of these asks nothing'));

test('asks for the part that the URL names, and for no other', async () => {
  await page.load(neverAsked, parseRoute('#page=overview&part=today'));
  expect(asked.splice(0)).toEqual(['today']);
  await page.load(neverAsked, parseRoute('#page=overview&part=of-tomorrow'));
  await page.load(neverAsked, parseRoute('#page=overview'));
  expect(asked).toEqual(['clock', 'clock']);
});

test('has the range bar as its part needs it', () => {
  expect(rangeUseOf(page, parseRoute('#part=today')).range).toBe(false);
  expect(rangeUseOf(page, parseRoute('#part=clock')).range).toBe(true);
});
