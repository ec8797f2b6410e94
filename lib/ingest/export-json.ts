/** All streams as a file in the form of Spotify's extended history: it can be imported again. */
import { QUALITY_KEY, TRACK_KEY } from '../archive/extended-row.ts';
import { NAMING_FIELDS, readExtendedTrack } from '../archive/extended-track.ts';
import { MEASURED } from '../dataset/columns.ts';
import { type Dataset, streamAt } from '../dataset/dataset.ts';
import type { Stream } from '../domain/stream.ts';
import { formatMoment } from './export-moment.ts';

const ROWS_A_CHUNK = 1000;

/**
 * The file's text in parts, row by row in time order. What Spotify's fields cannot say of
 * who and what was played stands under a key of our own; when some rows are not measured, each says how sure it is, under a key of our own. With `from` and
 * `to` (exclusive) only these rows: a file must not be longer than an import takes.
 */
export function* exportJson(
  dataset: Dataset,
  from = 0,
  to = dataset.columns.rows,
): Generator<string, void, undefined> {
  const { quality } = dataset.columns;
  const isMixed = quality.some((code) => code !== MEASURED);
  let chunk = '[ ';
  for (let row = from; row < to; row++) {
    const stream = streamAt(dataset, row);
    const fields = {
      ...toRow(stream),
      ...(isMixed ? { [QUALITY_KEY]: stream.quality } : {}),
      ...ownTrack(stream),
    };
    chunk += `${row > from ? ', ' : ''}${formatRecord(fields)}`;
    if ((row + 1) % ROWS_A_CHUNK > 0) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk} ]\n`;
}

/** One key a line, as Spotify writes it. */
function formatRecord(fields: object): string {
  const lines = Object.entries(fields).map(
    ([key, value]) => `  ${JSON.stringify(key)} : ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}`;
}

/** What an import needs to know the track again, where the naming fields would tell of another. */
function ownTrack(stream: Stream): object {
  const { kind, uri, title, artist, album, albumUri } = stream.track;
  const row = toRow(stream);
  const told = readExtendedTrack(NAMING_FIELDS.map((field) => row[field] || null));
  const isSame =
    told.kind === kind &&
    told.uri === uri &&
    told.title === title &&
    told.artist === artist &&
    told.album === album &&
    told.albumUri === albumUri;
  return isSame ? {} : { [TRACK_KEY]: { kind, uri, title, artist, album, albumUri } };
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
