/** All streams as a file in the form of Spotify's extended history: it can be imported again. */
import { COVERED_KEY, QUALITY_KEY, TRACK_KEY } from '../archive/extended-row.ts';
import { NAMING_FIELDS, readExtendedTrack } from '../archive/extended-track.ts';
import { MEASURED } from '../dataset/columns.ts';
import { type Dataset, streamAt } from '../dataset/dataset.ts';
import type { Stream } from '../domain/stream.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { formatMoment } from './export-moment.ts';

const ROWS_A_CHUNK = 1000;

interface ExportOptions {
  /** What the history has seen whole: all of it, of which a file tells what belongs to its own time. */
  covered: readonly TimeRange[];
  /** Rows `from` (inclusive) to `to` (exclusive): a file must not be longer than an import takes. */
  from?: number;
  to?: number;
}

/**
 * The file's text in parts, row by row in time order. What Spotify's fields cannot say stands under keys
 * of our own: who and what was played; how sure each row is, when some are not measured; and, in the
 * first row, what the history has seen whole.
 */
export function* exportJson(
  dataset: Dataset,
  { covered, from = 0, to = dataset.columns.rows }: ExportOptions,
): Generator<string, void, undefined> {
  const { quality, track, endedAt } = dataset.columns;
  const isMixed = quality.some((code) => code !== MEASURED);
  const isTold = new Uint8Array(dataset.dictionary.tracks.hash.length);
  // The files of one export share out the time between them.
  const begin = from === 0 ? -Infinity : endedAt[from]!;
  const end = to === dataset.columns.rows ? Infinity : endedAt[to]!;
  let chunk = '[ ';
  for (let row = from; row < to; row++) {
    const stream = streamAt(dataset, row);
    const entry = track[row]!;
    const fields = {
      ...toRow(stream),
      ...(isMixed ? { [QUALITY_KEY]: stream.quality } : {}),
      ...ownTrack(stream, isTold[entry] === 0),
      ...(row === from ? { [COVERED_KEY]: clip(covered, begin, end) } : {}),
    };
    isTold[entry] = 1;
    chunk += `${row > from ? ', ' : ''}${formatRecord(fields)}`;
    if ((row + 1) % ROWS_A_CHUNK > 0) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk} ]\n`;
}

function clip(ranges: readonly TimeRange[], begin: number, end: number): object[] {
  return ranges
    .map(({ from, to }) => ({ from: Math.max(from, begin), to: Math.min(to, end) }))
    .filter(({ from, to }) => from <= to)
    .map(({ from, to }) => ({ from: formatMoment(from), to: formatMoment(to) }));
}

/** One key a line, as Spotify writes it. */
function formatRecord(fields: object): string {
  const lines = Object.entries(fields).map(
    ([key, value]) => `  ${JSON.stringify(key)} : ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}`;
}

/**
 * What an import needs to know the track again, where the naming fields would tell of another; and in a
 * track's first row what else is known of it.
 */
function ownTrack(stream: Stream, isFirst: boolean): object {
  const { kind, uri, title, artist, album, albumArtist, ...facts } = stream.track;
  const row = toRow(stream);
  const told = readExtendedTrack(NAMING_FIELDS.map((field) => row[field] || null));
  const isSame =
    told.kind === kind &&
    told.uri === uri &&
    told.title === title &&
    told.artist === artist &&
    told.album === album &&
    albumArtist === null;
  const untold = Object.entries(facts).filter(([, value]) => value !== null);
  const isWhole = untold.every(([name]) => name === 'albumUri' && told.albumUri !== null);
  if (isSame && (isWhole || !isFirst)) return {};
  const named = { kind, uri, title, artist, album };
  const by = albumArtist === null ? {} : { albumArtist };
  return { [TRACK_KEY]: { ...named, ...by, ...(isFirst ? Object.fromEntries(untold) : {}) } };
}

/** The keys in the order of a real file. */
function toRow({ track, ...stream }: Stream) {
  const { kind, title, artist, album, uri, albumUri } = track;
  const isMusic = kind === 'music';
  const isPodcast = kind === 'podcast';
  const isAudiobook = kind === 'audiobook';
  return {
    ts: formatMoment(stream.endedAt),
    platform: stream.platform,
    ms_played: stream.playedMs,
    conn_country: stream.country,
    master_metadata_track_name: isMusic ? title : null,
    master_metadata_album_artist_name: isMusic ? artist : null,
    master_metadata_album_album_name: isMusic ? album : null,
    spotify_track_uri: isMusic ? uri : null,
    episode_name: isPodcast ? title : null,
    episode_show_name: isPodcast ? artist : null,
    spotify_episode_uri: isPodcast ? uri : null,
    audiobook_title: isAudiobook ? album : null,
    audiobook_uri: isAudiobook ? albumUri : null,
    audiobook_chapter_uri: isAudiobook ? uri : null,
    audiobook_chapter_title: isAudiobook ? title : null,
    reason_start: stream.reasonStart,
    reason_end: stream.reasonEnd,
    shuffle: stream.shuffle,
    skipped: stream.skipped,
    offline: stream.offline,
    offline_timestamp: null,
    incognito_mode: stream.incognito,
  };
}
