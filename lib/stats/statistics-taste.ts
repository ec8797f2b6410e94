/** The part of the statistics document about taste: what lasts, changes, returns, and how varied it is. */
import { discoveries } from './discoveries.ts';
import { fallingOff } from './falling-off.ts';
import { forgotten } from './forgotten.ts';
import { hemisphereOf } from './hemisphere.ts';
import { hiddenGems } from './hidden-gems.ts';
import { formatDay, formatMoment, formatMonth } from './local-dates.ts';
import { obsessions } from './obsessions.ts';
import { releaseYears } from './release-years.ts';
import { rising } from './rising.ts';
import { seasons } from './seasons.ts';
import { standingTheTest } from './standing-the-test.ts';
import {
  artistOf,
  describeAmount,
  describeEntry,
  describeMoment,
  describeShares,
  songOf,
} from './statistics-entries.ts';
import type { StatisticsScope } from './statistics-scope.ts';
import { topPlaylists } from './top-playlists.ts';

export function describeTaste(scope: StatisticsScope) {
  const { dataset, zone, asOf, until, options } = scope;
  const { by } = options;
  const { dictionary } = dataset;
  return {
    standingTheTest: standingTheTest(dataset, until, zone, asOf).map((entry) => {
      const { quarters, quartersSince, firstDay } = entry;
      const more = { quarters, quartersSince, firstPlayed: formatDay(firstDay) };
      return describeEntry(dictionary, artistOf, entry, more);
    }),
    fallingOff: fallingOff(dataset, zone, asOf, by).map((entry) =>
      describeShares(dictionary, entry),
    ),
    rising: rising(dataset, zone, asOf, by).map((entry) => describeShares(dictionary, entry)),
    hiddenGems: describeGems(scope),
    forgotten: forgotten(dataset, until, zone, asOf, by).map((entry) => {
      const { rank, lastHeardAt } = entry;
      const more = { rank, lastHeard: formatMoment(lastHeardAt) };
      return describeEntry(dictionary, songOf, entry, more);
    }),
    ...describeSpans(scope),
    playlists: describePlaylists(scope),
  };
}

function describeGems({ dataset, zone, selection, asOf, options }: StatisticsScope) {
  const { by, popularity } = options;
  const gems = hiddenGems(dataset, selection, zone, {
    asOf,
    by,
    ...(popularity && { popularity }),
  });
  return gems.map((entry) => {
    const { skipRate, months, monthsSince } = entry;
    return describeEntry(dataset.dictionary, songOf, entry, { skipRate, months, monthsSince });
  });
}

function describeSpans({ dataset, zone, selection, options }: StatisticsScope) {
  const { hemisphere, timeZone, yearOfAlbum } = options;
  const { years, decades } = releaseYears(dataset, selection, yearOfAlbum ?? new Map());
  return {
    obsessions: obsessions(dataset, selection, zone).map((entry) => {
      const days = { from: formatDay(entry.firstDay), to: formatDay(entry.lastDay) };
      return describeEntry(dataset.dictionary, songOf, entry, days);
    }),
    discoveries: discoveries(dataset, selection, zone).map(({ month, artists, songs }) => ({
      month: formatMonth(month),
      artists,
      songs,
    })),
    seasons: seasons(dataset, selection, zone, hemisphere ?? hemisphereOf(timeZone)).map(
      ({ name, year, days, artists, songs, firstTimeShare, evenness }) => ({
        season: name,
        year,
        from: formatDay(days.first),
        to: formatDay(days.last),
        artists,
        songs,
        firstTimeShare,
        evenness,
      }),
    ),
    releaseYears: years.map((span) => describeAmount({ year: span.year }, span)),
    releaseDecades: decades.map((span) => describeAmount({ decade: span.year }, span)),
  };
}

function describePlaylists({ dataset, selection, options }: StatisticsScope) {
  const { playlists = [], by } = options;
  return topPlaylists(dataset, selection, playlists, by).map((entry) => ({
    name: playlists[entry.index]!.name,
    plays: entry.plays,
    msPlayed: entry.playedMs,
    songs: entry.songs,
    songsPlayed: entry.songsPlayed,
    lastHeard: describeMoment(entry.lastHeardAt),
  }));
}
