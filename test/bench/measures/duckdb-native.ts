/** The same export into DuckDB in memory, as somebody with Node and SQL would do it. */
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import type { FilePart } from '../../../lib/archive/export-file.ts';
import { listArchive } from '../../../lib/archive/list-archive.ts';
import { RAW_COLUMNS } from '../../support/duckdb/tables.ts';

/**
 * `unzipped`: to a folder of JSON files. `gzip`: what the zip holds as files of gzip, without
 * unpacking, so that DuckDB does that in as many threads as there are.
 */
export type Handover = 'unzipped' | 'gzip';

export async function importInDuckDb(
  exportFile: string,
  handover: Handover,
): Promise<{ ms: number; rows: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'ostinato-bench-'));
  const start = performance.now();
  const blob = await openAsBlob(exportFile);
  const { files } = await listArchive([{ name: 'export.zip', blob }]);
  for (const [place, { part }] of files.entries()) await handOver(part, folder, place, handover);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const columns = JSON.stringify({ ...RAW_COLUMNS.extended, ts: 'TIMESTAMP' });
    await connection.run(
      `CREATE TABLE streams AS FROM read_json('${folder}/*', format = 'array',
        columns = ${columns.replaceAll('"', "'")})`,
    );
    const ms = performance.now() - start;
    const counted = await connection.runAndReadAll('SELECT count(*)::INTEGER FROM streams');
    return { ms, rows: Number(counted.getRowsJS()[0]?.[0]) };
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

const GZIP_HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);

async function handOver(
  { blob, crc32, bytes }: FilePart,
  folder: string,
  place: number,
  handover: Handover,
): Promise<void> {
  const packed = Buffer.from(await blob.arrayBuffer());
  if (handover === 'unzipped') {
    writeFileSync(join(folder, `${place}.json`), inflateRawSync(packed));
    return;
  }
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32 ?? 0, 0);
  tail.writeUInt32LE(bytes, 4);
  writeFileSync(join(folder, `${place}.json.gz`), Buffer.concat([GZIP_HEAD, packed, tail]));
}
