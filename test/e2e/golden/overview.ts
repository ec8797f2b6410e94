/** The first page, held to SQL. */
import { expect } from './expect.ts';
import { changeAgainst, formatDate } from '../../../lib/ui/format.ts';
import { daysText, formatMonth } from '../../../lib/ui/dashboard/range-words.ts';
import { t, tPlural } from '../../../lib/ui/text.ts';
import type { Subject } from '../../../lib/stats/grouping.ts';
import { isIn } from '../../support/duckdb/scene.ts';
import { MONTHS_SQL, streaksSql } from '../../support/duckdb/questions/calendar.ts';
import { DISCOVERIES_SQL } from '../../support/duckdb/questions/taste-variety.ts';
import { nameSql, overviewSql, rankingSql } from '../../support/duckdb/questions/totals.ts';
import { count, expectFigures, expectTable, expectTexts, go, percent, time } from './screen.ts';
import { momentDate, readFacts, textsOf, titleAndArtist } from './screen.ts';
import {
  BEFORE_DAYS,
  lookBackFromEnd,
  one,
  selectRange,
  type Stage,
  YEAR,
  YEAR_DAYS,
} from './stage.ts';

export async function checkOverview(stage: Stage): Promise<void> {
  await checkAllTime(stage);
  await checkYear(stage);
}

async function checkAllTime(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  await go(page, '#page=overview');
  const all = await one(stage, overviewSql('true'));
  await expectFigures(page, {
    [t('overview_heard')]: time(all['playedMs']),
    [t('overview_in')]: `${count(all['plays'])} plays`,
    [t('overview_of')]: `${count(all['songs'])} songs`,
    [t('overview_by')]: `${count(all['artists'])} artists`,
    [t('overview_since')]: formatDate(Number(all['firstStream']), 'year'),
  });
  const facts = await readFacts(page);
  expect(facts[t('overview_since')]?.detail).toBe(momentDate(all['firstStream']));
  for (const [place, subject] of (['artists', 'songs', 'albums'] as const).entries()) {
    await checkTopFew(stage, place + 1, subject);
  }
  await selectRange(stage, null);
  const { asOf } = await lookBackFromEnd(stage);
  const { longest } = await one(stage, streaksSql(golden.zoneName, asOf));
  const { days, first, last } = longest as Record<'days' | 'first' | 'last', number>;
  await expectTexts(page, '.streak dd', [`${count(days)} days`, daysText({ first, last })]);
  const latest = await golden.query('FROM streams ORDER BY ended_at DESC LIMIT 8');
  await expect
    .poll(async () => (await textsOf(page, '.recent__length')).slice(1, 9))
    .toEqual(latest.map(({ played_ms: ms }) => time(ms)));
}

/** The first five by plays, and their part of all. */
async function checkTopFew(stage: Stage, place: number, subject: Subject): Promise<void> {
  const { page, golden } = stage;
  const top = await golden.query(`SELECT ${nameSql(subject)} AS name, plays,
    plays / (SELECT count(*) FROM streams WHERE is_play) AS share
    FROM (${rankingSql(subject, 'plays', 'true')}) ORDER BY rank LIMIT 5`);
  const card = `.top-few:nth-child(${place})`;
  const nameOf = ({ name }: (typeof top)[number]) =>
    subject === 'artists' ? String(name) : titleAndArtist(name)[0];
  await expectTexts(page, `${card} .top-list__name bdi`, top.map(nameOf));
  await expectTexts(
    page,
    `${card} .top-list__plays`,
    top.map(({ plays }) => `${count(plays)} plays`),
  );
  const share = top.reduce((sum, row) => sum + Number(row['share']), 0);
  const words = tPlural(`top_count_${subject}`, 5, count(5));
  await expectTexts(page, `${card} h2`, [t('overview_top_share', words, percent(share))]);
}

async function checkYear(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  await go(page, `#page=overview&range=${YEAR}`);
  const now = await one(stage, overviewSql(isIn(YEAR_DAYS)));
  const before = await one(stage, overviewSql(isIn(BEFORE_DAYS)));
  await selectRange(stage, YEAR_DAYS);
  const found = await golden.query(DISCOVERIES_SQL);
  const [artists = 0, songs = 0] = ['artists', 'songs'].map((of) =>
    found.reduce((sum, month) => sum + Number(month[of]), 0),
  );
  const played = await one(stage, 'SELECT count(DISTINCT song_key) FROM selected WHERE is_play');
  const share = songs / Number(Object.values(played)[0]);
  await expectFigures(page, {
    [t('overview_heard')]: time(now['playedMs']),
    [t('overview_new')]: `${percent(share)} ${t('overview_new_unit')}`,
  });
  const change = changeAgainst(Number(now['plays']), Number(before['plays']))!;
  const facts = await readFacts(page);
  expect(facts[t('overview_in')]?.detail).toContain(t('change_up', change.text));
  await expectTexts(page, '.side-card:first-child h2', [
    t(
      'overview_news',
      tPlural('top_count_artists', artists, count(artists)),
      tPlural('top_count_songs', songs, count(songs)),
    ),
  ]);

  const amounts = (row: typeof now) => [
    time(row['playedMs']),
    count(row['plays']),
    count(row['songs']),
    count(row['artists']),
  ];
  const [heard, plays] = [t('spark_column_heard'), t('kept_plays')];
  await expectTable(
    page,
    [t('spark_column_when'), heard, plays, t('top_songs'), t('top_artists')],
    [
      [daysText(YEAR_DAYS), ...amounts(now)],
      [daysText(BEFORE_DAYS), ...amounts(before)],
    ],
  );
  await checkMonths(stage);
}

/** Each month beside that of the year before, as far as it was recorded. */
async function checkMonths(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  const months = await golden.query(MONTHS_SQL);
  expect(months).toHaveLength(12);
  await selectRange(stage, BEFORE_DAYS);
  const before = new Map(
    (await golden.query(MONTHS_SQL)).map((row) => [Number(row['month']), row['playedMs']]),
  );
  // The record begins in the midst of its first month: that is held against no whole one.
  const begun = Math.min(...before.keys());
  await expectTable(
    page,
    [t('spark_column_when'), t('spark_column_heard'), t('list_plays'), daysText(BEFORE_DAYS)],
    months.map((row) => [
      formatMonth(Number(row['month'])),
      time(row['playedMs']),
      count(row['plays']),
      Number(row['month']) - 12 === begun ? '–' : time(before.get(Number(row['month']) - 12)),
    ]),
  );
}
