/** The timeline's three charts, held to SQL. */
import { expect } from './expect.ts';
import { formatShare } from '../../../lib/ui/format.ts';
import { nameInWords } from '../../../lib/ui/dashboard/name-in-words.ts';
import { daysText, formatDay, formatMonth, isoDay } from '../../../lib/ui/dashboard/range-words.ts';
import { t } from '../../../lib/ui/text.ts';
import { DAYS_SQL } from '../../support/duckdb/questions/calendar.ts';
import { cumulativeSql, monthsByArtistSql } from '../../support/duckdb/questions/subjects.ts';
import { count, dayDate, expectTable, go, textsOf, time } from './screen.ts';
import { numberOf, one, selectRange, type Stage, YEAR, YEAR_DAYS } from './stage.ts';

/** The year after, so that all of the days compared with were recorded. */
const LATER = YEAR + 1;
const LATER_DAYS = { first: YEAR_DAYS.last + 1, last: YEAR_DAYS.last + 365 };
/** Layers of the chart of artists. */
const ARTISTS = 7;

export async function checkTimeline(stage: Stage): Promise<void> {
  const { page } = stage;
  await openFirstDay(stage);
  await go(page, `#page=timeline&range=${LATER}`);
  await checkTitles(stage);
  await checkCalendar(stage);
  await checkLayers(stage);
  await checkSums(stage);
}

async function checkTitles(stage: Stage): Promise<void> {
  await selectRange(stage, LATER_DAYS);
  const best = await one(stage, `FROM (${DAYS_SQL}) ORDER BY "playedMs" DESC, day`);
  const leader = await one(
    stage,
    `SELECT artist_name AS name, sum(played_ms) / (SELECT sum(played_ms) FROM selected WHERE is_music)
      AS share
    FROM selected JOIN artist_names USING (artist_key) WHERE is_music
    GROUP BY ALL ORDER BY share DESC`,
  );
  const [calendar, layers] = await textsOf(stage.page, '.chart__title');
  const day = formatDay(Number(best['day']), 'day');
  expect(calendar).toBe(t('timeline_calendar_title', day, time(best['playedMs'])));
  const name = nameInWords(String(leader['name']));
  expect(layers).toBe(t('timeline_layers_title_time', name, formatShare(Number(leader['share']))));
}

/** The newest day first, those without music too. */
async function checkCalendar({ page, golden }: Stage): Promise<void> {
  const heard = new Map((await golden.query(DAYS_SQL)).map((row) => [Number(row['day']), row]));
  const { first, last } = LATER_DAYS;
  const rows = Array.from({ length: last - first + 1 }, (_, i) => {
    const { plays = 0, playedMs = 0 } = heard.get(last - i) ?? {};
    return [dayDate(last - i), count(plays), time(playedMs)];
  });
  await expectTable(page, [t('timeline_column_day'), t('list_plays'), t('list_time')], rows);
}

async function checkLayers({ page, golden }: Stage): Promise<void> {
  const parts = await golden.query(monthsByArtistSql(ARTISTS));
  const sums = new Map<string, number>();
  const byMonth = new Map<string, Map<string, unknown>>();
  for (const { month, name, playedMs } of parts) {
    const who = typeof name === 'string' ? name : t('timeline_rest');
    if (name !== null) sums.set(who, (sums.get(who) ?? 0) + Number(playedMs));
    const ofMonth = byMonth.get(String(month)) ?? new Map<string, unknown>();
    byMonth.set(String(month), ofMonth.set(who, playedMs));
  }
  const best = [...sums].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  expect(best).toHaveLength(ARTISTS);
  const layers = [...best, t('timeline_rest')];
  const rows = [...byMonth].map(([month, ofMonth]) => [
    formatMonth(monthNumber(month)),
    ...layers.map((name) => time(ofMonth.get(name) ?? 0)),
  ]);
  await expectTable(page, [t('list_month'), ...layers], rows);
}

/** Day by day, beside the days before. */
async function checkSums(stage: Stage): Promise<void> {
  const sumsOf = async (days: typeof LATER_DAYS) => {
    await selectRange(stage, days);
    const found = await stage.golden.query(cumulativeSql('day'));
    const sums = new Map(found.map((row) => [Number(row['step']), Number(row['playedMs'])]));
    let sum = 0;
    return Array.from({ length: days.last - days.first + 1 }, (_, i) => {
      sum = sums.get(days.first + i) ?? sum;
      return time(sum);
    });
  };
  const before = await sumsOf(YEAR_DAYS);
  const now = await sumsOf(LATER_DAYS);
  const rows = now.map((sum, i) => [formatDay(LATER_DAYS.first + i, 'day'), sum, before[i]!]);
  const heads = [t('timeline_column_day'), daysText(LATER_DAYS), daysText(YEAR_DAYS)];
  await expectTable(stage.page, heads, rows);
}

/** By keyboard to the first day of all, and into it. */
async function openFirstDay(stage: Stage): Promise<void> {
  const { page } = stage;
  await go(page, '#page=timeline');
  await page.page.focus('.linked-calendar input');
  await page.page.keyboard.press('Home');
  await page.press('Enter');
  const first = isoDay(await numberOf(stage, 'SELECT min(day) FROM streams WHERE is_music'));
  await expect.poll(() => page.url()).toContain(`page=overview&range=${first}`);
  // Another range in the same place: what is made anew is not named as what has stayed.
  await go(page, '#page=overview&range=2021');
  await go(page, '#page=overview&range=2020');
}

/** Of “2021-05”, counted from January 1970. */
export function monthNumber(month: string): number {
  return (Number(month.slice(0, 4)) - 1970) * 12 + Number(month.slice(5)) - 1;
}
