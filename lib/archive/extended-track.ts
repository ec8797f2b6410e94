/** Tells what a row of the extended history played from its eleven naming fields. */
import type { ExportTrack } from './track-table.ts';

/** The fields that name what was played, in the order of a real file. */
export const NAMING_FIELDS = [
  'master_metadata_track_name',
  'master_metadata_album_artist_name',
  'master_metadata_album_album_name',
  'spotify_track_uri',
  'episode_name',
  'episode_show_name',
  'spotify_episode_uri',
  'audiobook_title',
  'audiobook_uri',
  'audiobook_chapter_uri',
  'audiobook_chapter_title',
] as const;

/**
 * The track a row names, from the values of `NAMING_FIELDS` in their order: music if anything of a track is there (music videos too), else an episode,
 * else an audiobook's chapter, else unknown with nothing but nulls.
 */
export function readExtendedTrack(values: readonly (string | null)[]): ExportTrack {
  const [title = null, artist = null, album = null, uri = null] = values;
  const music: ExportTrack = { kind: 'music', uri, title, artist, album, albumUri: null };
  if (isNamed(music)) return music;

  const [episode = null, show = null, episodeUri = null] = values.slice(4);
  const podcast: ExportTrack = {
    kind: 'podcast',
    uri: episodeUri,
    title: episode,
    artist: show,
    album: null,
    albumUri: null,
  };
  if (isNamed(podcast)) return podcast;

  const [book = null, bookUri = null, chapterUri = null, chapter = null] = values.slice(7);
  const audiobook: ExportTrack = {
    kind: 'audiobook',
    uri: chapterUri,
    title: chapter,
    artist: null,
    album: book,
    albumUri: bookUri,
  };
  return isNamed(audiobook) ? audiobook : { ...audiobook, kind: 'unknown' };
}

function isNamed({ uri, title, artist, album, albumUri }: ExportTrack): boolean {
  return [uri, title, artist, album, albumUri].some((part) => part !== null);
}
