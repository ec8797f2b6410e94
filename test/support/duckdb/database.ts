/** DuckDB in memory, with a raw history in it and questions about it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { RawHistory } from './raw-export.ts';
import { keyOfName } from './spellings.ts';
import { DEFINITIONS, localStreams, RAW_COLUMNS } from './tables.ts';

/** Whole numbers as numbers, nulls as nulls. */
export type Row = Record<string, unknown>;

export interface Database {
  /** Streams as this zone's clocks tell them; kept apart from those of other zones. */
  inZone: (zoneName: string) => Promise<(sql: string) => Promise<Row[]>>;
  close: () => void;
}

export async function openDatabase(raw: RawHistory): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:');
  const main = await instance.connect();
  await loadRaw(main, raw);
  for (const sql of DEFINITIONS) await main.run(sql);
  const zones = new Map<string, DuckDBConnection>();
  return {
    inZone: async (zoneName) => {
      let connection = zones.get(zoneName);
      if (!connection) {
        connection = await instance.connect();
        zones.set(zoneName, connection);
        await connection.run(localStreams(zoneName));
      }
      const known = connection;
      return async (sql) => {
        const reader = await known.runAndReadAll(sql);
        return reader.getRowObjectsJS().map(mapToPlain);
      };
    },
    close: () => {
      for (const connection of [main, ...zones.values()]) connection.closeSync();
      instance.closeSync();
    },
  };
}

/** By way of files, as an export comes. */
async function loadRaw(connection: DuckDBConnection, raw: RawHistory): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ostinato-duckdb-'));
  try {
    for (const [table, rows] of Object.entries({ ...raw, keys: listKeys(raw) })) {
      const file = join(folder, `${table}.json`);
      writeFileSync(file, JSON.stringify(rows));
      const columns = JSON.stringify(Object.entries(RAW_COLUMNS).find(([n]) => n === table)?.[1]);
      const options = `format = 'array', columns = ${columns.replaceAll('"', "'")}`;
      await connection.run(`CREATE TABLE ${table} AS FROM read_json('${file}', ${options})`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function listKeys(raw: RawHistory) {
  const names = new Set(
    [...raw.extended, ...raw.account, ...raw.live]
      .flatMap((row): unknown[] => Object.values(row))
      .filter((value) => typeof value === 'string'),
  );
  return Array.from(names, (name) => ({ name, key: keyOfName(name) }));
}

/** DuckDB's sums and counts are big integers; beyond 2⁵³ they would not be exact any more. */
function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value === 'object' && value !== null) return mapToPlain(value);
  if (typeof value !== 'bigint') return value;
  if (!Number.isSafeInteger(Number(value))) throw new RangeError(`${value} is no safe integer`);
  return Number(value);
}

function mapToPlain(struct: object): Row {
  return Object.fromEntries(Object.entries(struct).map(([name, value]) => [name, toPlain(value)]));
}
