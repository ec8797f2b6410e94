/** Playlists and the library against what was heard in the years and lately, held to SQL. */
import { expect } from './expect.ts';
import type { PlaylistSongs } from '../../../lib/stats/top-playlists.ts';
import type { RankBy } from '../../../lib/stats/ranking.ts';
import { nameInWords } from '../../../lib/ui/dashboard/name-in-words.ts';
import { formatSmallShare } from '../../../lib/ui/format.ts';
import { t, tPlural } from '../../../lib/ui/text.ts';
import type { Row } from '../../support/duckdb/database.ts';
import { lookBackTo } from '../../support/duckdb/looking-back.ts';
import {
  lovedSql,
  topPlaylistsSql,
  unheardSql,
} from '../../support/duckdb/questions/kept-songs.ts';
import { dayNumber } from '../../support/duckdb/scene.ts';
import { count, expectTable, expectTexts, go, momentDate, percent, time } from './screen.ts';
import { titleAndArtist } from './screen.ts';
import { numberOf, selectRange, type Stage } from './stage.ts';
import { readTop } from './top.ts';

type Songs = PlaylistSongs['songs'];

/** Rows of a table at first. */
const FIRST = 12;

export async function checkKept(stage: Stage): Promise<void> {
  await selectRange(stage, null);
  const lives = new Map<string, Life>();
  for (const { name, songs } of stage.golden.playlists) lives.set(name, await lifeOf(stage, songs));
  for (const by of ['plays', 'time'] as const) {
    await checkTopPlaylists(stage, by);
    await checkPlaylists(stage, by, lives);
  }
  await checkOpenPlaylist(stage, lives);
  await checkLibrary(stage);
}

type Life = Record<'all' | 'never' | 'forAYear', Row[]>;
/** By the names of playlists. */
type Lives = ReadonlyMap<string, Life>;

/** What of some songs is alive and what is not, seen from today. */
async function lifeOf({ golden }: Stage, songs: Songs): Promise<Life> {
  if (songs.length === 0) return { all: [], never: [], forAYear: [] };
  const today = dayNumber(new Date().toISOString().slice(0, 10));
  const sql = unheardSql(songs, { today: await lookBackTo(today, golden.query) });
  return {
    all: await golden.query(sql.all),
    never: await golden.query(sql.never),
    forAYear: await golden.query(sql.forAYear),
  };
}

async function checkTopPlaylists(stage: Stage, by: RankBy): Promise<void> {
  const { page, golden } = stage;
  await go(page, `#page=top&list=playlists&by=${by}`);
  const all = await numberOf(
    stage,
    `SELECT ${by === 'plays' ? 'count_if(is_play)' : 'sum(played_ms)'} FROM streams WHERE is_music`,
  );
  const ranked = await golden.query(topPlaylistsSql(golden.playlists, by));
  await expect
    .poll(() => readTop(page, 10), `playlists by ${by}`)
    .toEqual(
      ranked.map((row, place) => ({
        place: count(place + 1),
        change: '',
        name: nameOf(stage, row),
        below: t('top_playlist_played', count(row['songsPlayed']), count(row['songs'])),
        share: formatSmallShare(Number(row[by === 'plays' ? 'plays' : 'playedMs']) / all),
        plays: count(row['plays']),
        time: time(row['playedMs']),
      })),
    );
}

function nameOf({ golden }: Stage, { index }: Row): string {
  return golden.playlists[Number(index)]!.name;
}

async function checkPlaylists(stage: Stage, by: RankBy, lives: Lives): Promise<void> {
  const { page, golden } = stage;
  await go(page, `#page=playlists&by=${by}`);
  const ranked = await golden.query(topPlaylistsSql(golden.playlists, by));
  const rows = ranked.map((row) => {
    const name = nameOf(stage, row);
    const { never, forAYear } = lives.get(name)!;
    const songs = Number(row['songs']);
    return [
      name,
      count(row['plays']),
      time(row['playedMs']),
      count(songs),
      percent(songs > 0 ? Number(row['songsPlayed']) / songs : null),
      count(forAYear.length),
      count(never.length),
      lastHeard(row['lastHeardAt']),
    ];
  });
  const heads = [
    t('playlists_playlist'),
    t('kept_plays'),
    t('spark_column_heard'),
    t('playlists_songs'),
    t('playlists_share'),
    t('parts_year'),
    t('parts_never'),
    t('kept_last_heard'),
  ];
  await expectTable(page, heads, rows);
}

function lastHeard(at: unknown): string {
  return at === null ? t('kept_never') : momentDate(at);
}

/** Some of it was never played. */
async function checkOpenPlaylist(stage: Stage, lives: Lives): Promise<void> {
  const { page, golden } = stage;
  const { name, songs } = golden.playlists.find((list) => list.name === 'For Tomás')!;
  await go(page, `#page=playlists&list=${encodeURIComponent(name)}`);
  const { all, never, forAYear } = lives.get(name)!;
  const dead = [...never, ...forAYear];
  expect([never.length > 0, forAYear.length > 0, dead.length < all.length]).toEqual([
    true,
    true,
    true,
  ]);
  const share = (all.length - never.length) / all.length;
  await expectTexts(page, '.table-section h2', [
    t('playlists_open', nameInWords(name), percent(share)),
  ]);
  await expectTable(page, KEPT(), keptRows(songs, dead).slice(0, FIRST));
}

const KEPT = () => [t('kept_song'), t('kept_artist'), t('kept_plays'), t('kept_last_heard')];

function keptRows(songs: Songs, rows: readonly Row[]): string[][] {
  return rows.map((row) => {
    const { name, by } = songs[Number(row['place'])]!;
    return [name ?? '', by ?? '', count(row['plays']), lastHeard(row['lastHeardAt'])];
  });
}

async function checkLibrary(stage: Stage): Promise<void> {
  const { page, golden } = stage;
  await go(page, '#page=library');
  const { all, never, forAYear } = await lifeOf(stage, golden.liked);
  const alive = all.length - never.length - forAYear.length;
  const loved = await golden.query(lovedSql(golden.liked, 10_000));
  const counts = { loved, never, forAYear };
  expect(Object.values(counts).every(({ length }) => length > 1)).toBe(true);
  const part = (name: string, songs: number) => [name, count(songs), percent(songs / all.length)];
  await expectTable(
    page,
    [t('library_parts_row'), t('playlists_songs'), t('top_share')],
    [
      part(t('parts_heard'), alive),
      part(t('parts_year'), forAYear.length),
      part(t('parts_never'), never.length),
    ],
  );
  await expectTexts(page, '.table-section h2', [
    tPlural('library_loved', loved.length, count(loved.length)),
    tPlural('library_never', never.length, count(never.length)),
    tPlural('library_year', forAYear.length, count(forAYear.length)),
  ]);
  await expectTable(
    page,
    [t('kept_song'), t('kept_artist'), t('kept_plays'), t('spark_column_heard')],
    loved
      .slice(0, FIRST)
      .map((row) => [...titleAndArtist(row['name']), count(row['plays']), time(row['playedMs'])]),
  );
  await expectTable(page, KEPT(), keptRows(golden.liked, never).slice(0, FIRST));
}
