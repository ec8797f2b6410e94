/** A year in review in words: a sequence of cards, each one finding, for the page and for images. */
import type { YearReview } from '../../../../views/year/contract.ts';
import {
  changeAgainst,
  formatDate,
  formatDuration,
  formatNumber,
  formatShare,
} from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import { monthLetter } from '../../../charts/steps.ts';
import { type Weekday, weekdayNames } from '../../../charts/week.ts';
import { formatDay } from '../../range-words.ts';
import { ofDays } from './of-days.ts';
import { cardPictures, type CardPictures } from './card-pictures.ts';
import type { CardEntry, YearCard } from './year-card.ts';

/** A card with what there is to look at on it. */
export type PicturedCard = YearCard & CardPictures;

/** Cards with nothing to say are left out. */
export function yearCards(
  review: YearReview,
  timeZone: string,
  weekStart: Weekday,
): PicturedCard[] {
  const cards = [
    timeCard(review),
    ...topCards(review),
    discoveriesCard(review),
    monthsCard(review),
    monthArtistsCard(review),
    clockCard(review),
    dayCard(review),
    obsessionCard(review),
    streakCard(review),
    sessionCard(review, timeZone),
  ];
  return cards
    .filter((card) => card !== null)
    .map((card) => Object.assign(card, cardPictures(review, card.key, weekStart)));
}

const plain = { list: [], columns: [] };

function timeCard(review: YearReview): YearCard {
  const { year, running, playedMs, before } = review;
  const facts = t(
    'year_time_text',
    plays(review.plays),
    tPlural('year_songs', review.songs, formatNumber(review.songs)),
    tPlural('year_artists', review.artists, formatNumber(review.artists)),
    formatNumber(review.daysHeard),
    ofDays(review),
  );
  const change = before && changeAgainst(playedMs, before.playedMs);
  const changeText =
    change && change.direction !== 'same'
      ? t(change.direction === 'up' ? 'year_more' : 'year_less', change.text)
      : '';
  return {
    ...plain,
    key: 'time',
    kicker: t(running ? 'year_time_running' : 'year_time', String(year)),
    hero: formatDuration(playedMs),
    text: [facts, changeText].filter(Boolean).join(' '),
    list: [
      figure(
        review.daysRecorded < review.days ? 'year_a_day_recorded' : 'year_a_day',
        formatDuration(playedMs / Math.max(1, review.daysRecorded)),
      ),
      ...(review.daysHeard > 0
        ? [figure('year_a_day_heard', formatDuration(playedMs / review.daysHeard))]
        : []),
    ],
  };
}

function topCards({ topArtists, topSongs, topAlbums }: YearReview): (YearCard | null)[] {
  return [
    listCard('artist', t('year_artist'), topArtists),
    listCard('song', t('year_song'), topSongs),
    listCard('album', t('year_album'), topAlbums),
  ];
}

function listCard(
  key: string,
  kicker: string,
  entries: readonly { name: string; artist: string | null; plays: number; playedMs: number }[],
): YearCard | null {
  const played = entries.filter((entry) => entry.plays > 0);
  const [first] = played;
  if (!first) return null;
  const amount = t('year_amount', plays(first.plays), formatDuration(first.playedMs));
  return {
    ...plain,
    key,
    kicker,
    hero: first.name,
    text: first.artist === null ? amount : t('year_by', first.artist, amount),
    list: played.map((entry) => ({
      name: entry.name,
      detail: entry.artist,
      amount: plays(entry.plays),
    })),
  };
}

function discoveriesCard({ discovered, beginsRecord }: YearReview): YearCard | null {
  const { artists, songs, artist, song } = discovered;
  if (songs === 0) return null;
  const entries = [artist && { ...artist, artist: t('year_new_artist') }, song];
  return {
    ...plain,
    key: 'discoveries',
    kicker: t('year_new'),
    hero: tPlural('year_artists', artists, formatNumber(artists)),
    text: tPlural(
      beginsRecord ? 'year_new_text_record' : 'year_new_text',
      songs,
      formatNumber(songs),
    ),
    list: entries
      .filter((entry) => entry !== null)
      .map((entry) => ({ name: entry.name, detail: entry.artist, amount: plays(entry.plays) })),
  };
}

function monthsCard({ year, months }: YearReview): YearCard | null {
  const most = Math.max(...months.map(({ playedMs }) => playedMs));
  const best = months.findIndex(({ playedMs }) => playedMs === most);
  // Of one month alone nothing is said by its being the fullest; one of several as full is nobody's.
  const known = months.filter(({ covered, playedMs }) => covered || playedMs > 0);
  const isTied = months.filter(({ playedMs }) => playedMs === most).length > 1;
  if (best === -1 || most === 0 || known.length < 2 || isTied) return null;
  const isWhole = months.every(({ covered, partly }) => covered && !partly);
  return {
    ...plain,
    key: 'months',
    kicker: t('year_months'),
    hero: monthName(year, best),
    text: t(isWhole ? 'year_months_text' : 'year_months_text_recorded', formatDuration(most)),
    columns: months.map(({ playedMs, covered, partly }, month) => ({
      label: monthName(year, month),
      amount: formatDuration(playedMs),
      height: playedMs / most,
      covered: covered || playedMs > 0,
      partly: partly || (!covered && playedMs > 0),
      tick: monthLetter(month),
    })),
  };
}

function monthArtistsCard({ year, months }: YearReview): YearCard | null {
  const list = months.flatMap(({ artist }, month) =>
    artist === null ? [] : [{ name: artist, detail: null, amount: monthName(year, month) }],
  );
  if (list.length < 2) return null;
  const different = new Set(list.map(({ name }) => name)).size;
  return {
    ...plain,
    key: 'month-artists',
    kicker: t('year_month_artists'),
    hero: tPlural('year_artists', different, formatNumber(different)),
    text: t('year_month_artists_text'),
    list,
  };
}

function clockCard({ byHourOfWeek }: YearReview): YearCard | null {
  let best = { count: 0, weekday: 0, hour: 0 };
  for (const [weekday, hours] of byHourOfWeek.entries()) {
    for (const [hour, count] of hours.entries()) {
      if (count > best.count) best = { count, weekday, hour };
    }
  }
  // One of several hours with as many plays is nobody's.
  if (byHourOfWeek.flat().filter((count) => count === best.count).length !== 1) return null;
  // 5 January 1970 was a Monday.
  const moment = Date.UTC(1970, 0, 5 + best.weekday, best.hour);
  const ofDay = byHourOfWeek[best.weekday]!;
  return {
    ...plain,
    key: 'clock',
    kicker: t('year_clock'),
    hero: formatDate(moment, 'weekday-hour', 'UTC'),
    text: t('year_clock_text', plays(best.count), weekdayNames(1, 'long')[best.weekday]!),
    columns: ofDay.map((count, hour) => ({
      label: formatDate(Date.UTC(1970, 0, 5, hour), 'time', 'UTC'),
      amount: plays(count),
      height: count / best.count,
      covered: true,
      partly: false,
      tick: hour % 6 === 0 ? formatDate(Date.UTC(1970, 0, 5, hour), 'hour', 'UTC') : null,
    })),
  };
}

function dayCard({ bestDay, byDay, playedMs, daysHeard }: YearReview): YearCard | null {
  if (!bestDay || byDay.filter((ms) => ms === bestDay.playedMs).length > 1) return null;
  return {
    ...plain,
    key: 'day',
    kicker: t('year_day'),
    hero: formatDay(bestDay.day, 'day-of-year'),
    text: t('year_day_text', formatDuration(bestDay.playedMs), plays(bestDay.plays)),
    list:
      daysHeard > 1
        ? [
            figure('year_share', formatShare(bestDay.playedMs / playedMs)),
            figure('year_a_day_heard', formatDuration(playedMs / daysHeard)),
          ]
        : [],
  };
}

function obsessionCard({ obsession }: YearReview): YearCard | null {
  if (!obsession) return null;
  const { name, artist, firstDay, lastDay } = obsession;
  const span = t(
    'year_obsession_text',
    plays(obsession.plays),
    formatDay(firstDay, 'day-of-year'),
    formatDay(lastDay, 'day-of-year'),
  );
  return {
    ...plain,
    key: 'obsession',
    kicker: t('year_obsession'),
    hero: name,
    text: artist === null ? span : t('year_by', artist, span),
  };
}

function streakCard({ streak, daysHeard, daysRecorded, days }: YearReview): YearCard | null {
  if (!streak || streak.days < 2) return null;
  return {
    ...plain,
    key: 'streak',
    kicker: t('year_streak'),
    hero: tPlural('range_days', streak.days, formatNumber(streak.days)),
    text: t(
      'year_streak_text',
      formatDay(streak.first, 'day-of-year'),
      formatDay(streak.last, 'day-of-year'),
    ),
    list: [
      figure(
        'year_days_heard',
        t('top_matching', formatNumber(daysHeard), ofDays({ days, daysRecorded })),
      ),
    ],
  };
}

function sessionCard({ session, playedMs }: YearReview, timeZone: string): YearCard | null {
  if (!session) return null;
  return {
    ...plain,
    key: 'session',
    kicker: t('year_session'),
    hero: formatDuration(session.playedMs),
    text: t(
      'year_session_text',
      formatDate(session.startedAt, 'day', timeZone),
      formatDate(session.startedAt, 'time', timeZone),
      tPlural('year_streams', session.streams, formatNumber(session.streams)),
    ),
    list: [figure('year_share', formatShare(session.playedMs / playedMs))],
  };
}

function plays(count: number): string {
  return tPlural('popup_plays_count', count, formatNumber(count));
}

/** A line of a card's list that is a figure with its name. */
function figure(
  key: 'year_a_day' | 'year_a_day_recorded' | 'year_a_day_heard' | 'year_days_heard' | 'year_share',
  amount: string,
): CardEntry {
  return { name: t(key), detail: null, amount };
}

function monthName(year: number, month: number): string {
  return formatDate(Date.UTC(year, month, 1), 'month-name', 'UTC');
}
