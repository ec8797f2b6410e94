/** Top lists as the popup shows them: names, links and covers in the place of indices. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Selection } from '../dataset/selection.ts';
import type { RangeFigures, TopEntry } from '../domain/snapshot.ts';
import { doAtOnce, type Steps } from '../domain/steps.ts';
import { albumTitle, artistName, songTitle } from './names.ts';
import type { Ranked } from './ranking.ts';
import { rowClasses } from './row-classes.ts';
import { topAlbums } from './top-albums.ts';
import { topArtists } from './top-artists.ts';
import { topSongs } from './top-songs.ts';

/** By plays; what was only ever skipped has no place here. */
export function topEntries(
  dataset: Dataset,
  selection: Selection,
  limit: number,
): RangeFigures['top'] {
  return doAtOnce(topEntriesInSteps(dataset, selection, limit));
}

/** As `topEntries`, list by list. */
export function* topEntriesInSteps(
  dataset: Dataset,
  selection: Selection,
  limit: number,
): Steps<RangeFigures['top']> {
  const { dictionary, metadata } = dataset;
  const artists = topArtists(dataset, selection, 'plays', limit).filter(isPlayed);
  yield;
  const songs = topSongs(dataset, selection, 'plays', limit).filter(isPlayed);
  yield;
  const albums = topAlbums(dataset, selection, 'plays', limit).filter(isPlayed);
  yield;
  const newest = newestTracks(dataset, selection, songs);
  return {
    source: 'history',
    artists: artists.map(({ index, plays, playedMs }): TopEntry => {
      const name = artistName(dictionary, index) ?? '';
      const uri = metadata.artistUris.get(index) ?? null;
      const coverUrl = metadata.imageUrls.get(index) ?? null;
      return { name, artist: null, plays, playedMs, coverUrl, uri };
    }),
    songs: songs.map(({ index, plays, playedMs }): TopEntry => {
      const artist = artistName(dictionary, dictionary.songs.artist[index]!);
      const track = newest.get(index) ?? 0;
      const coverUrl = metadata.coverUrls.get(dictionary.tracks.album[track]!) ?? null;
      const uri = dictionary.uris[track] ?? null;
      return { name: songTitle(dictionary, index), artist, plays, playedMs, coverUrl, uri };
    }),
    albums: albums.map(({ index, plays, playedMs }): TopEntry => {
      const artist = artistName(dictionary, dictionary.albums.artist[index]!);
      const coverUrl = metadata.coverUrls.get(index) ?? null;
      const uri = metadata.albumUris.get(index) ?? null;
      return { name: albumTitle(dictionary, index), artist, plays, playedMs, coverUrl, uri };
    }),
  };
}

function isPlayed({ plays }: Ranked): boolean {
  return plays > 0;
}

/** Of several tracks of a song, the one heard last stands for it. */
function newestTracks(
  dataset: Dataset,
  { from, to, mask }: Selection,
  songs: readonly Ranked[],
): Map<number, number> {
  const { track } = dataset.columns;
  const { song: songOfTrack } = dataset.dictionary.tracks;
  const classes = rowClasses(dataset);
  const isMissing = new Uint8Array(dataset.dictionary.songs.hash.length);
  for (const { index } of songs) isMissing[index] = 1;
  const newest = new Map<number, number>();
  for (let row = to - 1; row >= from && newest.size < songs.length; row--) {
    const song = songOfTrack[track[row]!]!;
    if (isMissing[song] === 0 || classes[row] === 0 || (mask && mask[row] === 0)) continue;
    isMissing[song] = 0;
    newest.set(song, track[row]!);
  }
  return newest;
}
