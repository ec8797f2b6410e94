/** DuckDB-WASM in the page: in memory, or with its database as a file in OPFS. */
import { AsyncDuckDB, DuckDBAccessMode, VoidLogger } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { ReferenceTable } from './reference-tables.ts';

export interface DuckDb {
  /** How many rows came back; all of them are read. */
  run: (sql: string) => Promise<number>;
  rows: (sql: string) => Promise<unknown[]>;
  load: (table: ReferenceTable) => Promise<void>;
  close: () => Promise<void>;
}

/** `path` is a file in OPFS; without one, nothing is kept. */
export async function openDuckDb(path?: string): Promise<DuckDb> {
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl));
  await db.instantiate(wasmUrl);
  const query = { castBigIntToDouble: true };
  await db.open(
    path === undefined
      ? { query }
      : { query, path: `opfs://${path}`, accessMode: DuckDBAccessMode.READ_WRITE },
  );
  const connection = await db.connect();
  return {
    run: async (sql) => (await connection.query(sql)).numRows,
    rows: async (sql) => (await connection.query(sql)).toArray().map((row) => row.toJSON()),
    async load(table) {
      const file = `${table.name}.csv`;
      await db.registerFileBuffer(file, await writeCsv(table));
      const types = Object.entries(table.columns).map(([name, { type }]) => `'${name}': '${type}'`);
      await connection.query(
        `CREATE TABLE ${table.name} AS FROM read_csv('${file}', header = false, quote = '"', ` +
          `escape = '"', nullstr = '\\N', columns = {${types.join()}})`,
      );
      await db.dropFile(file);
    },
    async close() {
      await connection.query('CHECKPOINT');
      await connection.close();
      await db.terminate();
    },
  };
}

const ROWS_A_PART = 50_000;

async function writeCsv({ columns, rows }: ReferenceTable): Promise<Uint8Array> {
  const values = Object.values(columns).map((column) => column.values);
  const parts: Blob[] = [];
  for (let from = 0; from < rows; from += ROWS_A_PART) {
    let text = '';
    for (let row = from; row < Math.min(rows, from + ROWS_A_PART); row++) {
      text += `${values.map((column) => csvValue(column[row] ?? null)).join()}\n`;
    }
    parts.push(new Blob([text]));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function csvValue(value: number | string | null): string {
  if (value === null) return '\\N';
  return typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;
}
