/** Gives the distinct tracks of a batch their numbers, in order of appearance. */
import type { Track } from '../domain/stream.ts';

/** What an export says of a track; all else of a `Track` is null. */
export type ExportTrack = Pick<Track, 'kind' | 'uri' | 'title' | 'artist' | 'album' | 'albumUri'>;

export class TrackTable {
  readonly tracks: Track[] = [];
  /** Joined fields can coincide for tracks that differ, so each text leads to all that share it. */
  readonly #byText = new Map<string, number[]>();

  /** The track's number, a new one if need be. */
  add(track: ExportTrack): number {
    const { uri, title, artist, album } = track;
    const text = `${uri}\n${title}\n${artist}\n${album}`;
    const known = this.#byText.get(text);
    const same = known?.find((place) => isSame(this.tracks[place]!, track));
    if (same !== undefined) return same;
    const place = this.append(complete(track));
    if (known) known.push(place);
    else this.#byText.set(text, [place]);
    return place;
  }

  /** The number of a track the caller knows to be new; `add` does not find it later. */
  append(track: Track): number {
    return this.tracks.push(track) - 1;
  }
}

function isSame(a: ExportTrack, b: ExportTrack): boolean {
  return (
    a.kind === b.kind &&
    a.uri === b.uri &&
    a.title === b.title &&
    a.artist === b.artist &&
    a.album === b.album &&
    a.albumUri === b.albumUri
  );
}

function complete({ kind, uri, title, artist, album, albumUri }: ExportTrack): Track {
  return {
    kind,
    uri,
    title,
    artist,
    album,
    albumArtist: null,
    durationMs: null,
    isrc: null,
    coverUrl: null,
    artistUri: null,
    albumUri,
  };
}
