/** DuckDB in memory, with a raw history in it and questions about it. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { RawHistory } from './raw-export.ts';
import { keyOfName } from './spellings.ts';
import { DEFINITIONS, localStreams, RAW_COLUMNS } from './tables.ts';

/** Whole numbers as numbers, nulls as nulls. */
export type Row = Record<string, unknown>;

export interface Database {
  /** Another history in the place of the one before, and of all its zones. */
  load: (raw: RawHistory) => Promise<void>;
  /** Streams as this zone's clocks tell them; kept apart from those of other zones. */
  inZone: (zoneName: string) => Promise<(sql: string) => Promise<Row[]>>;
  close: () => void;
}

export async function openDatabase(): Promise<Database> {
  // The questions are many and small: more threads would only wait for each other.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const main = await instance.connect();
  const zones = new Map<string, DuckDBConnection>();
  function closeZones() {
    for (const connection of zones.values()) connection.closeSync();
    zones.clear();
  }
  return {
    load: async (raw) => {
      closeZones();
      await loadRaw(main, raw);
      for (const sql of DEFINITIONS) await main.run(sql);
    },
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
      closeZones();
      main.closeSync();
      instance.closeSync();
    },
  };
}

/** As JSON, as an export comes. */
async function loadRaw(connection: DuckDBConnection, raw: RawHistory): Promise<void> {
  const tables = Object.entries({ ...raw, keys: listKeys(raw) });
  for (const [table, rows] of tables) {
    const columns = JSON.stringify([Object.entries(RAW_COLUMNS).find(([n]) => n === table)?.[1]]);
    await connection.run(
      `CREATE OR REPLACE TABLE ${table} AS
      SELECT unnest(from_json($1, '${columns}'), recursive := true)`,
      [JSON.stringify(rows)],
    );
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
