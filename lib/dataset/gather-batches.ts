/** The streams of an export's files, each in numbers of its own, as one dataset: nothing merged yet. */
import { QUALITIES } from '../domain/stream-codes.ts';
import type { Quality, Track } from '../domain/stream.ts';
import { type Columns, joinColumns } from './columns.ts';
import { type Dataset, emptyDataset } from './dataset.ts';
import { createDictionaryBuilder } from './dictionary-builder.ts';
import { sortRows } from './row-order.ts';

/** What the archive makes of one file: element `i` of every column is stream `i`. */
export interface StreamBatch {
  /** Of all rows, unless `qualities` tells it of each. */
  readonly quality: Quality;
  readonly qualities?: Uint8Array | null;
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

export interface BatchCollector {
  /** Takes over what the batch says; the batch itself is not kept. */
  add: (batch: StreamBatch) => void;
  /** All rows so far, file by file: in no order. */
  build: () => Dataset;
}

/** Collects file by file, so that no more than one is in memory in its own numbers. */
export function createBatchCollector(): BatchCollector {
  const builder = createDictionaryBuilder(emptyDataset());
  const parts: Columns[] = [];
  // The files of an import share the objects of their tracks.
  const known = new Map<Track, number>();
  const addTrack = (track: Track) => {
    let index = known.get(track);
    if (index === undefined) {
      index = builder.addTrack(track);
      known.set(track, index);
    }
    return index;
  };

  return {
    add(batch) {
      const { rows } = batch;
      const reasons = batch.reasons.map(builder.addReason);
      parts.push({
        rows,
        endedAt: batch.endedAt,
        playedMs: batch.playedMs,
        flags: batch.flags,
        quality: batch.qualities ?? new Uint8Array(rows).fill(QUALITIES.indexOf(batch.quality)),
        track: translate(batch.track, new Uint32Array(rows), batch.tracks.map(addTrack)),
        reasonStart: translate(batch.reasonStart, new Uint16Array(rows), reasons),
        reasonEnd: translate(batch.reasonEnd, new Uint16Array(rows), reasons),
        platform: translate(
          batch.platform,
          new Uint16Array(rows),
          batch.platforms.map(builder.addPlatform),
        ),
        country: translate(
          batch.country,
          new Uint16Array(rows),
          batch.countries.map(builder.addCountry),
        ),
      });
    },
    build: () => ({ columns: joinColumns(parts), ...builder.build() }),
  };
}

/** All rows of all batches, in the order of rows: the same for any order of batches. */
export function gatherBatches(batches: readonly StreamBatch[]): Dataset {
  const collector = createBatchCollector();
  for (const batch of batches) collector.add(batch);
  const { columns, dictionary, metadata } = collector.build();
  return { columns: sortRows(columns, dictionary, 0), dictionary, metadata };
}

function translate<T extends Uint32Array | Uint16Array>(
  from: Uint32Array,
  to: T,
  codes: readonly number[],
): T {
  for (let row = 0; row < from.length; row++) to[row] = codes[from[row]!]!;
  return to;
}
