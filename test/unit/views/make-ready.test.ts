/** What is computed before it is asked for: what was made ready once takes no further step. */
import { expect, test } from 'vitest';
import { matchNames } from '../../../lib/stats/search-names.ts';
import { periodTallies } from '../../../lib/stats/period-tallies.ts';
import type { ViewName } from '../../../lib/views/contract.ts';
import { computeDetail } from '../../../lib/views/detail/compute.ts';
import { makeReady } from '../../../lib/views/make-ready.ts';
import type { ViewSetting } from '../../../lib/views/view-setting.ts';
import { takeWanted } from '../../../lib/views/wanted.ts';
import { aTrack } from '../dataset/streams.ts';
import { historyOf, play } from '../stats/a-history.ts';
import { settingOf } from './a-setting.ts';

const aSetting = () => settingOf(historyOf(play('2020-01-01', 'Ode'), play('2026-11-20', 'Zoe')));
const TOP = { by: 'plays', filter: '', sort: 'place', reversed: false, offset: 0, limit: 10 };
const SONGS = { ...TOP, list: 'songs' };

const steps = (setting: ViewSetting, view: ViewName, params: object) =>
  [...makeReady(setting, view, params)].length;

test('a list has its filter ready, and the months of its entries', () => {
  const setting = aSetting();
  const { dataset, scope } = setting;
  const first = steps(setting, 'top', SONGS);
  expect(steps(setting, 'top', SONGS)).toBeLessThan(first);

  const asked = aSetting();
  matchNames(asked.dataset, 'songs', 'ode');
  const withoutNames = steps(asked, 'top', SONGS);
  expect(withoutNames).toBeLessThan(first);
  const askedToo = aSetting();
  periodTallies(askedToo.dataset, askedToo.scope.zone, 'songs', 'month');
  expect(steps(askedToo, 'top', SONGS)).toBeLessThan(first);

  // The other lists are still to be made ready.
  expect(steps(setting, 'top', { ...TOP, list: 'artists' })).toBe(first);
  expect(periodTallies(dataset, scope.zone, 'songs', 'month')).toHaveLength(2);
});

test('what a page nobody opened lacks is not asked for', () => {
  const uri = `spotify:track:${'a'.repeat(22)}`;
  const track = aTrack({ uri, title: 'Ode', artist: 'Zoe' });
  const setting = settingOf(historyOf(play('2026-11-20', 'Ode', { track })));
  steps(setting, 'top', { ...TOP, list: 'artists' });
  expect(takeWanted(setting.dataset)).toEqual([]);
  computeDetail(setting, { of: 'artist', name: 'Zoe', artist: null });
  expect(takeWanted(setting.dataset)).toEqual([uri]);
});

test('the search has all three kinds ready once it is opened', () => {
  const setting = aSetting();
  expect(steps(setting, 'search', { typed: 'a', limit: 5 })).toBe(0);
  expect(steps(setting, 'search', { typed: '', limit: 5 })).toBeGreaterThanOrEqual(3);
  expect(steps(setting, 'search', { typed: '', limit: 5 })).toBe(0);
});

test('what leads nowhere in particular has nothing made ready', () => {
  const setting = aSetting();
  expect(steps(setting, 'top', { ...TOP, list: 'playlists' })).toBe(0);
  expect(steps(setting, 'clock', {})).toBe(0);
});
