/** Finds names; the range does not matter. */
import type { Subject } from '../../stats/grouping.ts';
import { searchNames } from '../../stats/search-names.ts';
import type { Part } from '../detail/contract.ts';
import { describeAlbum, describeArtist, describeSong } from '../describe-entry.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { SearchParams, SearchView } from './contract.ts';

export function computeSearch({ dataset }: ViewSetting, params: SearchParams): SearchView {
  const { typed, limit } = params;
  const find = (subject: Subject, describe: typeof describeSong): Part[] =>
    searchNames(dataset, subject, typed, limit).map(({ index, plays, playedMs }) => ({
      entry: describe(dataset, index),
      plays,
      playedMs,
    }));
  return {
    artists: find('artists', describeArtist),
    songs: find('songs', describeSong),
    albums: find('albums', describeAlbum),
  };
}
