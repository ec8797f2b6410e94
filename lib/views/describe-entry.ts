/** Names, covers and links in the place of the dictionary's indices. */
import type { Dataset } from '../dataset/dataset.ts';
import { albumTitle, artistName, songTitle } from '../stats/names.ts';
import { newestTracks } from '../stats/newest-tracks.ts';
import type { Entry } from './entry.ts';

/** By the artist's index. */
export function describeArtist({ dictionary, metadata }: Dataset, index: number): Entry {
  return {
    name: artistName(dictionary, index) ?? '',
    artist: null,
    coverUrl: metadata.imageUrls.get(index) ?? null,
    uri: metadata.artistUris.get(index) ?? null,
  };
}

/** By the song's index. Its cover and link are those of the track of it that was heard last. */
export function describeSong(dataset: Dataset, index: number): Entry {
  const { dictionary, metadata } = dataset;
  const track = newestTracks(dataset)[index] ?? -1;
  return {
    name: songTitle(dictionary, index),
    artist: artistName(dictionary, dictionary.songs.artist[index]!),
    coverUrl: metadata.coverUrls.get(dictionary.tracks.album[track] ?? -1) ?? null,
    uri: dictionary.uris[track] ?? null,
  };
}

/** By the album's index. */
export function describeAlbum({ dictionary, metadata }: Dataset, index: number): Entry {
  return {
    name: albumTitle(dictionary, index),
    artist: artistName(dictionary, dictionary.albums.artist[index]!),
    coverUrl: metadata.coverUrls.get(index) ?? null,
    uri: metadata.albumUris.get(index) ?? null,
  };
}
