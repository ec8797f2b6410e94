/** The streams of an export's files, each in numbers of its own, as one dataset: nothing merged yet. */
import { QUALITIES } from '../domain/stream-codes.ts';
import type { Quality, Track } from '../domain/stream.ts';
import { allocateColumns } from './columns.ts';
import { type Dataset, emptyDataset } from './dataset.ts';
import { createDictionaryBuilder } from './dictionary-builder.ts';
import { sortRows } from './row-order.ts';

/** What the archive makes of one file: element `i` of every column is stream `i`. */
export interface StreamBatch {
  /** The same for all rows of a file. */
  readonly quality: Quality;
  readonly rows: number;
  /** UTC ms. */
  readonly endedAt: Float64Array;
  readonly playedMs: Uint32Array;
  /** Indices into the batch's own lists. */
  readonly track: Uint32Array;
  readonly reasonStart: Uint32Array;
  readonly reasonEnd: Uint32Array;
  readonly platform: Uint32Array;
  readonly country: Uint32Array;
  /** By `packFlags`. */
  readonly flags: Uint8Array;
  readonly tracks: readonly Track[];
  readonly reasons: readonly (string | null)[];
  readonly platforms: readonly (string | null)[];
  readonly countries: readonly (string | null)[];
}

/** All rows of all batches, in the order of rows: the same for any order of batches. */
export function gatherBatches(batches: readonly StreamBatch[]): Dataset {
  const builder = createDictionaryBuilder(emptyDataset());
  const columns = allocateColumns(batches.reduce((rows, batch) => rows + batch.rows, 0));
  let at = 0;
  for (const batch of batches) {
    columns.endedAt.set(batch.endedAt, at);
    columns.playedMs.set(batch.playedMs, at);
    columns.flags.set(batch.flags, at);
    columns.quality.fill(QUALITIES.indexOf(batch.quality), at, at + batch.rows);
    translate(batch.track, columns.track, at, batch.tracks.map(builder.addTrack));
    const reasons = batch.reasons.map(builder.addReason);
    translate(batch.reasonStart, columns.reasonStart, at, reasons);
    translate(batch.reasonEnd, columns.reasonEnd, at, reasons);
    translate(batch.platform, columns.platform, at, batch.platforms.map(builder.addPlatform));
    translate(batch.country, columns.country, at, batch.countries.map(builder.addCountry));
    at += batch.rows;
  }
  const { dictionary, metadata } = builder.build();
  return { columns: sortRows(columns, dictionary, 0), dictionary, metadata };
}

function translate(
  from: Uint32Array,
  to: Uint32Array | Uint16Array,
  at: number,
  codes: readonly number[],
): void {
  for (let row = 0; row < from.length; row++) to[at + row] = codes[from[row]!]!;
}
