/** Taste, part by part, held to SQL. */
import { expect } from './expect.ts';
import {
  partText,
  seasonName,
  yearName,
} from '../../../lib/ui/dashboard/pages/taste/season-facts.ts';
import { daysText, formatMonth, isoDay } from '../../../lib/ui/dashboard/range-words.ts';
import { t, tPlural } from '../../../lib/ui/text.ts';
import { onThisDaySql, songsOnThisDaySql } from '../../support/duckdb/questions/calendar.ts';
import {
  lastingSql,
  QUARTERS_SQL,
  shareChangesSql,
} from '../../support/duckdb/questions/taste-artists.ts';
import {
  forgottenSql,
  gemsSql,
  OBSESSIONS_SQL,
} from '../../support/duckdb/questions/taste-songs.ts';
import {
  DISCOVERIES_SQL,
  releasesSql,
  SEASONS_SQL,
  stayedSql,
} from '../../support/duckdb/questions/taste-variety.ts';
import { dayNumber } from '../../support/duckdb/scene.ts';
import { count, dayDate, expectTable, expectTexts, go, momentDate, percent } from './screen.ts';
import { textsOf, time, titleAndArtist } from './screen.ts';
import { lookBackFromEnd, numberOf, selectRange, type Stage, YEAR, YEAR_DAYS } from './stage.ts';

export async function checkTaste(stage: Stage): Promise<void> {
  const { page } = stage;
  await selectRange(stage, null);
  const parts = { lasting, falling, rising, gems, releases, seasons, discoveries, forgotten };
  for (const [part, check] of Object.entries({ ...parts, obsessions })) {
    await go(page, `#page=taste&part=${part}`);
    await check(stage);
  }
  await onThisDay(stage);
  await discoveriesOfYear(stage);
  expect(await textsOf(page, '.parts__link')).toHaveLength(Object.keys(parts).length + 2);
}

async function lasting(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  const back = await lookBackFromEnd(stage);
  const artists = await golden.query(`${lastingSql(back)} LIMIT 50`);
  const heard = new Map(
    (await golden.query(QUARTERS_SQL)).map(({ name, quarter, plays }) => [
      `${String(name)} ${Number(quarter)}`,
      Number(plays),
    ]),
  );
  const asOf = new Date(back.asOf * 86_400_000);
  const last = asOf.getUTCFullYear() * 4 + Math.floor(asOf.getUTCMonth() / 3);
  const longest = Math.max(...artists.map((row) => Number(row['quartersSince'])));
  const quarters = Array.from({ length: longest }, (_, i) => last - longest + 1 + i);
  await expectTable(
    page,
    [
      t('list_artist'),
      t('lasting_column_quarters'),
      t('lasting_column_since'),
      t('list_first_played'),
      t('list_plays'),
      t('list_time'),
      ...quarters.map((quarter) =>
        t('taste_quarter', String((quarter % 4) + 1), String(Math.floor(quarter / 4))),
      ),
    ],
    artists.map((row) => [
      String(row['name']),
      count(row['quarters']),
      count(row['quartersSince']),
      dayDate(row['firstDay']),
      count(row['plays']),
      time(row['playedMs']),
      // Before the first play there is no figure; a quarter without a play after it is a zero.
      ...quarters.map((quarter) =>
        quarter > last - Number(row['quartersSince'])
          ? count(heard.get(`${String(row['name'])} ${quarter}`) ?? 0)
          : count(null),
      ),
    ]),
  );
}

const falling = (stage: Stage) => changes(stage, 'earlier');
const rising = (stage: Stage) => changes(stage, 'recent');

async function changes(stage: Stage, top: 'earlier' | 'recent'): Promise<void> {
  const { page, golden } = stage;
  const sql = shareChangesSql(await lookBackFromEnd(stage), top, 'plays');
  const artists = await golden.query(`${sql} LIMIT 30`);
  await expectTable(
    page,
    [
      t('list_artist'),
      t('changes_column_then'),
      t('changes_column_now'),
      t('changes_column_time_then'),
      t('changes_column_time_now'),
    ],
    artists.map((row) => [
      String(row['name']),
      percent(row['earlierShare']),
      percent(row['recentShare']),
      time(row['earlierMs']),
      time(row['recentMs']),
    ]),
  );
}

/** Of songs: as SQL has them in two columns. */
const SONG = () => [t('list_song'), t('list_artist')];
const songOf = (row: Record<string, unknown>) => [String(row['title']), String(row['artist'])];

async function gems(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  const songs = await golden.query(gemsSql(await lookBackFromEnd(stage)));
  expect(songs.length).toBeGreaterThan(1);
  await expectTable(
    page,
    [...SONG(), t('list_plays'), t('gems_column_months'), t('gems_column_skipped')],
    songs.map((row) => [
      ...songOf(row),
      count(row['plays']),
      t('skips_skips_of', count(row['months']), count(row['monthsSince'])),
      percent(row['skipRate']),
    ]),
  );
}

/** Of an import alone no year is known: all of its time stands under that. */
async function releases({ page, golden }: Stage): Promise<void> {
  await expectTable(
    page,
    [t('releases_column_decade'), t('list_time'), t('list_plays')],
    (await golden.query(releasesSql('NULL::INTEGER'))).map((row) => [
      t('releases_unknown'),
      time(row['playedMs']),
      count(row['plays']),
    ]),
  );
}

const SEASON_OF_MONTH = { 12: 'winter', 3: 'spring', 6: 'summer', 9: 'autumn' } as const;

async function seasons({ page, golden }: Stage): Promise<void> {
  await expectTable(
    page,
    [
      t('seasons_column'),
      t('top_artists'),
      t('top_songs'),
      t('seasons_new'),
      t('seasons_evenness'),
    ],
    (await golden.query(SEASONS_SQL)).map((row, i, all) => {
      const season = SEASON_OF_MONTH[row['month'] as keyof typeof SEASON_OF_MONTH];
      const year = yearName({ season, year: Number(row['year']) }, 'northern');
      return [
        // The record begins and ends in the midst of one.
        partText(
          t('seasons_name', seasonName(season), year),
          i === 0 || i === all.length - 1 ? 'not-recorded' : null,
        ),
        count(row['artists']),
        count(row['songs']),
        percent(row['firstTimeShare']),
        percent(row['evenness']),
      ];
    }),
  );
}

async function discoveries(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  const found = new Map(
    (await golden.query(DISCOVERIES_SQL)).map((row) => [Number(row['month']), row]),
  );
  const monthOf = (end: 'min' | 'max') =>
    numberOf(stage, `SELECT ${end}((year(local) - 1970) * 12 + month(local) - 1) FROM streams`);
  const [first, last] = [await monthOf('min'), await monthOf('max')];
  await expectTable(
    page,
    [t('list_month'), t('discoveries_column_artists'), t('discoveries_column_songs')],
    Array.from({ length: last - first + 1 }, (_, i) => {
      const { artists = 0, songs = 0 } = found.get(first + i) ?? {};
      const month = formatMonth(first + i);
      // The record begins in the midst of the first, and ends in the midst of the last.
      const name = i === 0 || first + i === last ? t('spark_part_of_it', month) : month;
      return [name, count(artists), count(songs)];
    }),
  );
}

async function discoveriesOfYear(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  await go(page, `#page=taste&part=discoveries&range=${YEAR}`);
  const artists = await golden.query(stayedSql(YEAR_DAYS, 20));
  await expectTable(
    page,
    [t('list_artist'), t('list_first_played'), t('discoveries_column_since'), t('list_time')],
    artists.map((row) => [
      String(row['name']),
      dayDate(row['firstDay']),
      count(row['plays']),
      time(row['playedMs']),
    ]),
  );
}

async function forgotten(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  const songs = await golden.query(forgottenSql(await lookBackFromEnd(stage)));
  expect(songs.length).toBeGreaterThan(1);
  await expectTable(
    page,
    [...SONG(), t('forgotten_column_rank'), t('list_plays'), t('forgotten_column_last')],
    songs.map((row) => [
      ...songOf(row),
      t('forgotten_rank', count(row['rank'])),
      count(row['plays']),
      momentDate(row['lastHeardAt']),
    ]),
  );
}

async function obsessions({ page, golden }: Stage): Promise<void> {
  const songs = await golden.query(`${OBSESSIONS_SQL} LIMIT 100`);
  expect(songs.length).toBeGreaterThan(1);
  await expectTable(
    page,
    [...SONG(), t('list_plays'), t('obsessions_column_when')],
    songs.map((row) => [
      ...songOf(row),
      count(row['plays']),
      daysText({ first: Number(row['firstDay']), last: Number(row['lastDay']) }),
    ]),
  );
}

/** A day of spring, which the history has had three times. */
async function onThisDay({ page, golden }: Stage): Promise<void> {
  const day = dayNumber('2024-03-12');
  await go(page, `#page=taste&part=on-this-day&day=${isoDay(day)}`);
  const days = await golden.query(onThisDaySql(day));
  expect(days.length).toBeGreaterThan(1);
  await expectTexts(
    page,
    '.this-day__card > p',
    days.map((row) => {
      const ago = 2024 - Number(row['year']);
      const plays = Number(row['plays']);
      const words = tPlural('popup_plays_count', plays, count(plays));
      const years = tPlural('this_day_ago', ago, count(ago));
      return t('this_day_amount', years, words, time(row['playedMs']));
    }),
  );
  const songs = await golden.query(songsOnThisDaySql(day, 5));
  await expectTable(
    page,
    [t('range_year'), ...SONG(), t('list_plays')],
    songs.map((row) => [
      isoDay(Number(row['day'])).slice(0, 4),
      ...titleAndArtist(row['name']),
      count(row['plays']),
    ]),
  );
}
