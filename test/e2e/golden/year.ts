/** A year in review, card by card, held to SQL. */
import { weekdayNames } from '../../../lib/ui/charts/week.ts';
import { expect } from './expect.ts';
import { formatDate, formatShare } from '../../../lib/ui/format.ts';
import { formatDay } from '../../../lib/ui/dashboard/range-words.ts';
import { t, tPlural } from '../../../lib/ui/text.ts';
import type { DrivenPage } from '../../support/driven-page.ts';
import type { Row } from '../../support/duckdb/database.ts';
import {
  DAYS_SQL,
  HOURS_OF_WEEK_SQL,
  MONTHS_SQL,
  streaksSql,
} from '../../support/duckdb/questions/calendar.ts';
import { SESSIONS_SQL } from '../../support/duckdb/questions/listening.ts';
import { OBSESSIONS_SQL } from '../../support/duckdb/questions/taste-songs.ts';
import { DISCOVERIES_SQL } from '../../support/duckdb/questions/taste-variety.ts';
import { nameSql, overviewSql, rankingSql } from '../../support/duckdb/questions/totals.ts';
import { isIn } from '../../support/duckdb/scene.ts';
import { count, expectTexts, go, time, titleAndArtist } from './screen.ts';
import { numberOf, one, selectRange, type Stage, YEAR, YEAR_DAYS } from './stage.ts';

interface Card {
  hero: string;
  text: string;
  list: string[];
}

/** By what stands above them. */
type Cards = Record<string, Card>;

export async function checkYear(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  await selectRange(stage, YEAR_DAYS);
  await go(page, `#page=year&year=${YEAR}`);
  const years = await golden.query(`SELECT year(local) AS year, sum(played_ms) AS ms
    FROM streams WHERE is_music GROUP BY year ORDER BY year DESC`);
  await expectTexts(
    page,
    '.years__time',
    years.map(({ ms }) => time(ms)),
  );
  const wanted: Cards = {
    ...(await timeCard(stage)),
    ...(await topCards(stage)),
    ...(await newCard(stage)),
    ...(await monthCards(stage)),
    ...(await hourCard(stage)),
    ...(await dayCards(stage)),
    ...(await obsessionCard(stage)),
    ...(await sessionCard(stage)),
  };
  await expect.poll(() => readCards(page)).toEqual(wanted);
  const months = await golden.query(MONTHS_SQL);
  const columns = await page.page.$$eval('.review-card__columns', (all) =>
    all.map((list) => Array.from(list.children, (column) => column.getAttribute('title'))),
  );
  expect(columns[0]).toEqual(
    months.map((row) => `${monthName(Number(row['month']))}: ${time(row['playedMs'])}`),
  );
}

async function readCards({ page }: DrivenPage): Promise<Cards> {
  const cards = await page.$$eval('.review-card', (all) =>
    all.map((card) => {
      const textOf = (element: Element | null) =>
        (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
      const list = Array.from(card.querySelectorAll('.review-card__entry'), (entry) =>
        Array.from(entry.querySelectorAll('.one-line, .review-card__amount'), textOf).join(' | '),
      );
      return {
        kicker: textOf(card.querySelector('h2')),
        hero: textOf(card.querySelector('.review-card__hero')),
        text: textOf(card.querySelector('.review-card__text')),
        list,
      };
    }),
  );
  return Object.fromEntries(cards.map(({ kicker, ...card }) => [kicker, card]));
}

async function timeCard(stage: Stage): Promise<Cards> {
  const year = await one(stage, overviewSql(isIn(YEAR_DAYS)));
  const ms = Number(year['playedMs']);
  const days = await daysHeard(stage);
  const facts = t(
    'year_time_text',
    plays(year['plays']),
    tPlural('year_songs', Number(year['songs']), count(year['songs'])),
    tPlural('year_artists', Number(year['artists']), count(year['artists'])),
    count(days),
    '365 days',
  );
  return {
    [t('year_time', String(YEAR))]: {
      hero: time(ms),
      // The year before was recorded in part: nothing is held against it.
      text: facts,
      list: [
        `${t('year_a_day')} | ${time(ms / 365)}`,
        `${t('year_a_day_heard')} | ${time(ms / days)}`,
      ],
    },
  };
}

async function topCards({ golden }: Stage): Promise<Cards> {
  const cards: Cards = {};
  for (const subject of ['artists', 'songs', 'albums'] as const) {
    const top = await golden.query(`SELECT ${nameSql(subject)} AS name, plays, ms
      FROM (${rankingSql(subject, 'plays', isIn(YEAR_DAYS))}) ORDER BY rank LIMIT 5`);
    const namesOf = ({ name }: Row) =>
      subject === 'artists' ? [String(name)] : titleAndArtist(name);
    const [first] = top;
    const [hero = '', artist] = namesOf(first!);
    const amount = t('year_amount', plays(first!['plays']), time(first!['ms']));
    const kicker = ({ artists: 'year_artist', songs: 'year_song', albums: 'year_album' } as const)[
      subject
    ];
    cards[t(kicker)] = {
      hero,
      text: artist === undefined ? amount : t('year_by', artist, amount),
      list: top.map((row) => [...namesOf(row), plays(row['plays'])].join(' | ')),
    };
  }
  return cards;
}

async function newCard(stage: Stage): Promise<Cards> {
  const months = await stage.golden.query(DISCOVERIES_SQL);
  const sum = (of: string) => months.reduce((total, row) => total + Number(row[of]), 0);
  const best = (subject: 'artists' | 'songs') => {
    const key = subject === 'artists' ? 'artist_key' : 'song_key';
    return one(
      stage,
      `SELECT ${nameSql(subject)} AS name, plays
      FROM (${rankingSql(subject, 'plays', isIn(YEAR_DAYS))}) WHERE plays > 0 AND ${key} NOT IN (
        SELECT ${key} FROM streams
        WHERE is_play AND day < ${YEAR_DAYS.first} AND ${key} IS NOT NULL)
      ORDER BY rank`,
    );
  };
  const [artist, song] = [await best('artists'), await best('songs')];
  return {
    [t('year_new')]: {
      hero: tPlural('year_artists', sum('artists'), count(sum('artists'))),
      text: tPlural('year_new_text', sum('songs'), count(sum('songs'))),
      list: [
        [artist['name'], t('year_new_artist'), plays(artist['plays'])].join(' | '),
        [...titleAndArtist(song['name']), plays(song['plays'])].join(' | '),
      ],
    },
  };
}

async function monthCards(stage: Stage): Promise<Cards> {
  const best = await one(stage, `FROM (${MONTHS_SQL}) ORDER BY "playedMs" DESC, month`);
  const artists = await stage.golden.query(`
    SELECT month, artist_name AS name FROM selected JOIN artist_names USING (artist_key)
    GROUP BY month, artist_name QUALIFY row_number() OVER (PARTITION BY month
      ORDER BY count_if(is_play) DESC, sum(played_ms) DESC, artist_name) = 1
    ORDER BY month`);
  const different = new Set(artists.map(({ name }) => name)).size;
  return {
    [t('year_months')]: {
      hero: monthName(Number(best['month'])),
      text: t('year_months_text', time(best['playedMs'])),
      list: [],
    },
    [t('year_month_artists')]: {
      hero: tPlural('year_artists', different, count(different)),
      text: t('year_month_artists_text'),
      list: artists.map(
        ({ month, name }) => `${String(name)} | ${monthName(Number(String(month).slice(5)) - 1)}`,
      ),
    },
  };
}

async function hourCard(stage: Stage): Promise<Cards> {
  const best = await one(stage, `FROM (${HOURS_OF_WEEK_SQL}) ORDER BY plays DESC, weekday, hour`);
  // The fifth of January 1970 was a Monday.
  const moment = Date.UTC(1970, 0, 5 + Number(best['weekday']), Number(best['hour']));
  const hero = formatDate(moment, 'weekday-hour', 'UTC');
  const weekday = weekdayNames(1, 'long')[Number(best['weekday'])] ?? '';
  const text = t('year_clock_text', plays(best['plays']), weekday);
  return { [t('year_clock')]: { hero, text, list: [] } };
}

async function dayCards(stage: Stage): Promise<Cards> {
  const best = await one(stage, `FROM (${DAYS_SQL}) ORDER BY "playedMs" DESC, day`);
  const ms = await yearMs(stage);
  const days = await daysHeard(stage);
  const { longest } = await one(stage, streaksSql(stage.golden.zoneName, YEAR_DAYS.last));
  const streak = longest as Record<'days' | 'first' | 'last', number>;
  const [from, to] = [dayName(streak.first), dayName(streak.last)];
  return {
    [t('year_day')]: {
      hero: dayName(best['day']),
      text: t('year_day_text', time(best['playedMs']), plays(best['plays'])),
      list: [
        `${t('year_share')} | ${formatShare(Number(best['playedMs']) / ms)}`,
        `${t('year_a_day_heard')} | ${time(ms / days)}`,
      ],
    },
    [t('year_streak')]: {
      hero: `${count(streak.days)} days`,
      text: t('year_streak_text', from, to),
      list: [`${t('year_days_heard')} | ${t('top_matching', count(days), '365 days')}`],
    },
  };
}

async function obsessionCard(stage: Stage): Promise<Cards> {
  const most = await one(stage, OBSESSIONS_SQL);
  const [from, to] = [dayName(most['firstDay']), dayName(most['lastDay'])];
  const span = t('year_obsession_text', plays(most['plays']), from, to);
  const text = t('year_by', String(most['artist']), span);
  return { [t('year_obsession')]: { hero: String(most['title']), text, list: [] } };
}

async function sessionCard(stage: Stage): Promise<Cards> {
  const { longest } = await one(stage, SESSIONS_SQL);
  const { startedAt, streams, playedMs } = longest as Record<
    'startedAt' | 'streams' | 'playedMs',
    number
  >;
  const text = t(
    'year_session_text',
    formatDate(startedAt, 'day'),
    formatDate(startedAt, 'time'),
    tPlural('year_streams', streams, count(streams)),
  );
  const share = formatShare(playedMs / (await yearMs(stage)));
  const list = [`${t('year_share')} | ${share}`];
  return { [t('year_session')]: { hero: time(playedMs), text, list } };
}

const yearMs = (stage: Stage) =>
  numberOf(stage, 'SELECT sum(played_ms) FROM selected WHERE is_music');

const daysHeard = (stage: Stage) =>
  numberOf(stage, `SELECT count(*) FROM (${DAYS_SQL}) WHERE plays > 0`);

function plays(number: unknown): string {
  return tPlural('popup_plays_count', Number(number), count(number));
}

function dayName(day: unknown): string {
  return formatDay(Number(day), 'day-of-year');
}

/** Of a month from January 1970, or of any January, on. */
function monthName(month: number): string {
  return formatDate(Date.UTC(1970, month), 'month-name', 'UTC');
}
