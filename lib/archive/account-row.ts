/** One row of account data (music, podcasts or audiobooks of the last year) into the batch. */
import { readMinute } from './export-time.ts';
import { readPlayedMs } from './extended-row.ts';
import { type JsonObject, readName, RowRejected } from './json-values.ts';
import type { RowBatchBuilder } from './row-batch.ts';
import type { ExportTrack } from './track-table.ts';

/**
 * Adds the row. What it names decides the kind, not the file's name.
 *
 * @throws RowRejected with the first problem found; the batch is as before then.
 */
export function addAccountRow(row: JsonObject, batch: RowBatchBuilder): void {
  const endedAt = readMinute(row['endTime']);
  if (Number.isNaN(endedAt)) throw new RowRejected('time');
  const playedMs = readPlayedMs(row['msPlayed']);
  const track = batch.tracks.add(readAccountTrack(row));
  batch.add({
    endedAt,
    playedMs,
    track,
    reasonStart: 0,
    reasonEnd: 0,
    flags: 0,
    platform: 0,
    country: 0,
  });
}

function readAccountTrack(row: JsonObject): ExportTrack {
  const unnamed = { uri: null, album: null, albumUri: null };
  const music = { title: readName(row['trackName']), artist: readName(row['artistName']) };
  const podcast = { title: readName(row['episodeName']), artist: readName(row['podcastName']) };
  const audiobook = {
    title: readName(row['chapterName']),
    artist: readName(row['authorName']),
    album: readName(row['audiobookName']),
  };
  if (music.title ?? music.artist) return { kind: 'music', ...unnamed, ...music };
  if (podcast.title ?? podcast.artist) return { kind: 'podcast', ...unnamed, ...podcast };
  if (audiobook.title ?? audiobook.artist ?? audiobook.album) {
    return { kind: 'audiobook', ...unnamed, ...audiobook };
  }
  return { kind: 'unknown', ...unnamed, title: null, artist: null };
}
