/** Computes the page of one artist, album or song. */
import type { Dataset } from '../../dataset/dataset.ts';
import { creditsAt } from '../../dataset/dictionary.ts';
import { selectAll, type Selection } from '../../dataset/selection.ts';
import { doAtOnce, type Steps } from '../../domain/steps.ts';
import { monthOfDay } from '../../stats/calendar.ts';
import type { Subject } from '../../stats/grouping.ts';
import { hourOfWeek } from '../../stats/hour-of-week.ts';
import { newestTracks } from '../../stats/newest-tracks.ts';
import { ownHistory, type OwnHistory } from '../../stats/own-history.ts';
import { rangeSteps } from '../../stats/range-steps.ts';
import { ranksOverTime } from '../../stats/ranks-over-time.ts';
import { rowDays } from '../../stats/row-days.ts';
import { skipRate } from '../../stats/skips.ts';
import { eachMonth } from '../../stats/steps.ts';
import { type PlayAt, subjectTotals } from '../../stats/subject-totals.ts';
import { totals } from '../../stats/totals.ts';
import { wholeRanking } from '../../stats/whole-ranking.ts';
import { describeAlbum, describeArtist, describeSong } from '../describe-entry.ts';
import { recordedWeekdays } from '../habits/clock.ts';
import { rankingsOf } from '../kept-rankings.ts';
import { streamsOf } from '../streams/compute.ts';
import { type FoundSubject, findSubject, type SubjectName } from '../subject-of.ts';
import type { ViewSetting } from '../view-setting.ts';
import {
  type Detail,
  type DetailView,
  FIRST_STREAMS,
  type Part,
  type RankedMonth,
} from './contract.ts';

/** Songs and albums told of; their number is told beside them. */
const MOST_PARTS = 500;

const DESCRIBE = { songs: describeSong, artists: describeArtist, albums: describeAlbum } as const;

export function computeDetail(setting: ViewSetting, named: SubjectName): DetailView {
  const found = findSubject(setting.dataset, named);
  return found && doAtOnce(computeDetailInSteps(setting, found));
}

/** The same in steps. */
export function* computeDetailInSteps(
  setting: ViewSetting,
  found: FoundSubject,
): Steps<DetailView> {
  const { dataset, scope, compared, days, coverage, now } = setting;
  const { zone, selection } = scope;
  const { subject, index } = found;
  const own = ownHistory(dataset, subject, index);
  // Known by name alone, as the artist of an album that others play on.
  if (own.rows.length === 0) return null;
  yield;
  const within = own.select(selection);
  const parts = yield* partsInSteps(dataset, subject, own.dataset, within);
  const months = rankedMonths(setting, found, own.dataset);
  yield;
  const ever = subjectTotals(own.dataset, selectAll(own.dataset.columns));
  const { streams, plays, playedMs } = totals(own.dataset, within);
  const allMs = rankingsOf(setting, subject, 'plays').now.sums.playedMs.reduce((a, b) => a + b, 0);
  const part = { dataset: own.dataset, whole: dataset, zone, coverage, now, within };
  return {
    entry: DESCRIBE[subject](dataset, index),
    ...saidOf(dataset, found),
    ever: {
      plays: ever.plays,
      playedMs: ever.playedMs,
      firstPlay: playAt(dataset, own, ever.firstPlay),
      lastPlay: playAt(dataset, own, ever.lastPlay),
    },
    amounts: { streams, plays, playedMs },
    skipRate: skipRate(own.dataset, within).rate,
    share: allMs > 0 ? playedMs / allMs : 0,
    ...placesOf(setting, found),
    before: compared && amountsBefore(setting, found, own.select(compared.selection)),
    ...rangeSteps(part, days),
    months,
    hours: hourOfWeek(own.dataset, within, zone),
    recordedWeekdays: recordedWeekdays(setting),
    ...parts,
    streams: streamsOf(setting, found, { offset: 0, limit: FIRST_STREAMS }),
  };
}

/** What the Web API told of it, as far as it was asked. */
function saidOf(
  dataset: Dataset,
  { subject, index }: FoundSubject,
): Pick<Detail, 'releaseDate' | 'genres' | 'credits' | 'durationMs'> {
  const { metadata, dictionary } = dataset;
  const nothing = { releaseDate: null, genres: [], credits: [], durationMs: null };
  if (subject === 'artists') return { ...nothing, genres: [...(metadata.genres.get(index) ?? [])] };
  if (subject === 'albums') {
    return { ...nothing, releaseDate: metadata.releaseDates.get(index) ?? null };
  }
  const track = newestTracks(dataset)[index]!;
  const { album, durationMs } = dictionary.tracks;
  return {
    ...nothing,
    releaseDate: metadata.releaseDates.get(album[track]!) ?? null,
    credits: creditsAt(metadata, track)
      .slice(1)
      .map(({ name }) => name),
    durationMs: durationMs[track]! || metadata.durationMs[track] || null,
  };
}

function playAt(dataset: Dataset, own: OwnHistory, play: PlayAt | null) {
  if (!play) return null;
  const { tracks } = dataset.dictionary;
  const song = tracks.song[own.dataset.columns.track[play.row]!]!;
  return { at: play.endedAt, song: describeSong(dataset, song) };
}

function placesOf(setting: ViewSetting, { subject, index }: FoundSubject): Pick<Detail, 'place'> {
  const { places, order } = rankingsOf(setting, subject, 'plays').now;
  const rank = places[index]!;
  return { place: rank === 0 ? null : { rank, among: order.length } };
}

function amountsBefore(
  setting: ViewSetting,
  { subject, index }: FoundSubject,
  within: Selection,
): Detail['before'] {
  const own = ownHistory(setting.dataset, subject, index);
  const { plays, playedMs } = totals(own.dataset, within);
  const rank = rankingsOf(setting, subject, 'plays').before?.places[index] || null;
  return { plays, playedMs, rank };
}

/** Every month from its first stream on: those in which it was not heard have no place. */
function rankedMonths(
  { dataset, scope: { zone }, coverage, now, today }: ViewSetting,
  { subject, index }: FoundSubject,
  own: Dataset,
): RankedMonth[] {
  const heard = ranksOverTime(dataset, zone, { subject, index, by: 'plays' }, 'month');
  const ownDays = rowDays(own, zone);
  const first = ownDays[0]!;
  const byMonth = new Map(heard.map((month) => [month.period, month]));
  const begin = monthOfDay(first);
  const last = Math.max(today, ownDays.at(-1)!);
  const steps = eachMonth({ dataset: own, zone, coverage, now }, { first, last });
  return steps.map(({ covered }, i) => {
    const month = begin + i;
    const { rank = null, among = 0, plays = 0 } = byMonth.get(month) ?? {};
    return { month, rank, among, plays, covered };
  });
}

function* partsInSteps(
  dataset: Dataset,
  of: Subject,
  own: Dataset,
  within: Selection,
): Steps<Pick<Detail, 'songs' | 'songCount' | 'albums' | 'albumCount'>> {
  const rankedIn = (subject: 'songs' | 'albums') => {
    const { order, sums } = wholeRanking(own, within, subject, 'plays');
    const { plays, playedMs } = sums;
    const parts = Array.from(order.subarray(0, MOST_PARTS), (index): Part => ({
      entry: DESCRIBE[subject](dataset, index),
      plays: plays[index]!,
      playedMs: playedMs[index]!,
    }));
    return { parts, count: order.length };
  };
  const none = { parts: [], count: 0 };
  const songs = of === 'songs' ? none : rankedIn('songs');
  yield;
  const albums = of === 'albums' ? none : rankedIn('albums');
  yield;
  return {
    songs: songs.parts,
    songCount: songs.count,
    albums: albums.parts,
    albumCount: albums.count,
  };
}
