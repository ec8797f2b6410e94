/** The part of the statistics document about habits: when, how long, on what, and how often skipped. */
import { artistStreaks } from './artist-streaks.ts';
import { hourOfWeek } from './hour-of-week.ts';
import { listDays, listMonths } from './listed-days.ts';
import { formatDay, formatMoment, formatMonth } from './local-dates.ts';
import { milestones } from './milestones.ts';
import { platformFamily } from './platform-family.ts';
import { countries, platforms } from './platforms.ts';
import { sessions } from './sessions.ts';
import { shuffleShare } from './shuffle-share.ts';
import { skipsBy } from './skips.ts';
import {
  artistOf,
  describeAmount,
  describeSession,
  describeStreak,
  songOf,
} from './statistics-entries.ts';
import type { StatisticsScope } from './statistics-scope.ts';
import { streaks } from './streaks.ts';

/** A rate of fewer streams says little. */
const MIN_STREAMS_OF_A_RATE = 10;

export function describeHabits(scope: StatisticsScope) {
  const { dataset, zone, selection } = scope;
  const { dictionary } = dataset;
  return {
    byHourOfWeek: hourOfWeek(dataset, selection, zone),
    byMonth: listMonths(dataset, selection, zone).map((entry) =>
      describeAmount({ month: formatMonth(entry.month) }, entry),
    ),
    byDay: listDays(dataset, selection, zone).map((entry) =>
      describeAmount({ day: formatDay(entry.day) }, entry),
    ),
    streaks: describeStreaks(scope),
    sessions: describeSessions(scope),
    skips: describeSkips(scope),
    platforms: platforms(dataset, selection).map((entry) => {
      const { name, streams } = entry;
      return describeAmount({ name, family: platformFamily(name), streams }, entry);
    }),
    countries: countries(dataset, selection).map((entry) =>
      describeAmount({ name: entry.name, streams: entry.streams }, entry),
    ),
    shuffleShare: shuffleShare(dataset, selection).share,
    milestones: milestones(dataset, selection).map(({ play, endedAt, song }) => {
      const { name, artist } = songOf(dictionary, song);
      return { play, at: formatMoment(endedAt), name, artist };
    }),
  };
}

function describeStreaks({ dataset, zone, selection, asOf, options: { top } }: StatisticsScope) {
  const { longest, current } = streaks(dataset, selection, zone, asOf);
  const byArtist = artistStreaks(dataset, selection, zone, { today: asOf, limit: top });
  return {
    longest: longest && describeStreak(longest),
    current: current && describeStreak(current),
    artists: byArtist.map((entry) => ({
      name: artistOf(dataset.dictionary, entry.index).name,
      longest: describeStreak(entry.longest),
      current: entry.current && describeStreak(entry.current),
    })),
  };
}

function describeSessions({ dataset, selection }: StatisticsScope) {
  const { count, averageMs, longest } = sessions(dataset, selection);
  return { count, averageMs, longest: longest && describeSession(longest) };
}

function describeSkips({ dataset, selection, options: { top } }: StatisticsScope) {
  const limits = { minStreams: MIN_STREAMS_OF_A_RATE, limit: top };
  const artists = skipsBy(dataset, selection, 'artists', limits);
  const songs = skipsBy(dataset, selection, 'songs', limits);
  return [
    ...artists.map(({ index, streams, skips, rate }) => {
      const { name } = artistOf(dataset.dictionary, index);
      return { of: 'artist' as const, name, streams, skips, rate };
    }),
    ...songs.map(({ index, streams, skips, rate }) => {
      const { name, artist } = songOf(dataset.dictionary, index);
      return { of: 'song' as const, name, artist, streams, skips, rate };
    }),
  ];
}
