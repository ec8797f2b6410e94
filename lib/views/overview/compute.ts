/** Puts the first page together. */
import { type Selection, selectAll } from '../../dataset/selection.ts';
import type { DayRange } from '../../domain/day-range.ts';
import type { TopEntry } from '../../domain/snapshot.ts';
import { dayOf, monthOfDay } from '../../stats/calendar.ts';
import { discovered } from '../../stats/discovered.ts';
import { firstTimes } from '../../stats/first-times.ts';
import { onThisDay } from '../../stats/on-this-day.ts';
import { overview } from '../../stats/overview.ts';
import { rangeSteps } from '../../stats/range-steps.ts';
import { selectDays } from '../../stats/select-days.ts';
import type { Steps } from '../../stats/steps.ts';
import { streaks } from '../../stats/streaks.ts';
import { topAlbums } from '../../stats/top-albums.ts';
import { topArtists } from '../../stats/top-artists.ts';
import { topSongs } from '../../stats/top-songs.ts';
import { describeAlbum, describeArtist, describeSong } from '../describe-entry.ts';
import { isStreakKnown } from '../habits/streaks.ts';
import { countRecordedDays } from '../recorded-days.ts';
import { spotifyTops } from '../spotify-tops.ts';
import { computeStreams } from '../streams/compute.ts';
import type { ViewSetting } from '../view-setting.ts';
import { type Amounts, type OverviewView, RECENT_STREAMS } from './contract.ts';

const TOP_ENTRIES = 5;
const NEW_THINGS = 3;
const EARLIER_YEARS = 3;
/** News of more than a year, or of all time, are none: the last of these days are looked at. */
const LONG_DAYS = 366;
const LATELY_DAYS = 28;

export async function computeOverview(setting: ViewSetting): Promise<OverviewView> {
  const { dataset, scope, compared, days, coverage, now } = setting;
  const { selection, zone } = scope;
  const { firstStream, lastStream, ...figures } = overview(dataset, selection);
  // Months reach beyond a range that begins within one: what is counted does not.
  const steps = rangeSteps({ dataset, zone, coverage, now, within: selection }, days);
  return {
    amounts: amountsOf(setting, selection, figures),
    before: compared && amountsOf(setting, compared.selection),
    firstAt: firstStream,
    lastAt: lastStream,
    ...daysOf(setting),
    ...steps,
    stepsBefore: compared && stepsBefore(setting, compared, steps),
    top: await topOf(setting, figures.plays),
    news: newsOf(setting),
    onThisDay: earlierDays(setting),
    streaks: {
      ...streaks(dataset, selectAll(dataset.columns), zone, setting.today),
      currentKnown: isStreakKnown(setting, setting.today),
    },
    streams: computeStreams(setting, { subject: null, offset: 0, limit: RECENT_STREAMS }),
    coverage: coverageOf(setting),
  };
}

type Figures = Pick<Amounts, 'plays' | 'playedMs' | 'songs' | 'artists'>;

function amountsOf(
  { dataset }: ViewSetting,
  selection: Selection,
  figures: Figures = overview(dataset, selection),
): Amounts {
  const { plays, playedMs, songs, artists } = figures;
  const { played, firstTimes: first } = firstTimes(dataset, selection, 'songs');
  return {
    plays,
    playedMs,
    songs,
    artists,
    playedSongs: played,
    playedArtists: firstTimes(dataset, selection, 'artists').played,
    firstTimeShare: played > 0 ? first / played : null,
  };
}

/** Not before the first stream of all, and not after today. */
function daysOf(setting: ViewSetting): Pick<OverviewView, 'days' | 'recordedDays'> {
  const { extent, scope, days, today } = setting;
  if (extent.firstAt === null) return { days: 0, recordedDays: 0 };
  const begin = dayOf(scope.zone, extent.firstAt);
  const first = Math.max(begin, days?.first ?? begin);
  const last = Math.min(today, days?.last ?? today);
  return {
    days: Math.max(0, last - first + 1),
    recordedDays: countRecordedDays(setting, { first, last }),
  };
}

/** Steps are held against each other by their place: the first day against the first day, May against May. */
function stepsBefore(
  { dataset, scope: { zone }, coverage, now, days }: ViewSetting,
  compared: { days: DayRange; selection: Selection },
  { stepUnit, steps }: Steps,
): (number | null)[] | null {
  const setting = { dataset, zone, coverage, now, within: compared.selection };
  const before = rangeSteps(setting, compared.days);
  if (before.stepUnit !== stepUnit) return null;
  if (stepUnit === 'month' && (!days || monthOf(days) !== monthOf(compared.days))) return null;
  const times = steps.map((_, i) => {
    const step = before.steps[i];
    return step?.covered && !step.partly ? step.playedMs : null;
  });
  return times.some((ms) => ms !== null) ? times : null;
}

/** January is 0. */
function monthOf({ first }: DayRange): number {
  return ((monthOfDay(first) % 12) + 12) % 12;
}

/** By plays; what was only ever skipped has no place here. */
async function topOf(setting: ViewSetting, plays: number): Promise<OverviewView['top']> {
  const { dataset, scope } = setting;
  const spotify = await spotifyTops(setting);
  if (spotify) {
    const topOfSpotify = (entries: TopEntry[]) => ({
      entries: entries.slice(0, TOP_ENTRIES),
      share: null,
    });
    return {
      source: spotify.source,
      artists: topOfSpotify(spotify.artists),
      songs: topOfSpotify(spotify.songs),
      albums: topOfSpotify(spotify.albums),
    };
  }
  const topWith = (top: typeof topSongs, describe: typeof describeSong) => {
    const ranked = top(dataset, scope.selection, 'plays', TOP_ENTRIES).filter(isPlayed);
    const sum = ranked.reduce((total, entry) => total + entry.plays, 0);
    return {
      entries: ranked.map(({ index, plays: count, playedMs }) =>
        Object.assign(describe(dataset, index), { plays: count, playedMs }),
      ),
      share: plays > 0 ? sum / plays : null,
    };
  };
  return {
    source: 'history',
    artists: topWith(topArtists, describeArtist),
    songs: topWith(topSongs, describeSong),
    albums: topWith(topAlbums, describeAlbum),
  };
}

function isPlayed({ plays }: { plays: number }): boolean {
  return plays > 0;
}

function newsOf({ dataset, scope, days }: ViewSetting): OverviewView['news'] {
  const { zone, asOf } = scope;
  const isShort = days !== null && days.last - days.first < LONG_DAYS;
  const lately = isShort ? days : { first: asOf - LATELY_DAYS + 1, last: asOf };
  const selection = selectDays(dataset.columns, zone, lately);
  const artists = firstTimes(dataset, selection, 'artists').firstTimes;
  const kind = artists > 0 ? 'artists' : 'songs';
  const describe = artists > 0 ? describeArtist : describeSong;
  return {
    days: lately,
    artists,
    songs: firstTimes(dataset, selection, 'songs').firstTimes,
    kind,
    top: discovered(dataset, kind, selection, zone, NEW_THINGS).map(
      ({ index, plays, playedMs }) => ({ entry: describe(dataset, index), plays, playedMs }),
    ),
  };
}

function earlierDays({ dataset, scope, today }: ViewSetting): OverviewView['onThisDay'] {
  const days = onThisDay(dataset, scope.zone, today, 1, EARLIER_YEARS);
  return days.map(({ day, plays, playedMs, songs: [song] }) => {
    if (!song) return { day, plays, playedMs, song: null };
    const { index, ...amounts } = song;
    return { day, plays, playedMs, song: { entry: describeSong(dataset, index), ...amounts } };
  });
}

function coverageOf({ coverage }: ViewSetting): OverviewView['coverage'] {
  const [first, last] = [coverage[0], coverage.at(-1)];
  return first && last ? { since: first.from, until: last.to, gaps: coverage.length - 1 } : null;
}
