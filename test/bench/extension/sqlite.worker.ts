/** SQLite-WASM with its database in OPFS, in a worker, where alone it may be. No index. */
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type { ReferenceTable } from './reference-tables.ts';
import { serveTask } from './serve-task.ts';

export type SqliteTask = { tables: ReferenceTable[] } | { queries: string[] };

async function open() {
  const sqlite = await sqlite3InitModule();
  const pool = await sqlite.installOpfsSAHPoolVfs({ initialCapacity: 6 });
  const db = new pool.OpfsSAHPoolDb('/history.sqlite');
  // What it sorts and counts stays in memory; the file is still read from OPFS.
  db.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -100000');
  return db;
}
type Database = Awaited<ReturnType<typeof open>>;

function load(db: Database, { name, columns, rows }: ReferenceTable): void {
  const types = Object.entries(columns).map(([column, { type }]) => {
    // What names a row is the row's own number: a table of SQLite's is a tree of these anyway.
    const key = `${column}s` === name ? ' PRIMARY KEY' : '';
    return `${column} ${type === 'VARCHAR' ? 'TEXT' : 'INTEGER'}${key}`;
  });
  db.exec(`CREATE TABLE ${name} (${types.join()})`);
  const values = Object.values(columns).map((column) => column.values);
  const statement = db.prepare(`INSERT INTO ${name} VALUES (${values.map(() => '?').join()})`);
  db.exec('BEGIN');
  for (let row = 0; row < rows; row++) {
    statement.bind(values.map((column) => column[row] ?? null)).stepReset();
  }
  db.exec('COMMIT');
  statement.finalize();
}

/** Answers with the rows of each query. */
async function serve(task: SqliteTask): Promise<unknown[][]> {
  const db = await open();
  if ('queries' in task) {
    return task.queries.map((sql) => db.exec({ sql, returnValue: 'resultRows' }));
  }
  for (const table of task.tables) load(db, table);
  return [];
}

serveTask(serve);
