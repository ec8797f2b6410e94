/** What a person is likely to ask for next, computed while they still look at what they asked for. */
import { z } from '../domain/schema.ts';
import type { Steps } from '../domain/steps.ts';
import { newestTracks } from '../stats/newest-tracks.ts';
import { preparePeriodTallies } from '../stats/period-tallies.ts';
import { prepareSearch } from '../stats/search-names.ts';
import type { ViewName } from './contract.ts';
import { computeDetailInSteps } from './detail/compute.ts';
import { rankingsOf } from './kept-rankings.ts';
import { SearchContract } from './search/contract.ts';
import { SUBJECTS } from './subject-of.ts';
import { TopContract } from './top/contract.ts';
import type { ViewSetting } from './view-setting.ts';
import { unseen } from './wanted.ts';

/**
 * After a view has been answered: of a list, what the pages of its entries show, its first above all,
 * and what filters it; of the search, which is first asked with nothing typed, what it looks through.
 */
export function* makeReady(setting: ViewSetting, view: ViewName, params: unknown): Steps<void> {
  const { dataset, scope } = setting;
  if (view === 'search') {
    if (z.parse(SearchContract.params, params).typed.trim() !== '') return;
    for (const subject of Object.values(SUBJECTS)) yield* prepareSearch(dataset, subject);
  }
  if (view === 'top') {
    const { list, by } = z.parse(TopContract.params, params);
    if (list === 'playlists') return;
    const [first] = rankingsOf(setting, list, by).now.order;
    if (first === undefined) return;
    newestTracks(dataset);
    yield;
    yield* preparePeriodTallies(dataset, scope.zone, list, 'month');
    const unseenSetting = { ...setting, dataset: unseen(dataset) };
    yield* computeDetailInSteps(unseenSetting, { subject: list, index: first });
    yield* prepareSearch(dataset, list);
  }
}
