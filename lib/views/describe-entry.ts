/** Names, covers and links in the place of the dictionary's indices; what has no cover is wanted. */
import type { Dataset } from '../dataset/dataset.ts';
import { albumTitle, artistName, songTitle } from '../stats/names.ts';
import { newestTracks } from '../stats/newest-tracks.ts';
import type { Entry } from './entry.ts';
import { wantAlbum, wantArtist, wantUri } from './wanted.ts';

/** By the artist's index. */
export function describeArtist(dataset: Dataset, index: number): Entry {
  const { dictionary, metadata } = dataset;
  const coverUrl = metadata.imageUrls.get(index) ?? null;
  if (coverUrl === null) wantArtist(dataset, index);
  return {
    name: artistName(dictionary, index) ?? '',
    artist: null,
    coverUrl,
    uri: metadata.artistUris.get(index) ?? null,
  };
}

/** By the song's index. Its cover and link are those of the track of it that was heard last. */
export function describeSong(dataset: Dataset, index: number): Entry {
  const { dictionary, metadata } = dataset;
  const track = newestTracks(dataset)[index] ?? -1;
  const uri = dictionary.uris[track] ?? null;
  const coverUrl = metadata.coverUrls.get(dictionary.tracks.album[track] ?? -1) ?? null;
  if (coverUrl === null) wantUri(dataset, uri);
  return {
    name: songTitle(dictionary, index),
    artist: artistName(dictionary, dictionary.songs.artist[index]!),
    coverUrl,
    uri,
  };
}

/** By the album's index. */
export function describeAlbum(dataset: Dataset, index: number): Entry {
  const { dictionary, metadata } = dataset;
  const coverUrl = metadata.coverUrls.get(index) ?? null;
  if (coverUrl === null) wantAlbum(dataset, index);
  return {
    name: albumTitle(dictionary, index),
    artist: artistName(dictionary, dictionary.albums.artist[index]!),
    coverUrl,
    uri: metadata.albumUris.get(index) ?? null,
  };
}
