/** One row of the extended history, parsed by `JSON.parse`, into the batch: the definition of a good row. */
import { KINDS, packFlags, QUALITIES } from '../domain/stream-codes.ts';
import { readExtendedTime } from './export-time.ts';
import { NAMING_FIELDS, readExtendedTrack } from './extended-track.ts';
import {
  isJsonObject,
  type JsonObject,
  readFlag,
  readName,
  readText,
  RowRejected,
} from './json-values.ts';
import { MAX_PLAYED_MS, type RowBatchBuilder } from './row-batch.ts';
import type { ExportTrack } from './track-table.ts';

/**
 * Stands in rows that this extension wrote, when some of them are not measured; Spotify knows no
 * such key.
 */
export const QUALITY_KEY = 'ostinato_quality';

/**
 * Stands in rows that this extension wrote, where the naming fields cannot say what was played: an
 * audiobook's author, for example. Holds the fields of an `ExportTrack`, and goes before all others.
 */
export const TRACK_KEY = 'ostinato_track';

/**
 * Adds the row. `ip_addr`, `username` and all other keys are not looked at.
 *
 * @throws RowRejected with the first problem found; the batch is as before then.
 */
export function addExtendedRow(row: JsonObject, batch: RowBatchBuilder): void {
  const endedAt = readExtendedTime(row['ts']);
  if (Number.isNaN(endedAt)) throw new RowRejected('time');
  const playedMs = readPlayedMs(row['ms_played']);
  const names = NAMING_FIELDS.map((field) => readName(row[field]));
  const track = readOwnTrack(row[TRACK_KEY]) ?? readExtendedTrack(names);
  const reasonStart = readText(row['reason_start']);
  const reasonEnd = readText(row['reason_end']);
  const platform = readName(row['platform']);
  const country = readName(row['conn_country']);
  const flags = packFlags({
    shuffle: readFlag(row['shuffle']),
    skipped: readFlag(row['skipped']),
    offline: readFlag(row['offline']),
    incognito: readFlag(row['incognito_mode']),
  });
  batch.add({
    endedAt,
    playedMs,
    track: batch.tracks.add(track),
    reasonStart: batch.reasons.add(reasonStart),
    reasonEnd: batch.reasons.add(reasonEnd),
    flags,
    platform: batch.platforms.add(platform),
    country: batch.countries.add(country),
  });
  const quality = QUALITIES.find((known) => known === row[QUALITY_KEY]);
  if (quality && quality !== 'measured') batch.noteQuality(quality);
}

/** Null for what this extension never writes. @throws RowRejected */
function readOwnTrack(value: unknown): ExportTrack | null {
  if (!isJsonObject(value)) return null;
  const kind = KINDS.find((known) => known === value['kind']);
  if (!kind) return null;
  const [uri, albumUri] = [readText(value['uri']), readText(value['albumUri'])];
  const [title, artist] = [readText(value['title']), readText(value['artist'])];
  return { kind, uri, title, artist, album: readText(value['album']), albumUri };
}

/** @throws RowRejected `duration`. */
export function readPlayedMs(value: unknown): number {
  const isGood = typeof value === 'number' && Number.isInteger(value);
  if (!isGood || value < 0 || value > MAX_PLAYED_MS) throw new RowRejected('duration');
  return value;
}
