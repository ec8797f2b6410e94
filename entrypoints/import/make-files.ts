/** Turns the history into files for a person: statistics, streams in two forms, the whole as a backup. */
import type { Settings } from '../../lib/domain/settings.ts';
import type { History } from '../../lib/history/history.ts';
import { exportBackup } from '../../lib/ingest/export-backup.ts';
import { exportCsv } from '../../lib/ingest/export-csv.ts';
import { exportJson } from '../../lib/ingest/export-json.ts';
import { buildStatistics } from '../../lib/stats/statistics-document.ts';
import { songsOf } from '../../lib/stats/top-playlists.ts';
import type { ImportTask, MadeFile } from '../../lib/ui/import/import-protocol.ts';

/** About 360 MB of JSON: what an import takes in one file is limited. */
const ROWS_A_FILE = 500_000;
const TOP_ENTRIES = 100;

type ExportTask = Extract<ImportTask, { type: 'export' }>;

/** @throws AppError `history/…`. `now` is UTC ms. */
export async function exportHistory(
  history: History,
  { accountId, form, timeZone }: ExportTask,
  now: number,
): Promise<MadeFile[]> {
  const dataset = await history.load(accountId);
  const { rows } = dataset.columns;
  const day = dayOf(now);
  if (form === 'csv') {
    return [{ name: `ostinato-streams-${day}.csv`, blob: gather(exportCsv(dataset), 'text/csv') }];
  }
  if (form === 'json') {
    const covered = await history.coverage(accountId);
    const starts = Array.from(
      { length: Math.max(1, Math.ceil(rows / ROWS_A_FILE)) },
      (_, place) => place * ROWS_A_FILE,
    );
    return starts.map((from, place) => {
      const to = Math.min(rows, from + ROWS_A_FILE);
      const parts = exportJson(dataset, { covered, from, to });
      // By a name like this an import knows it again.
      const name = `Streaming_History_Ostinato_${day}_${place}.json`;
      return { name, blob: gather(parts, 'application/json') };
    });
  }
  const { playlists } = await history.saved(accountId);
  const statistics = buildStatistics(dataset, {
    range: null,
    timeZone,
    top: TOP_ENTRIES,
    by: 'plays',
    receipt: null,
    playlists: playlists.map(songsOf),
  });
  const text = `${JSON.stringify(statistics, null, 2)}\n`;
  const blob = new Blob([text], { type: 'application/json' });
  return [{ name: `ostinato-statistics-${day}.json`, blob }];
}

/** @throws AppError `history/…`. `now` is UTC ms. */
export async function backUp(
  history: History,
  settings: Settings | null,
  now: number,
): Promise<MadeFile[]> {
  const bytes = exportBackup({ history, settings, now: () => now });
  const blob = await new Response(bytes).blob();
  return [{ name: `ostinato-backup-${dayOf(now)}.gz`, blob }];
}

/** Each part leaves the worker's memory as a blob before the next is made. */
function gather(parts: Iterable<string>, type: string): Blob {
  const blobs: Blob[] = [];
  for (const part of parts) blobs.push(new Blob([part]));
  return new Blob(blobs, { type });
}

/** `2026-11-21`, in UTC. */
function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
