/** Computes all statistics of an account again and again, as the dashboard's worker would. */
import { songFinderOf } from '../../../lib/dataset/song-finder.ts';
import type { Dataset } from '../../../lib/dataset/dataset.ts';
import { openHistory } from '../../../lib/history/open-history.ts';
import { openScope } from '../../../lib/stats/statistics-scope.ts';
import { rowClasses } from '../../../lib/stats/row-classes.ts';
import type { PlaylistSongs } from '../../../lib/stats/top-playlists.ts';
import { type Scene, type StatisticName, statisticsOurs } from './statistics-ours.ts';
import { serveTask } from './serve-task.ts';

export interface StatisticsTask {
  accountId: string;
  timeZone: string;
  limit: number;
  passes: number;
}

export interface StatisticsReport {
  /** Of each pass: ms by statistic, and `rows`: what all share, computed once a dataset. */
  passes: Record<StatisticName | 'rows', number>[];
  /** Entries of each that is a list. */
  counts: Partial<Record<StatisticName, number>>;
  asOf: number;
  /** The songs on the playlists that were ranked. */
  playlists: number[][];
}

const PLAYLISTS = 20;
const SONGS_EACH = 100;

async function compute(task: StatisticsTask): Promise<StatisticsReport> {
  const loaded = await openHistory().load(task.accountId);
  const playlists = inventPlaylists(loaded);
  const { timeZone, limit } = task;
  const counts: StatisticsReport['counts'] = {};
  const passes = Array.from({ length: task.passes }, () => {
    // Other objects, so that what is kept beside rows and names is computed anew.
    const dataset = { ...loaded, dictionary: { ...loaded.dictionary } };
    return computeAll(dataset, { timeZone, limit, playlists }, counts);
  });
  const find = songFinderOf(loaded.dictionary);
  return {
    passes,
    counts,
    asOf: openScope(loaded, { range: null, timeZone, top: 1, by: 'plays', receipt: null }).asOf,
    playlists: playlists.map(({ songs }) => [
      ...new Set(songs.flatMap((song) => [...find(song).songs])),
    ]),
  };
}

function computeAll(dataset: Dataset, scene: Scene, counts: StatisticsReport['counts']) {
  const start = performance.now();
  rowClasses(dataset);
  const all = Object.entries(statisticsOurs(dataset, scene));
  const times: Record<string, number> = { rows: performance.now() - start };
  for (const [name, statistic] of all) {
    const begin = performance.now();
    const result = statistic();
    times[name] = performance.now() - begin;
    if (Array.isArray(result)) counts[name as StatisticName] = result.length;
  }
  return times as StatisticsReport['passes'][number];
}

function inventPlaylists({ dictionary }: Dataset): PlaylistSongs[] {
  const { uris } = dictionary;
  return Array.from({ length: PLAYLISTS }, (_, list) => ({
    name: `List ${list}`,
    songs: Array.from({ length: SONGS_EACH }, (_unused, i) => {
      const uri = uris[(list * 977 + i * 31) % uris.length] ?? null;
      return { uri, name: null, by: null };
    }),
  }));
}

serveTask(compute);
