/** The statistics as the product computes them: all time, by the clocks of the zone. */
import type { Dataset } from '../../../lib/dataset/dataset.ts';
import { artistStreaks } from '../../../lib/stats/artist-streaks.ts';
import { discoveries } from '../../../lib/stats/discoveries.ts';
import { fallingOff } from '../../../lib/stats/falling-off.ts';
import { forgotten } from '../../../lib/stats/forgotten.ts';
import { hiddenGems } from '../../../lib/stats/hidden-gems.ts';
import { hourOfWeek } from '../../../lib/stats/hour-of-week.ts';
import { listDays, listMonths } from '../../../lib/stats/listed-days.ts';
import { milestones } from '../../../lib/stats/milestones.ts';
import { obsessions } from '../../../lib/stats/obsessions.ts';
import { overview } from '../../../lib/stats/overview.ts';
import { countries, platforms } from '../../../lib/stats/platforms.ts';
import { releaseYears } from '../../../lib/stats/release-years.ts';
import { rising } from '../../../lib/stats/rising.ts';
import { seasons } from '../../../lib/stats/seasons.ts';
import { sessions } from '../../../lib/stats/sessions.ts';
import { shuffleShare } from '../../../lib/stats/shuffle-share.ts';
import { skipsBy } from '../../../lib/stats/skips.ts';
import { standingTheTest } from '../../../lib/stats/standing-the-test.ts';
import { openScope } from '../../../lib/stats/statistics-scope.ts';
import { streaks } from '../../../lib/stats/streaks.ts';
import { topAlbums } from '../../../lib/stats/top-albums.ts';
import { topArtists } from '../../../lib/stats/top-artists.ts';
import { topPlaylists, type PlaylistSongs } from '../../../lib/stats/top-playlists.ts';
import { topSongs } from '../../../lib/stats/top-songs.ts';

export interface Scene {
  timeZone: string;
  limit: number;
  playlists: readonly PlaylistSongs[];
}

/** What a statistic says, or a list of it: of lists the length is compared with SQL's. */
export function statisticsOurs(dataset: Dataset, { timeZone, limit, playlists }: Scene) {
  const by = 'plays';
  const options = { range: null, timeZone, top: limit, by, receipt: null } as const;
  const { zone, selection, until, asOf } = openScope(dataset, options);
  const limits = { minStreams: 10, limit };
  return {
    overview: () => overview(dataset, selection),
    topSongs: () => topSongs(dataset, selection, by, limit),
    topArtists: () => topArtists(dataset, selection, by, limit),
    topAlbums: () => topAlbums(dataset, selection, by, limit),
    hourOfWeek: () => hourOfWeek(dataset, selection, zone).flat().filter(Boolean),
    days: () => listDays(dataset, selection, zone),
    months: () => listMonths(dataset, selection, zone),
    streaks: () => streaks(dataset, selection, zone, asOf),
    artistStreaks: () => artistStreaks(dataset, selection, zone, { today: asOf, limit }),
    sessions: () => sessions(dataset, selection),
    skipsByArtist: () => skipsBy(dataset, selection, 'artists', limits),
    skipsBySong: () => skipsBy(dataset, selection, 'songs', limits),
    platforms: () => platforms(dataset, selection),
    countries: () => countries(dataset, selection),
    shuffleShare: () => shuffleShare(dataset, selection),
    milestones: () => milestones(dataset, selection),
    standingTheTest: () => standingTheTest(dataset, until, zone, asOf),
    fallingOff: () => fallingOff(dataset, zone, asOf, by),
    rising: () => rising(dataset, zone, asOf, by),
    hiddenGems: () => hiddenGems(dataset, selection, zone, { asOf, by }),
    forgotten: () => forgotten(dataset, until, zone, asOf, by),
    obsessions: () => obsessions(dataset, selection, zone),
    discoveries: () => discoveries(dataset, selection, zone),
    seasons: () => seasons(dataset, selection, zone, 'northern'),
    releaseYears: () => releaseYears(dataset, selection, new Map()).years,
    topPlaylists: () => topPlaylists(dataset, selection, playlists, by),
  };
}

export type StatisticName = keyof ReturnType<typeof statisticsOurs>;
