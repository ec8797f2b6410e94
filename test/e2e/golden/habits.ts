/** Habits, part by part, held to SQL. */
import { expect } from './expect.ts';
import { formatDate, formatRegion } from '../../../lib/ui/format.ts';
import { hourName } from '../../../lib/ui/dashboard/pages/habits/clock-facts.ts';
import { daysText } from '../../../lib/ui/dashboard/range-words.ts';
import { weekdayNames } from '../../../lib/ui/charts/week.ts';
import { t, tOrdinal, tPlural } from '../../../lib/ui/text.ts';
import {
  artistStreaksSql,
  DAYS_SQL,
  HOURS_OF_WEEK_SQL,
  streaksSql,
} from '../../support/duckdb/questions/calendar.ts';
import {
  COUNTRIES_SQL,
  FAMILIES_SQL,
  milestonesSql,
  sessionLengthsSql,
  SESSIONS_SQL,
  SHUFFLE_SQL,
  SKIP_RATE_SQL,
  skipsBySql,
} from '../../support/duckdb/questions/listening.ts';
import { count, dayDate, expectFigures, expectTable, go, momentDate, percent } from './screen.ts';
import { readFacts, textsOf, time, titleAndArtist } from './screen.ts';
import { lookBackFromEnd, numberOf, one, selectRange, type Stage } from './stage.ts';

interface Streak {
  days: number;
  first: number;
  last: number;
}

export async function checkHabits(stage: Stage): Promise<void> {
  const { page } = stage;
  await selectRange(stage, null);
  const parts = { clock, streaks, sessions, skips, devices, milestones };
  for (const [part, check] of Object.entries(parts)) {
    await go(page, `#page=habits&part=${part}`);
    await check(stage);
  }
  expect(await textsOf(page, '.parts__link')).toHaveLength(Object.keys(parts).length);
}

async function clock(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  await checkWeek(stage, HOURS_OF_WEEK_SQL);
  const plays = await golden.query(HOURS_OF_WEEK_SQL);
  const sumOf = (of: 'hour' | 'weekday', value: number) =>
    plays.filter((row) => row[of] === value).reduce((sum, row) => sum + Number(row['plays']), 0);
  await expectTable(
    page,
    [t('clock_column_hour'), t('list_plays')],
    Array.from({ length: 24 }, (_, hour) => [hourName(hour), count(sumOf('hour', hour))]),
  );
  await expectTable(
    page,
    [t('clock_column_weekday'), t('list_plays')],
    weekdayNames(7, 'long').map((name, i) => [name, count(sumOf('weekday', (i + 6) % 7))]),
  );
}

/** A row an hour, a column a weekday from Sunday on, as the browser's locale has it. */
export async function checkWeek({ page, golden }: Stage, sql: string): Promise<void> {
  const plays = new Map(
    (await golden.query(sql)).map((row) => [
      `${Number(row['weekday'])} ${Number(row['hour'])}`,
      row['plays'],
    ]),
  );
  await expectTable(
    page,
    [t('clock_column_hour'), ...weekdayNames(7, 'long')],
    Array.from({ length: 24 }, (_, hour) => [
      hourName(hour),
      ...Array.from({ length: 7 }, (_unused, i) => count(plays.get(`${(i + 6) % 7} ${hour}`) ?? 0)),
    ]),
  );
}

async function streaks(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  const { asOf } = await lookBackFromEnd(stage);
  const { longest } = await one(stage, streaksSql(golden.zoneName, asOf));
  const days = await numberOf(stage, `SELECT count(*) FROM (${DAYS_SQL}) WHERE plays > 0`);
  await expectFigures(page, {
    [t('streaks_longest')]: `${count((longest as Streak).days)} days`,
    [t('streaks_days')]: `${count(days)} days`,
  });
  const facts = await readFacts(page);
  expect(facts[t('streaks_longest')]?.detail).toBe(daysText(longest as Streak));
  const artists = await golden.query(artistStreaksSql(golden.zoneName, asOf, 20));
  await expectTable(
    page,
    [
      t('list_artist'),
      t('streaks_column_days'),
      t('range_from'),
      t('range_to'),
      t('streaks_current'),
    ],
    artists.map((row) => {
      const its = row['longest'] as Streak;
      const current = row['current'] as Streak | null;
      const figures = [
        count(its.days),
        dayDate(its.first),
        dayDate(its.last),
        count(current?.days),
      ];
      return [String(row['name']), ...figures];
    }),
  );
}

async function sessions(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  const found = await one(stage, SESSIONS_SQL);
  const longest = found['longest'] as Record<'startedAt' | 'streams' | 'playedMs', number>;
  await expectFigures(page, {
    [t('sessions_number')]: `${count(found['count'])} sessions`,
    [t('sessions_average')]: time(found['averageMs']),
    [t('sessions_longest')]: time(longest.playedMs),
  });
  const facts = await readFacts(page);
  const streams = tPlural('streams_count', longest.streams, count(longest.streams));
  const began = formatDate(longest.startedAt, 'moment');
  expect(facts[t('sessions_longest')]?.detail).toBe(t('sessions_longest_detail', began, streams));
  const bounds = [0, 5, 15, 30, 60, 120, 240].map((minutes) => minutes * 60_000);
  const lengths = await golden.query(sessionLengthsSql(bounds));
  const names = bounds.map((from, i) => {
    const to = bounds[i + 1];
    if (to === undefined) return t('sessions_and_more', time(from));
    return from === 0 ? t('sessions_under', time(to)) : t('range_from_to', time(from), time(to));
  });
  await expectTable(
    page,
    [t('sessions_column_length'), t('sessions_title'), t('list_time')],
    lengths.map((row, i) => [names[i]!, count(row['count']), time(row['playedMs'])]),
  );
}

async function skips(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  const all = await one(stage, SKIP_RATE_SQL);
  await expectFigures(page, {
    [t('skips_rate')]: percent(all['rate']),
    [t('skips_number')]: `${count(all['skips'])} ${t('skips_unit')}`,
  });
  const limits = { minStreams: 10, limit: 25 };
  const figures = [t('skips_rate'), t('skips_title'), t('skips_column_streams')];
  const cells = (row: Record<string, unknown>) => [
    percent(row['rate']),
    count(row['skips']),
    count(row['streams']),
  ];
  const artists = await golden.query(skipsBySql('artists', limits));
  await expectTable(
    page,
    [t('list_artist'), ...figures],
    artists.map((row) => [String(row['name']), ...cells(row)]),
  );
  const songs = await golden.query(skipsBySql('songs', limits));
  await expectTable(
    page,
    [t('list_song'), t('list_artist'), ...figures],
    songs.map((row) => [...titleAndArtist(row['name']), ...cells(row)]),
  );
}

async function devices(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  const figures = [t('list_plays'), t('list_time'), t('list_streams')];
  const cells = (row: Record<string, unknown>) => [
    count(row['plays']),
    time(row['playedMs']),
    count(row['streams']),
  ];
  const families = await golden.query(FAMILIES_SQL);
  const names: Partial<Record<string, string>> = {
    ios: t('device_ios'),
    windows: t('device_windows'),
    linux: t('device_linux'),
    unknown: t('device_unknown'),
  };
  expect(families).toHaveLength(4);
  await expectTable(
    page,
    [t('devices_column'), ...figures],
    families.map((row) => [names[String(row['name'])]!, ...cells(row)]),
  );
  const countries = await golden.query(COUNTRIES_SQL);
  expect(countries).toHaveLength(3);
  const regionOf = (code: string) => (code === 'ZZ' ? t('country_unknown') : formatRegion(code));
  await expectTable(
    page,
    [t('countries_column'), ...figures],
    countries.map((row) => [regionOf(String(row['name'])), ...cells(row)]),
  );
  const { streams, shuffled, share } = await one(stage, SHUFFLE_SQL);
  await expectTable(
    page,
    [t('shuffle_column'), t('top_share'), t('list_streams')],
    [
      [t('shuffle_on'), percent(share), count(shuffled)],
      [t('shuffle_off'), percent(1 - Number(share)), count(Number(streams) - Number(shuffled))],
    ],
  );
}

async function milestones(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  const plays = await numberOf(stage, 'SELECT count(*) FROM streams WHERE is_play');
  const next = Math.ceil((plays + 1) / 10_000) * 10_000;
  await expectFigures(page, {
    [t('milestones_next')]: `${tOrdinal(next, count(next))} ${t('milestones_unit')}`,
  });
  const facts = await readFacts(page);
  const missing = next - plays;
  expect(facts[t('milestones_next')]?.detail).toBe(
    tPlural('milestones_missing', missing, count(missing)),
  );
  const found = await golden.query(milestonesSql('true'));
  expect(found).toHaveLength(3);
  await expectTable(
    page,
    [t('milestones_column_play'), t('list_song'), t('list_artist'), t('milestones_column_when')],
    found.toReversed().map((row) => {
      const play = Number(row['play']);
      const mark = tOrdinal(play, count(play));
      return [mark, ...titleAndArtist(row['name']), momentDate(row['endedAt'])];
    }),
  );
}
