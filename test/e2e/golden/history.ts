/** What is kept, held to SQL: days, stretches seen whole, receipts, accounts. */
import { expect } from './expect.ts';
import { formatDate } from '../../../lib/ui/format.ts';
import { t, tPlural } from '../../../lib/ui/text.ts';
import { DAYS_SQL } from '../../support/duckdb/questions/calendar.ts';
import { count, dayDate, expectTable, expectTexts, go, textsOf, time } from './screen.ts';
import { one, selectRange, type Stage } from './stage.ts';

export async function checkHistory(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  await selectRange(stage, null);
  await go(page, '#page=history');
  const all = await one(
    stage,
    `SELECT count(*) AS rows, count_if(is_music) AS music, count_if(kind = 'unknown') AS unnamed,
      count_if(kind IN ('podcast', 'audiobook')) AS beside, min(ended_at) AS first,
      max(ended_at) AS last, min(day) AS first_day FROM streams`,
  );
  const moment = (at: unknown) => formatDate(Number(at), 'moment');
  const kept = Number(all['rows']);
  expect((await textsOf(page, '.coverage p')).slice(0, 2)).toEqual([
    tPlural('coverage_streams', kept, count(kept)),
    t('coverage_whole', moment(all['first']), moment(all['last'])),
  ]);

  const heard = new Map((await golden.query(DAYS_SQL)).map((row) => [row['day'], row['playedMs']]));
  const first = Number(all['first_day']);
  await expectTable(
    page,
    [t('history_day'), t('spark_column_heard')],
    Array.from({ length: 200 }, (_, i) => [dayDate(first + i), time(heard.get(first + i) ?? 0)]),
  );
  await expectTable(
    page,
    [t('history_account'), t('history_state'), t('history_streams'), t('history_since')],
    [
      [
        t('account_imported'),
        t('history_imported'),
        count(kept),
        formatDate(Number(all['first']), 'date'),
      ],
    ],
  );

  await expectTexts(page, '.receipt table:first-of-type td', [
    count(all['music']),
    count(0),
    count(0),
    count(all['beside']),
    count(all['unnamed']),
    count(0),
    count(all['rows']),
  ]);
}
