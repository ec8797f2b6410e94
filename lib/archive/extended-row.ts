/** One row of the extended history, parsed by `JSON.parse`, into the batch: the definition of a good row. */
import { KINDS, packFlags, QUALITIES } from '../domain/stream-codes.ts';
import type { TimeRange } from '../domain/time-range.ts';
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
 * Stands in rows that this extension wrote, where the naming fields cannot say what was played (an
 * audiobook's author, for example), and in a track's first row of the file, where more is known of it
 * than they can say: its length, ISRC, links and cover. Holds the fields of a `Track`, those that are
 * null may be left out, and goes before all others.
 */
export const TRACK_KEY = 'ostinato_track';

/**
 * Stands in the first row of a file that this extension wrote: the stretches of time that the history
 * has seen whole, `{ from, to }` each, as far as the file reaches. Such a file claims no others.
 */
export const COVERED_KEY = 'ostinato_covered';

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
  const covered = readCovered(row[COVERED_KEY]);
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
  if (covered) batch.noteCovered(covered);
}

/** Null for what this extension never writes. @throws RowRejected */
function readOwnTrack(value: unknown): ExportTrack | null {
  if (!isJsonObject(value)) return null;
  const kind = KINDS.find((known) => known === value['kind']);
  if (!kind) return null;
  const [uri, albumUri] = [readText(value['uri']), readText(value['albumUri'])];
  const [title, artist] = [readText(value['title']), readText(value['artist'])];
  const { durationMs } = value;
  return {
    kind,
    uri,
    title,
    artist,
    album: readText(value['album']),
    albumUri,
    albumArtist: readText(value['albumArtist']),
    durationMs: Number.isSafeInteger(durationMs) ? readPlayedMs(durationMs) : null,
    isrc: readText(value['isrc']),
    coverUrl: readText(value['coverUrl']),
    artistUri: readText(value['artistUri']),
  };
}

/** Null for what this extension never writes; of what it writes, those that are stretches. */
function readCovered(value: unknown): TimeRange[] | null {
  if (!Array.isArray(value)) return null;
  return value.flatMap((stretch: unknown) => {
    if (!isJsonObject(stretch)) return [];
    const [from, to] = [readExtendedTime(stretch['from']), readExtendedTime(stretch['to'])];
    return from <= to ? [{ from, to }] : [];
  });
}

/** @throws RowRejected `duration`. */
export function readPlayedMs(value: unknown): number {
  const isGood = typeof value === 'number' && Number.isInteger(value);
  if (!isGood || value < 0 || value > MAX_PLAYED_MS) throw new RowRejected('duration');
  return value;
}
