/** What a person is likely to ask for next, computed while they still look at what they asked for. */
import { z } from '../domain/schema.ts';
import type { Steps } from '../domain/steps.ts';
import type { Subject } from '../stats/grouping.ts';
import { newestTracks } from '../stats/newest-tracks.ts';
import { preparePeriodTallies } from '../stats/period-tallies.ts';
import { prepareSearch } from '../stats/search-names.ts';
import type { ViewName } from './contract.ts';
import { SearchContract } from './search/contract.ts';
import { TopContract } from './top/contract.ts';
import type { ViewSetting } from './view-setting.ts';

const SUBJECTS: readonly Subject[] = ['artists', 'songs', 'albums'];

/**
 * After a view has been answered: of a list, what filters it and what the pages of its entries show;
 * of the search, which is first asked with nothing typed, what it looks through.
 */
export function* makeReady(
  { dataset, scope }: Pick<ViewSetting, 'dataset' | 'scope'>,
  view: ViewName,
  params: unknown,
): Steps<void> {
  if (view === 'search') {
    if (z.parse(SearchContract.params, params).typed.trim() !== '') return;
    for (const subject of SUBJECTS) yield* prepareSearch(dataset, subject);
  }
  if (view === 'top') {
    const { list } = z.parse(TopContract.params, params);
    if (list === 'playlists') return;
    yield* prepareSearch(dataset, list);
    newestTracks(dataset);
    yield;
    yield* preparePeriodTallies(dataset, scope.zone, list, 'month');
  }
}
