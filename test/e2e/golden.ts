/** A listening history whose figures are known by SQL: what the dashboard's views are held to. */
import { LISTENING_BEGAN } from '../standin/listening.ts';
import type { Standin } from '../standin/index.ts';
import { openDatabase, type Row } from '../support/duckdb/database.ts';
import type { ExtendedRow } from '../support/duckdb/raw-export.ts';

/** Two and a half years of Tomás: long enough for what needs two. */
const DAYS = 910;

export interface Golden {
  files: { path: string; text: string }[];
  /** Over `streams`, in the time zone the browser has: see `test/support/duckdb/tables.ts`. */
  query: (sql: string) => Promise<Row[]>;
  close: () => void;
}

export async function createGolden(standin: Standin): Promise<Golden> {
  const files = standin.personalData('tomas', LISTENING_BEGAN + DAYS * 86_400_000);
  const extended = files
    .filter(({ path }) => path.includes('Streaming_History_Audio'))
    .flatMap(({ text }) => JSON.parse(text) as ExtendedRow[]);
  const database = await openDatabase();
  await database.load({ extended, account: [], live: [] });
  const query = await database.inZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return { files, query, close: database.close };
}
