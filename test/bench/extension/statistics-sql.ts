/** The statistics once more, as DuckDB answers them: all time, by the clocks of the zone. */
import type { StatisticName } from './statistics-ours.ts';
import { topLists } from './reference-views.ts';

const SONG_NAMES = 'title, songs.artist';
const QUARTER_OF_DAY = (day: string) => `(year(${day}) * 4 + quarter(${day}))`;
const MONTH_OF_DAY = (day: string) => `(year(${day}) * 12 + month(${day}))`;

/** `asOf` is the day looked back from, in days since 1970; `playlists` are lists of songs. */
export function statisticsSql(
  asOf: number,
  limit: number,
  playlists: readonly (readonly number[])[],
): Record<StatisticName, string> {
  const today = `(DATE '1970-01-01' + ${asOf})`;
  const [songs, artists, albums] = topLists(limit);
  const items = playlists.flatMap((list, index) => list.map((song) => `(${index}, ${song})`));
  return {
    overview: `
      SELECT count_if(is_music), count_if(is_play), sum(played_ms) FILTER (is_music),
        count_if(is_skip), count(DISTINCT song) FILTER (is_music AND song <> 0),
        count(DISTINCT artist) FILTER (is_music AND artist <> 0),
        count(DISTINCT album) FILTER (is_music AND album <> 0),
        min(ended_at) FILTER (is_music), max(ended_at) FILTER (is_music),
        ${[1, 2, 3].map((kind) => `count_if(kind = ${kind}), sum(played_ms) FILTER (kind = ${kind})`).join()}
      FROM heard`,
    topSongs: songs!,
    topArtists: artists!,
    topAlbums: albums!,
    hourOfWeek: `
      SELECT isodow(local) AS weekday, hour(local) AS hour, count(*) AS plays
      FROM music WHERE is_play GROUP BY ALL ORDER BY weekday, hour`,
    days: `
      SELECT day, count_if(is_play) AS plays, sum(played_ms) AS ms
      FROM music GROUP BY day ORDER BY day`,
    months: `
      SELECT month, count_if(is_play) AS plays, sum(played_ms) AS ms
      FROM music GROUP BY month ORDER BY month`,
    streaks: `
      WITH islands AS (
        SELECT day, day - row_number() OVER (ORDER BY day) AS island
        FROM (SELECT DISTINCT day FROM music WHERE is_play)
      ),
      runs AS (SELECT count(*) AS days, min(day) AS first, max(day) AS last
        FROM islands GROUP BY island)
      SELECT arg_max({'days': days, 'first': first}, days * 100000 - first) AS longest,
        any_value(days) FILTER (last >= ${asOf - 1}) AS current FROM runs`,
    artistStreaks: `
      WITH islands AS (
        SELECT artist, day, day - row_number() OVER (PARTITION BY artist ORDER BY day) AS island
        FROM (SELECT DISTINCT artist, day FROM music WHERE is_play AND artist <> 0)
      ),
      runs AS (SELECT artist, count(*) AS days, min(day) AS first, max(day) AS last
        FROM islands GROUP BY artist, island),
      best AS (
        SELECT artist, arg_max({'days': days, 'first': first}, days * 100000 - first) AS longest,
          any_value(days) FILTER (last >= ${asOf - 1}) AS current FROM runs GROUP BY artist
      )
      SELECT name, longest, current FROM best JOIN artists USING (artist)
      JOIN (SELECT artist, sum(played_ms) AS ms FROM heard WHERE is_music GROUP BY artist)
        USING (artist)
      ORDER BY longest.days DESC, ms DESC, name LIMIT ${limit}`,
    sessions: `
      WITH ordered AS (
        SELECT played_ms, ended_at, ended_at - played_ms AS started_at,
          row_number() OVER (ORDER BY ended_at, played_ms) AS nth
        FROM heard WHERE is_music
      ),
      numbered AS (
        SELECT *, count_if(begins) OVER (ORDER BY nth) AS session FROM (
          SELECT *, coalesce(started_at - lag(ended_at) OVER (ORDER BY nth) > 1200000, true)
            AS begins FROM ordered
        )
      ),
      found AS (
        SELECT session, min(started_at), max(ended_at), count(*), sum(played_ms) AS ms
        FROM numbered GROUP BY session
      )
      SELECT count(*), max(ms), sum(ms) / count(*) FROM found`,
    skipsByArtist: skipsSql('artist', 'name', limit),
    skipsBySong: skipsSql('song', SONG_NAMES, limit),
    platforms: namedSql('platform'),
    countries: namedSql('country'),
    shuffleShare: `
      SELECT count_if(shuffle <> 0), count_if(shuffle = 2) FROM heard WHERE is_music`,
    milestones: `
      SELECT play, ended_at, ${SONG_NAMES} FROM (
        SELECT song, ended_at, row_number() OVER (ORDER BY ended_at, played_ms) AS play
        FROM heard WHERE is_play
      ) JOIN songs USING (song)
      WHERE play IN (1, 1000) OR play % 10000 = 0 ORDER BY play`,
    standingTheTest: `
      SELECT name, min(day) FILTER (is_play) AS first_day,
        count(DISTINCT ${QUARTER_OF_DAY('local')}) FILTER (is_play) AS quarters,
        ${QUARTER_OF_DAY(today)} - ${QUARTER_OF_DAY('min(local) FILTER (is_play)')} + 1 AS since,
        count_if(is_play) AS plays, sum(played_ms) AS ms
      FROM music JOIN artists USING (artist) WHERE artist <> 0 GROUP BY artist, name
      HAVING DATE '1970-01-01' + first_day <= ${today} - INTERVAL 2 YEAR AND quarters / since >= 0.8
      ORDER BY quarters DESC, ms DESC, name`,
    fallingOff: shareSql(asOf, 'earlier', 'recent'),
    rising: shareSql(asOf, 'recent', 'earlier'),
    hiddenGems: `
      WITH top_artists AS (
        SELECT artist FROM heard WHERE is_music AND artist <> 0 GROUP BY artist
        ORDER BY count_if(is_play) DESC, sum(played_ms) DESC LIMIT 50
      )
      SELECT ${SONG_NAMES}, count_if(is_play) AS plays, sum(played_ms) AS ms,
        count_if(is_skip) / count_if(end_known) AS rate,
        count(DISTINCT month) FILTER (is_play) AS months,
        ${MONTH_OF_DAY(today)} - 1970 * 12 - 1 - min(month) FILTER (is_play) + 1 AS since
      FROM music JOIN songs USING (song)
      WHERE song <> 0 AND music.artist <> 0 AND music.artist NOT IN (FROM top_artists)
      GROUP BY song, ${SONG_NAMES}
      HAVING plays >= 5 AND months >= 3 AND isfinite(rate) AND rate <= 0.1
      ORDER BY months / since DESC, ms DESC, ${SONG_NAMES}`,
    forgotten: `
      WITH best AS (
        SELECT song, count_if(is_play) AS plays, sum(played_ms) AS ms,
          max(ended_at) AS last_heard, max(day) AS last_day
        FROM music WHERE song <> 0 GROUP BY song ORDER BY plays DESC, ms DESC LIMIT 200
      )
      SELECT ${SONG_NAMES}, plays, ms, last_heard FROM best JOIN songs USING (song)
      WHERE DATE '1970-01-01' + last_day <= ${today} - INTERVAL 1 YEAR ORDER BY plays DESC, ms DESC`,
    obsessions: `
      WITH played AS (
        SELECT song, day, count(*) AS plays, sum(played_ms) AS ms
        FROM music WHERE is_play AND song <> 0 GROUP BY song, day
      ),
      windows AS (
        SELECT song, first, first + 2 AS last FROM (
          SELECT song, day AS first, sum(plays) OVER (
            PARTITION BY song ORDER BY day RANGE BETWEEN CURRENT ROW AND 2 FOLLOWING) AS plays
          FROM played
        ) WHERE plays >= 10
      ),
      marked AS (
        SELECT *, first > coalesce(max(last) OVER (PARTITION BY song ORDER BY first
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), -1000000) AS is_new FROM windows
      ),
      numbered AS (
        SELECT *, count_if(is_new) OVER (PARTITION BY song ORDER BY first) AS spell FROM marked
      ),
      spells AS (
        SELECT song, spell, min(first) AS first, max(last) AS last FROM numbered
        GROUP BY song, spell
      )
      SELECT ${SONG_NAMES}, min(day), max(day), sum(plays) AS plays, sum(ms) AS ms
      FROM spells JOIN played USING (song) JOIN songs USING (song)
      WHERE day BETWEEN first AND last GROUP BY song, spell, ${SONG_NAMES}
      ORDER BY plays DESC, ms DESC, ${SONG_NAMES}`,
    discoveries: `
      WITH firsts AS (
        SELECT 'song' AS what, min(ended_at) AS ended_at, arg_min(month, ended_at) AS month
          FROM music WHERE is_play AND song <> 0 GROUP BY song
        UNION ALL
        SELECT 'artist', min(ended_at), arg_min(month, ended_at)
          FROM music WHERE is_play AND artist <> 0 GROUP BY artist
      )
      SELECT month, count_if(what = 'artist'), count_if(what = 'song')
      FROM firsts GROUP BY month ORDER BY month`,
    seasons: `
      WITH firsts AS (
        SELECT song, min(ended_at) AS first FROM heard WHERE is_play AND song <> 0 GROUP BY song
      ),
      rows AS (SELECT *, (month + 1) // 3 AS season FROM music),
      heard_songs AS (
        SELECT season, count(*) AS songs, count_if(is_first) AS new_songs FROM (
          SELECT season, song, bool_or(ended_at = first) AS is_first
          FROM rows JOIN firsts USING (song) WHERE is_play GROUP BY season, song
        ) GROUP BY season
      ),
      times AS (
        SELECT season, sum(played_ms) AS ms, count_if(is_play) AS plays
        FROM rows WHERE artist <> 0 GROUP BY season, artist
      ),
      parts AS (
        SELECT *, ms / sum(ms) OVER (PARTITION BY season) AS part FROM times WHERE ms > 0
      ),
      evenness AS (
        SELECT season, CASE WHEN count(*) > 1 THEN -sum(part * ln(part)) / ln(count(*)) END AS even,
          count_if(plays > 0) AS artists
        FROM parts GROUP BY season
      )
      SELECT season, artists, songs, new_songs / songs, even
      FROM heard_songs JOIN evenness USING (season) ORDER BY season`,
    releaseYears: `
      SELECT NULL AS year, count_if(is_play), sum(played_ms) FROM heard WHERE is_music`,
    topPlaylists: `
      WITH items(list, song) AS (VALUES ${items.join()}),
      ever AS (
        SELECT song, count_if(is_play) AS plays, sum(played_ms) AS ms, max(ended_at) AS last
        FROM heard WHERE is_music GROUP BY song
      )
      SELECT list, sum(plays) AS plays, sum(ms) AS ms, count(*), count_if(plays > 0), max(last)
      FROM items JOIN ever USING (song) GROUP BY list ORDER BY plays DESC, ms DESC`,
  };
}

function skipsSql(subject: 'artist' | 'song', names: string, limit: number): string {
  return `
    SELECT ${names}, streams, skips, skips / streams AS rate FROM (
      SELECT ${subject}, count_if(end_known) AS streams, count_if(is_skip) AS skips,
        sum(played_ms) AS ms
      FROM heard WHERE is_music AND ${subject} <> 0 GROUP BY ${subject}
    ) JOIN ${subject}s USING (${subject})
    WHERE skips > 0 AND streams >= 10 ORDER BY rate DESC, ms DESC, ${names} LIMIT ${limit}`;
}

function namedSql(column: 'platform' | 'country'): string {
  const table = column === 'country' ? 'countries' : 'platforms';
  return `
    SELECT name, streams, plays, ms FROM (
      SELECT ${column} AS code, count(*) AS streams, count_if(is_play) AS plays,
        sum(played_ms) AS ms
      FROM heard WHERE is_music GROUP BY ${column}
    ) JOIN ${table} USING (code) ORDER BY plays DESC, ms DESC, name`;
}

type Period = 'earlier' | 'recent';

function shareSql(asOf: number, top: Period, other: Period): string {
  return `
    WITH periods AS (
      SELECT artist, is_play, played_ms, CASE
          WHEN day BETWEEN ${asOf - 89} AND ${asOf} THEN 'recent'
          WHEN DATE '1970-01-01' + day >= DATE '1970-01-01' + ${asOf - 89} - INTERVAL 2 YEAR
            AND day < ${asOf - 89} THEN 'earlier'
        END AS period
      FROM music
    ),
    whole AS (
      SELECT sum(played_ms) FILTER (period = 'earlier') AS earlier_all,
        sum(played_ms) FILTER (period = 'recent') AS recent_all FROM periods
    ),
    best AS (
      SELECT artist, coalesce(sum(played_ms) FILTER (period = 'earlier'), 0) AS earlier,
        coalesce(sum(played_ms) FILTER (period = 'recent'), 0) AS recent,
        count_if(period = '${top}' AND is_play) AS plays
      FROM periods WHERE artist <> 0 GROUP BY artist HAVING count_if(period = '${top}') > 0
      ORDER BY plays DESC, ${top} DESC LIMIT 100
    )
    SELECT name, earlier, recent, earlier / earlier_all, recent / recent_all
    FROM best JOIN artists USING (artist), whole
    WHERE 4 * ${other}::HUGEINT * ${top}_all < ${top}::HUGEINT * ${other}_all
    ORDER BY ${top}::HUGEINT * ${other}_all - ${other}::HUGEINT * ${top}_all DESC, ${top} DESC`;
}
