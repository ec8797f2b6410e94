/** An account's listening in memory: columns in time order, and what their indices mean. */
import { packFlags, QUALITIES, unpackFlags } from '../domain/stream-codes.ts';
import type { Stream } from '../domain/stream.ts';
import { allocateColumns, type Columns, joinColumns, sliceColumns } from './columns.ts';
import {
  type Dictionary,
  emptyDictionary,
  emptyMetadata,
  type Metadata,
  trackAt,
} from './dictionary.ts';
import { createDictionaryBuilder, type DictionaryBuilder } from './dictionary-builder.ts';
import { sortRows } from './row-order.ts';

export interface Dataset {
  readonly columns: Columns;
  readonly dictionary: Dictionary;
  readonly metadata: Metadata;
}

export const MOST_PLAYED_MS = 2 ** 32 - 1;

export function emptyDataset(): Dataset {
  return {
    columns: allocateColumns(0),
    dictionary: emptyDictionary(),
    metadata: emptyMetadata(),
  };
}

/** The streams in time order, whatever order they come in. */
export function buildDataset(streams: readonly Stream[]): Dataset {
  const builder = createDictionaryBuilder(emptyDataset());
  const columns = allocateColumns(streams.length);
  for (const [row, stream] of streams.entries()) {
    columns.endedAt[row] = stream.endedAt;
    columns.playedMs[row] = Math.min(stream.playedMs, MOST_PLAYED_MS);
    columns.track[row] = builder.addTrack(stream.track);
    columns.quality[row] = QUALITIES.indexOf(stream.quality);
    columns.flags[row] = packFlags(stream);
    columns.reasonStart[row] = builder.addReason(stream.reasonStart);
    columns.reasonEnd[row] = builder.addReason(stream.reasonEnd);
    columns.platform[row] = builder.addPlatform(stream.platform);
    columns.country[row] = builder.addCountry(stream.country);
  }
  const { dictionary, metadata } = builder.build();
  return { columns: sortRows(columns, dictionary, 0), dictionary, metadata };
}

/**
 * One dataset out of a sorted base and parts to put in, each with indices of its own. The base's
 * indices stay good; its rows stay where they are up to the first that comes in.
 */
export function mergeDatasets(base: Dataset, parts: readonly Dataset[]): Dataset {
  if (parts.length === 0) return base;
  const { columns, dictionary, metadata } = joinDatasets(base, parts);
  return { columns: sortRows(columns, dictionary, base.columns.rows), dictionary, metadata };
}

/**
 * The rows of the base and then those of each part, in the numbers of one dictionary and in no
 * order. The base's indices stay good; of a part's tracks those come in that a row names.
 */
export function joinDatasets(base: Dataset, parts: readonly Dataset[]): Dataset {
  const builder = createDictionaryBuilder(base);
  const added = parts.map((part) => translate(part, builder));
  return { columns: joinColumns([base.columns, ...added]), ...builder.build() };
}

function translate(
  { columns, dictionary, metadata }: Dataset,
  builder: DictionaryBuilder,
): Columns {
  const { tracks, reasons, platforms, countries } = dictionary;
  const used = new Uint8Array(tracks.hash.length);
  for (let row = 0; row < columns.rows; row++) used[columns.track[row]!] = 1;
  const track = Uint32Array.from(used, (isUsed, index) =>
    isUsed ? builder.addTrack(trackAt(dictionary, metadata, index)) : 0,
  );
  const reason = Uint16Array.from(reasons, builder.addReason);
  const platform = Uint16Array.from(platforms, builder.addPlatform);
  const country = Uint16Array.from(countries, builder.addCountry);
  return {
    ...columns,
    track: translateCodes(columns.track, track),
    reasonStart: translateCodes(columns.reasonStart, reason),
    reasonEnd: translateCodes(columns.reasonEnd, reason),
    platform: translateCodes(columns.platform, platform),
    country: translateCodes(columns.country, country),
  };
}

function translateCodes<T extends Uint32Array | Uint16Array>(codes: T, meanings: T): T;
function translateCodes(codes: Uint32Array | Uint16Array, meanings: Uint32Array | Uint16Array) {
  const translated = codes.slice();
  for (let row = 0; row < translated.length; row++) translated[row] = meanings[codes[row]!]!;
  return translated;
}

/** The rows from `from` (inclusive) to `to` (exclusive), with the same dictionary. */
export function sliceDataset(dataset: Dataset, from: number, to: number): Dataset {
  if (from === 0 && to === dataset.columns.rows) return dataset;
  return { ...dataset, columns: sliceColumns(dataset.columns, from, to) };
}

/** One row as it came in. */
export function streamAt({ columns, dictionary, metadata }: Dataset, row: number): Stream {
  return {
    endedAt: columns.endedAt[row]!,
    playedMs: columns.playedMs[row]!,
    quality: QUALITIES[columns.quality[row]!] ?? 'estimated',
    track: trackAt(dictionary, metadata, columns.track[row]!),
    reasonStart: dictionary.reasons[columns.reasonStart[row]!] ?? null,
    reasonEnd: dictionary.reasons[columns.reasonEnd[row]!] ?? null,
    ...unpackFlags(columns.flags[row]!),
    platform: dictionary.platforms[columns.platform[row]!] ?? null,
    country: dictionary.countries[columns.country[row]!] ?? null,
  };
}
