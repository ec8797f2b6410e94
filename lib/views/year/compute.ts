/** Puts a year in review together from the statistics of its days. */
import type { Dataset } from '../../dataset/dataset.ts';
import type { Selection } from '../../dataset/selection.ts';
import type { DayRange } from '../../domain/day-range.ts';
import { dayOf, firstDayOfMonth, yearOfMonth, yearsEarlier } from '../../stats/calendar.ts';
import { coveredDays, isCovered } from '../../stats/covered-days.ts';
import { discoveries } from '../../stats/discoveries.ts';
import { firstPlays } from '../../stats/first-plays.ts';
import { groupingOf } from '../../stats/grouping.ts';
import { hourOfWeek } from '../../stats/hour-of-week.ts';
import { listDays, listMonths } from '../../stats/listed-days.ts';
import { artistName } from '../../stats/names.ts';
import { obsessions } from '../../stats/obsessions.ts';
import { overview } from '../../stats/overview.ts';
import { compareTallied, pickBest, type Ranked } from '../../stats/ranking.ts';
import { tally } from '../../stats/tally.ts';
import { selectDays } from '../../stats/select-days.ts';
import { isSelected } from '../../stats/selections.ts';
import { sessions } from '../../stats/sessions.ts';
import { streaks } from '../../stats/streaks.ts';
import { topAlbums } from '../../stats/top-albums.ts';
import { topArtists } from '../../stats/top-artists.ts';
import { topSongs } from '../../stats/top-songs.ts';
import { totals } from '../../stats/totals.ts';
import { countRecordedDays } from '../recorded-days.ts';
import { describeAlbum, describeArtist, describeSong } from '../describe-entry.ts';
import { recordedIn, type ViewSetting } from '../view-setting.ts';
import type { YearReview, YearView } from './contract.ts';

const TOP = 5;

export function computeYear(setting: ViewSetting, { year }: { year: number | null }): YearView {
  const years = listYears(setting);
  const wanted = year ?? years.findLast(({ plays }) => plays > 0)?.year;
  const heard = years.some((entry) => entry.year === wanted && entry.playedMs > 0);
  return { years, review: wanted !== undefined && heard ? reviewYear(setting, wanted) : null };
}

/** Also those in between without music. */
function listYears({ dataset, coverage, scope: { zone } }: ViewSetting): YearView['years'] {
  const all = { from: 0, to: dataset.columns.rows, mask: null };
  const years: { year: number; plays: number; playedMs: number }[] = [];
  for (const { month, plays, playedMs } of listMonths(dataset, all, zone)) {
    const year = yearOfMonth(month);
    while (years.length > 0 && years.at(-1)!.year < year) {
      years.push({ year: years.at(-1)!.year + 1, plays: 0, playedMs: 0 });
    }
    if (years.length === 0) years.push({ year, plays: 0, playedMs: 0 });
    const entry = years.at(-1)!;
    entry.plays += plays;
    entry.playedMs += playedMs;
  }
  return years.map(({ year, plays, playedMs }) => {
    const [first, next] = [year - 1970, year - 1969].map((n) => firstDayOfMonth(n * 12));
    const covered = isCovered(coverage, zone, { first: first!, last: next! - 1 });
    return { year, plays, playedMs, covered };
  });
}

function reviewYear(setting: ViewSetting, year: number): YearReview {
  const { dataset, scope, today, extent } = setting;
  const { zone } = scope;
  const first = firstDayOfMonth((year - 1970) * 12);
  const lastOfYear = firstDayOfMonth((year - 1969) * 12) - 1;
  const days = { first, last: Math.max(first, Math.min(lastOfYear, today)) };
  const selection = selectDays(dataset.columns, zone, days);
  const figures = overview(dataset, selection);
  const heard = listDays(dataset, selection, zone);
  const best = heard.reduce<(typeof heard)[number] | null>(
    (most, day) => (most && most.playedMs >= day.playedMs ? most : day),
    null,
  );
  const { longest: session } = sessions(dataset, selection);
  return {
    year,
    days: days.last - days.first + 1,
    daysRecorded: countRecordedDays(setting, days),
    running: today < lastOfYear,
    beginsRecord: extent.firstAt !== null && dayOf(zone, extent.firstAt) >= days.first,
    plays: figures.plays,
    playedMs: figures.playedMs,
    daysHeard: heard.filter(({ plays }) => plays > 0).length,
    songs: figures.songs,
    artists: figures.artists,
    albums: figures.albums,
    before: yearBefore(setting, days),
    topArtists: topArtists(dataset, selection, 'plays', TOP).map((it) => artistEntry(dataset, it)),
    topSongs: topSongs(dataset, selection, 'plays', TOP).map((it) => songEntry(dataset, it)),
    topAlbums: topAlbums(dataset, selection, 'plays', TOP).map((it) => albumEntry(dataset, it)),
    months: listYearMonths(setting, days),
    byDay: listYearDays(setting, days, heard),
    bestDay: best && { day: best.day, plays: best.plays, playedMs: best.playedMs },
    byHourOfWeek: hourOfWeek(dataset, selection, zone),
    discovered: findDiscovered(setting, selection),
    obsession: findObsession(setting, selection),
    streak: streaks(dataset, selection, zone, days.last).longest,
    session: session && {
      startedAt: session.startedAt,
      streams: session.streams,
      playedMs: session.playedMs,
    },
  };
}

/** Held against each other only where all of both is known. */
function yearBefore(setting: ViewSetting, days: DayRange) {
  const { dataset, scope } = setting;
  const { zone } = scope;
  const earlier = { first: yearsEarlier(days.first, 1), last: yearsEarlier(days.last, 1) };
  if ([days, earlier].some((part) => recordedIn(setting, part) !== 'whole')) return null;
  const { plays, playedMs } = totals(dataset, selectDays(dataset.columns, zone, earlier));
  return playedMs > 0 ? { plays, playedMs } : null;
}

function listYearMonths(setting: ViewSetting, days: DayRange): YearReview['months'] {
  const { dataset, scope } = setting;
  const { zone } = scope;
  const months: YearReview['months'] = [];
  let first = days.first;
  const january = (new Date(days.first * 86_400_000).getUTCFullYear() - 1970) * 12;
  for (let month = january; month < january + 12 && first <= days.last; month++) {
    const next = firstDayOfMonth(month + 1);
    const selection = selectDays(dataset.columns, zone, { first, last: next - 1 });
    const { plays, playedMs } = totals(dataset, selection);
    const [top] = topArtists(dataset, selection, 'plays', 1);
    const recorded = recordedIn(setting, { first, last: next - 1 });
    months.push({
      plays,
      playedMs,
      covered: recorded !== 'nothing',
      partly: recorded === 'part',
      artist: top && top.plays > 0 ? artistName(dataset.dictionary, top.index) : null,
    });
    first = next;
  }
  return months;
}

/** Of what was first played in the year, what was played most in it. */
function findDiscovered(
  { dataset, scope: { zone } }: ViewSetting,
  selection: Selection,
): YearReview['discovered'] {
  const counts = discoveries(dataset, selection, zone);
  const artist = mostPlayedNew(dataset, selection, 'artists');
  const song = mostPlayedNew(dataset, selection, 'songs');
  return {
    artists: counts.reduce((sum, { artists }) => sum + artists, 0),
    songs: counts.reduce((sum, { songs }) => sum + songs, 0),
    artist: artist && artistEntry(dataset, artist),
    song: song && songEntry(dataset, song),
  };
}

function mostPlayedNew(
  dataset: Dataset,
  selection: Selection,
  subject: 'artists' | 'songs',
): Ranked | null {
  const { groupOfTrack, groups, namesOf } = groupingOf(dataset, subject);
  const sums = tally(dataset, selection, groupOfTrack, groups);
  const first = firstPlays(dataset, subject);
  const isNew = (index: number) => first[index]! >= 0 && isSelected(selection, first[index]!);
  const [index] = pickBest(groups, 1, isNew, compareTallied(sums, { by: 'plays', namesOf }));
  if (index === undefined) return null;
  return { index, plays: sums.plays[index]!, playedMs: sums.playedMs[index]! };
}

function findObsession({ dataset, scope: { zone } }: ViewSetting, selection: Selection) {
  const [most] = obsessions(dataset, selection, zone);
  if (!most) return null;
  const { firstDay, lastDay } = most;
  return { ...songEntry(dataset, most), firstDay, lastDay };
}

function artistEntry(dataset: Dataset, { index, plays, playedMs }: Ranked) {
  return { ...describeArtist(dataset, index), plays, playedMs };
}

function songEntry(dataset: Dataset, { index, plays, playedMs }: Ranked) {
  return { ...describeSong(dataset, index), plays, playedMs };
}

function albumEntry(dataset: Dataset, { index, plays, playedMs }: Ranked) {
  return { ...describeAlbum(dataset, index), plays, playedMs };
}

/** A day without music is a silent one only where it was recorded. */
function listYearDays(
  { coverage, scope: { zone } }: ViewSetting,
  days: DayRange,
  heard: readonly { day: number; playedMs: number }[],
): YearReview['byDay'] {
  const byDay: YearReview['byDay'] = coveredDays(coverage, zone, days).map((covered) =>
    covered ? 0 : null,
  );
  for (const { day, playedMs } of heard) byDay[day - days.first] = playedMs;
  return byDay;
}
