/** The pages of an artist, an album and a song, held to SQL. */
import { expect } from './expect.ts';
import type { Subject } from '../../../lib/stats/grouping.ts';
import { formatDate, formatSmallShare } from '../../../lib/ui/format.ts';
import { formatMonth } from '../../../lib/ui/dashboard/range-words.ts';
import { t, tOrdinal, tPlural } from '../../../lib/ui/text.ts';
import { sqlText } from '../../support/duckdb/invented-lists.ts';
import {
  OWN_HOURS_SQL,
  OWN_MONTHS_SQL,
  OWN_TOTALS_SQL,
  ownPartsSql,
  ownSql,
  ranksOverTimeSql,
} from '../../support/duckdb/questions/subjects.ts';
import { nameSql, rankingSql, SUBJECTS } from '../../support/duckdb/questions/totals.ts';
import { isIn } from '../../support/duckdb/scene.ts';
import { checkWeek } from './habits.ts';
import { count, expectFigures, expectTable, go, percent, readFacts, textsOf } from './screen.ts';
import { time, titleAndArtist } from './screen.ts';
import { numberOf, one, selectRange, type Stage, YEAR, YEAR_DAYS } from './stage.ts';
import { monthNumber } from './timeline.ts';

type Kind = 'artist' | 'album' | 'song';

const AMONG = {
  artist: 'detail_among_artists',
  album: 'detail_among_albums',
  song: 'detail_among_songs',
} as const;

/** Of the third of its kind in a year: the first is the first in everything. */
export async function checkDetail(stage: Stage, kind: Kind): Promise<void> {
  const { page, golden } = stage;
  const subject: Subject = `${kind}s`;
  const ranking = rankingSql(subject, 'plays', isIn(YEAR_DAYS));
  const ranked = await one(
    stage,
    `SELECT ${nameSql(subject)} AS name, rank, (SELECT count(*) FROM (${ranking})) AS among
    FROM (${ranking}) WHERE rank = 3`,
  );
  const [name, artist] =
    kind === 'artist' ? [String(ranked['name']), ''] : titleAndArtist(ranked['name']);
  const names = [name, artist];
  const is = SUBJECTS[subject].names
    .split(', ')
    .map((column, i) => `${column} = ${sqlText(names[i]!)}`)
    .join(' AND ');
  const params = new URLSearchParams({ page: kind, range: String(YEAR), name, artist });
  await go(page, `#${params.toString().replaceAll('+', '%20')}&compare=none`);
  expect(await page.page.$eval('h1', (heading) => heading.textContent)).toBe(name);

  await selectRange(stage, null);
  await golden.query(ownSql(subject, is));
  const ever = await one(stage, OWN_TOTALS_SQL);
  const moment = (at: unknown) => formatDate(Number(at), 'moment');
  const known = await textsOf(page, '.known__one dd');
  expect(known.slice(0, 2)).toEqual([moment(ever['first']), moment(ever['last'])]);

  await selectRange(stage, YEAR_DAYS);
  await golden.query(ownSql(subject, is));
  const own = await one(stage, OWN_TOTALS_SQL);
  const skipped = await one(
    stage,
    'SELECT count_if(is_skip) / count_if(end_known) AS rate FROM own',
  );
  await expectFigures(page, {
    [t('list_plays')]: count(own['plays']),
    [t('list_time')]: time(own['playedMs']),
    [t('list_place')]: tOrdinal(3, '3'),
    [t('detail_skipped')]: percent(skipped['rate']),
  });
  // Of all music that has such a name: the place is one among these.
  const all = await numberOf(stage, `SELECT sum(ms) FROM (${ranking})`);
  const facts = await readFacts(page);
  const among = Number(ranked['among']);
  expect([facts[t('list_time')]?.detail, facts[t('list_place')]?.detail]).toEqual([
    t('detail_share', formatSmallShare(Number(own['playedMs']) / all)),
    tPlural(AMONG[kind], among, count(among)),
  ]);

  const monthly = new Map((await golden.query(OWN_MONTHS_SQL)).map((row) => [row['month'], row]));
  await expectTable(
    page,
    [t('spark_column_when'), t('list_plays'), t('spark_column_heard')],
    Array.from({ length: 12 }, (_, i) => {
      const month = `${YEAR}-${String(i + 1).padStart(2, '0')}`;
      const { plays = 0, playedMs = 0 } = monthly.get(month) ?? {};
      return [formatMonth(monthNumber(month)), count(plays), time(playedMs)];
    }),
  );
  await checkPlaces(stage, subject, is);
  await checkWeek(stage, OWN_HOURS_SQL);
  await checkParts(stage, kind, subject);
  const streams = await golden.query('FROM own ORDER BY ended_at DESC LIMIT 8');
  expect((await textsOf(page, '.recent__length')).slice(1, 9)).toEqual(
    streams.map((row) => time(row['played_ms'])),
  );
}

/** Every month since it was first heard, whatever the range; without it there is no place. */
async function checkPlaces({ page, golden }: Stage, subject: Subject, is: string): Promise<void> {
  const ranks = await golden.query(ranksOverTimeSql(subject, is, 'month'));
  const heads = [t('range_month'), t('list_place'), t('detail_among'), t('list_plays')];
  const byMonth = new Map(ranks.map((row) => [monthNumber(String(row['period'])), row]));
  const [first, last] = [Math.min(...byMonth.keys()), new Date().getUTCMonth()];
  const months = (new Date().getUTCFullYear() - 1970) * 12 + last - first + 1;
  const end = Math.max(
    ...(await golden.query('SELECT max(month) AS m FROM streams')).map(({ m }) =>
      monthNumber(String(m)),
    ),
  );
  const rows = Array.from({ length: months }, (_, i) => {
    const month = first + i;
    const row = byMonth.get(month);
    const cells = row
      ? [count(row['rank']), count(row['among']), count(row['plays'])]
      : ['–', '–', month <= end ? count(0) : '–'];
    return [formatMonth(month), ...cells];
  });
  await expectTable(page, heads, rows);
}

/** Its songs and its albums; a song has only albums, and says so where there are more than one. */
async function checkParts({ page, golden }: Stage, kind: Kind, subject: Subject): Promise<void> {
  for (const parts of ['songs', 'albums'] as const) {
    if (parts === subject) continue;
    const found = await golden.query(ownPartsSql(subject, parts, { by: 'plays', limit: 10 }));
    if (kind === 'song' && found.length < 2) continue;
    await expectTable(
      page,
      [
        t(parts === 'songs' ? 'list_song' : 'list_album'),
        t('list_artist'),
        t('list_plays'),
        t('list_time'),
      ],
      found.map((row) => [
        ...titleAndArtist(row['name']),
        count(row['plays']),
        time(row['playedMs']),
      ]),
    );
  }
}
