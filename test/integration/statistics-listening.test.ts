/** How music was heard: sessions, milestones, skips, platforms, shuffle; checked against SQL. */
import { groupingOf } from '../../lib/stats/grouping.ts';
import { milestones } from '../../lib/stats/milestones.ts';
import { countries, platformFamilies, platforms } from '../../lib/stats/platforms.ts';
import { sessionLengths, sessions } from '../../lib/stats/sessions.ts';
import { shuffleShare } from '../../lib/stats/shuffle-share.ts';
import { skipRate, skipsBy } from '../../lib/stats/skips.ts';
import { checkStatistics, expectSame, withNames } from '../support/duckdb/check-statistics.ts';
import {
  COUNTRIES_SQL,
  FAMILIES_SQL,
  milestonesSql,
  PLATFORMS_SQL,
  sessionLengthsSql,
  SESSIONS_SQL,
  SHUFFLE_SQL,
  SKIP_RATE_SQL,
  skipsBySql,
} from '../support/duckdb/questions/listening.ts';
import { isIn } from '../support/duckdb/scene.ts';

checkStatistics({
  sessions: async ({ dataset, selection, query }) => {
    const sql = await query(SESSIONS_SQL);
    expectSame(sql, [sessions(dataset, selection)]);
    const lengths = [0, 300_000, 3_600_000];
    expectSame(
      await query(sessionLengthsSql(lengths)),
      sessionLengths(dataset, selection, lengths),
    );
  },

  milestones: async ({ dataset, selection, query, days }) => {
    const { namesOf } = groupingOf(dataset, 'songs');
    const ours = milestones(dataset, selection);
    const sql = await query(milestonesSql(isIn(days)));
    expectSame(
      sql,
      ours.map(({ play, endedAt, song }, i) => ({
        play,
        endedAt,
        name: sql[i]?.['name'] === null ? null : namesOf(song).join(' / '),
      })),
    );
  },

  'skip rate': async ({ dataset, selection, query }) => {
    const sql = await query(SKIP_RATE_SQL);
    expectSame(sql, [skipRate(dataset, selection)]);
  },

  'skips by artist and song': async ({ dataset, selection, query }) => {
    for (const subject of ['artists', 'songs'] as const) {
      for (const minStreams of [1, 8]) {
        const sql = await query(skipsBySql(subject, { minStreams, limit: 40 }));
        const { namesOf } = groupingOf(dataset, subject);
        const ours = skipsBy(dataset, selection, subject, { minStreams, limit: 40 });
        expectSame(sql, withNames(ours, namesOf));
      }
    }
  },

  'platforms and countries': async ({ dataset, selection, query }) => {
    expectSame(await query(PLATFORMS_SQL), platforms(dataset, selection));
    expectSame(await query(FAMILIES_SQL), platformFamilies(dataset, selection));
    expectSame(await query(COUNTRIES_SQL), countries(dataset, selection));
  },

  'shuffle share': async ({ dataset, selection, query }) => {
    const sql = await query(SHUFFLE_SQL);
    expectSame(sql, [shuffleShare(dataset, selection)]);
  },
});
