/** All statistics of a range as one document: the same for the terminal and for the options page. */
import type { Dataset } from '../dataset/dataset.ts';
import { formatDay } from './local-dates.ts';
import { overview } from './overview.ts';
import { albumOf, artistOf, describeEntry, describeTotals, songOf } from './statistics-entries.ts';
import { describeHabits } from './statistics-habits.ts';
import type { StatisticsDocument } from './statistics-schema.ts';
import { openScope, type StatisticsOptions, type StatisticsScope } from './statistics-scope.ts';
import { describeTaste } from './statistics-taste.ts';
import { topAlbums } from './top-albums.ts';
import { topArtists } from './top-artists.ts';
import { topSongs } from './top-songs.ts';

/** @throws RangeError when the time zone is not known here. */
export function buildStatistics(dataset: Dataset, options: StatisticsOptions): StatisticsDocument {
  const scope = openScope(dataset, options);
  const { days, asOf, selection } = scope;
  return {
    schema: 'ostinato-statistics/1',
    range: {
      from: days && formatDay(days.first),
      to: days && formatDay(days.last),
      asOf: days && formatDay(asOf),
      timeZone: options.timeZone,
    },
    totals: describeTotals(overview(dataset, selection)),
    top: describeTop(scope),
    ...describeHabits(scope),
    ...describeTaste(scope),
    receipt: options.receipt,
  };
}

function describeTop({ dataset, selection, options: { by, top } }: StatisticsScope) {
  const { dictionary } = dataset;
  return {
    by,
    songs: topSongs(dataset, selection, by, top).map((entry) =>
      describeEntry(dictionary, songOf, entry, {}),
    ),
    artists: topArtists(dataset, selection, by, top).map((entry) =>
      describeEntry(dictionary, artistOf, entry, {}),
    ),
    albums: topAlbums(dataset, selection, by, top).map((entry) =>
      describeEntry(dictionary, albumOf, entry, {}),
    ),
  };
}
