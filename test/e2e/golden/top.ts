/** Top lists by plays and by time, with the changes in rank, held to SQL. */
import { expect } from './expect.ts';
import type { Subject } from '../../../lib/stats/grouping.ts';
import type { RankBy } from '../../../lib/stats/ranking.ts';
import { formatSmallShare } from '../../../lib/ui/format.ts';
import { placeChange } from '../../../lib/ui/dashboard/pages/top/top-words.ts';
import type { DrivenPage } from '../../support/driven-page.ts';
import { isIn } from '../../support/duckdb/scene.ts';
import { overviewSql, rankChangesSql } from '../../support/duckdb/questions/totals.ts';
import { count, go, time, titleAndArtist } from './screen.ts';
import { BEFORE_DAYS, one, type Stage, YEAR, YEAR_DAYS } from './stage.ts';

/** Enough to see, few enough to stand on the screen at once. */
const ROWS = 10;
const ALL = { compared: true, comparedWhole: true };

/** @param orders in which each list is looked at. */
export async function checkTop(stage: Stage, orders: readonly RankBy[]): Promise<void> {
  const { plays, playedMs } = await one(stage, overviewSql(isIn(YEAR_DAYS)));
  const total = { plays: Number(plays), time: Number(playedMs) };
  for (const list of ['artists', 'songs', 'albums'] as const) {
    for (const by of orders) {
      await checkList(stage, { list, by, total: total[by] });
    }
  }
}

interface Wanted {
  list: Subject;
  by: RankBy;
  /** Of all music in the range. */
  total: number;
}

async function checkList({ page, golden }: Stage, { list, by, total }: Wanted): Promise<void> {
  // The year before is known from November on: what was not heard since then is not called new.
  const compare = '2020-11-03..2020-12-31';
  const since = BEFORE_DAYS.last - 58;
  const sql = rankChangesSql({
    subject: list,
    by,
    now: isIn(YEAR_DAYS),
    before: isIn({ first: since, last: BEFORE_DAYS.last }),
    limit: ROWS,
  });
  const rows = await golden.query(sql);
  expect(rows).toHaveLength(ROWS);
  await go(page, `#page=top&list=${list}&by=${by}&range=${YEAR}&compare=${compare}`);
  const wanted = rows.map(({ name, plays, playedMs, rank, rankBefore }) => {
    const [title, artist] = list === 'artists' ? [String(name), ''] : titleAndArtist(name);
    const places = { rank: Number(rank), rankBefore: rankBefore as number | null };
    return {
      place: count(rank),
      change: placeChange(places, ALL)?.words,
      name: title,
      below: artist,
      share: formatSmallShare(Number(by === 'plays' ? plays : playedMs) / total),
      plays: count(plays),
      time: time(playedMs),
    };
  });
  await expect.poll(() => readTop(page, ROWS), `${list} by ${by}`).toEqual(wanted);
}

/** The first rows of the list on screen. */
export async function readTop({ page }: DrivenPage, rows: number) {
  const all = await page.$$eval('table.rows [data-row]', (found) =>
    found.map((row) => {
      const text = (selector: string) => row.querySelector(selector)?.textContent?.trim() ?? '';
      return {
        place: text('.rows__place'),
        change: text('.place-change .visually-hidden'),
        name: text('.top-name__list, .top-name bdi'),
        below: text('.top-name > p:last-child'),
        share: text('.share__number'),
        plays: text('.rows__plays'),
        time: text('.rows__time'),
      };
    }),
  );
  return all.slice(0, rows).map((row) => ({ ...row, below: row.below.replace(/↗$/, '') }));
}
