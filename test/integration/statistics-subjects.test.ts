/** One song, artist or album by itself, and layers and sums over time, checked against SQL. */
import { selectAll } from '../../lib/dataset/selection.ts';
import { cumulativeDays, cumulativeMonths } from '../../lib/stats/cumulative.ts';
import { groupingOf, type Subject } from '../../lib/stats/grouping.ts';
import { hourOfWeek } from '../../lib/stats/hour-of-week.ts';
import { listMonths } from '../../lib/stats/listed-days.ts';
import { formatDay, formatMonth } from '../../lib/stats/local-dates.ts';
import { monthsByArtist } from '../../lib/stats/months-by-artist.ts';
import { rank } from '../../lib/stats/ranking.ts';
import { tally } from '../../lib/stats/tally.ts';
import { ranksOverTime } from '../../lib/stats/ranks-over-time.ts';
import { ownHistory } from '../../lib/stats/own-history.ts';
import { streamPage } from '../../lib/stats/stream-page.ts';
import { subjectTotals } from '../../lib/stats/subject-totals.ts';
import { topSongs } from '../../lib/stats/top-songs.ts';
import { checkStatistics, expectSame, withNames } from '../support/duckdb/check-statistics.ts';
import { sqlText } from '../support/duckdb/invented-lists.ts';
import {
  cumulativeSql,
  monthsByArtistSql,
  OWN_HOURS_SQL,
  OWN_MONTHS_SQL,
  OWN_TOTALS_SQL,
  ownPartsSql,
  ownSql,
  ranksOverTimeSql,
} from '../support/duckdb/questions/subjects.ts';
import { SUBJECTS } from '../support/duckdb/questions/totals.ts';
import type { Scene } from '../support/duckdb/scene.ts';

/** The best and the twentieth of each kind. */
function pickSubjects({ dataset }: Scene): { subject: Subject; index: number; is: string }[] {
  const subjects: Subject[] = ['songs', 'artists', 'albums'];
  return subjects.flatMap((subject) => {
    const { groupOfTrack, groups, namesOf } = groupingOf(dataset, subject);
    const sums = tally(dataset, selectAll(dataset.columns), groupOfTrack, groups);
    const best = rank(sums, { by: 'plays', limit: 20, namesOf });
    const names = SUBJECTS[subject].names.split(', ');
    return Array.from(new Set([best[0], best.at(-1)]), (entry) => {
      if (!entry) return [];
      const equal = namesOf(entry.index).map((name, i) => `${names[i]} = ${sqlText(name)}`);
      return [{ subject, index: entry.index, is: equal.join(' AND ') }];
    }).flat();
  });
}

checkStatistics({
  'figures of one': async (scene) => {
    const { dataset, selection, zone, query } = scene;
    for (const { subject, index, is } of pickSubjects(scene)) {
      const { dataset: own, select } = ownHistory(dataset, subject, index);
      const within = select(selection);
      await query(ownSql(subject, is));
      const { firstPlay, lastPlay, ...totals } = subjectTotals(own, within);
      expectSame(await query(OWN_TOTALS_SQL), [
        { ...totals, first: firstPlay?.endedAt ?? null, last: lastPlay?.endedAt ?? null },
      ]);
      const months = listMonths(own, within, zone);
      expectSame(
        await query(OWN_MONTHS_SQL),
        months.map(({ month, ...figures }) => ({ month: formatMonth(month), ...figures })),
      );
      const hours = hourOfWeek(own, within, zone).flatMap((plays, weekday) =>
        plays.flatMap((count, hour) => (count > 0 ? [{ weekday, hour, plays: count }] : [])),
      );
      expectSame(await query(OWN_HOURS_SQL), hours);
      const page = streamPage(own, within, { offset: 2, limit: 5 });
      expectSame(
        await query(`SELECT ended_at AS at FROM own ORDER BY ended_at DESC LIMIT 5 OFFSET 2`),
        page.rows.map((row) => ({ at: own.columns.endedAt[row] })),
      );
      expectSame([{ total: page.total }], [{ total: totals.streams }]);
      const songs = topSongs(own, within, 'time', 5);
      expectSame(
        await query(ownPartsSql(subject, 'songs', { by: 'time', limit: 5 })),
        withNames(songs, groupingOf(dataset, 'songs').namesOf),
      );
    }
  },

  'rank over time': async (scene) => {
    const { dataset, zone, days, query } = scene;
    // Ranks are of the whole history: once a zone is enough.
    if (days) return;
    for (const { subject, index, is } of pickSubjects(scene)) {
      for (const unit of ['month', 'year'] as const) {
        const sql = await query(ranksOverTimeSql(subject, is, unit));
        const ours = ranksOverTime(dataset, zone, { subject, index, by: 'plays' }, unit);
        const named = ours.map(({ period, ...rest }) => ({
          period: unit === 'month' ? formatMonth(period) : String(period),
          ...rest,
        }));
        expectSame(sql, named);
      }
    }
  },

  'months by artist': async ({ dataset, selection, zone, query }) => {
    const sql = await query(monthsByArtistSql(3));
    const { first, months, artists, rest } = monthsByArtist(dataset, selection, zone, {
      by: 'time',
      top: 3,
    });
    const { namesOf } = groupingOf(dataset, 'artists');
    const named = artists.map((layer) => ({ layer, name: namesOf(layer.index)[0] ?? null }));
    const bytes = (name: string | null) => Buffer.from(name ?? '');
    named.sort((a, b) => bytes(a.name).compare(bytes(b.name)));
    const ours = Array.from({ length: months }, (_, step) =>
      [...named, { layer: rest, name: null }].map(({ layer, name }) => ({
        month: formatMonth(first + step),
        name,
        plays: layer.plays[step]!,
        playedMs: layer.playedMs[step]!,
      })),
    );
    expectSame(
      sql,
      ours.flat().filter(({ plays, playedMs }) => plays > 0 || playedMs > 0),
    );
  },

  'cumulative listening': async ({ dataset, selection, zone, query }) => {
    const sumsBy = (step: string) => query(cumulativeSql(step));
    expectSame(
      await sumsBy(`CAST(DATE '1970-01-01' + day::INT AS DATE)::VARCHAR`),
      cumulativeDays(dataset, selection, zone).map(({ day, ...sums }) => ({
        step: formatDay(day),
        ...sums,
      })),
    );
    expectSame(
      await sumsBy('month'),
      cumulativeMonths(dataset, selection, zone).map(({ month, ...sums }) => ({
        step: formatMonth(month),
        ...sums,
      })),
    );
  },
});
