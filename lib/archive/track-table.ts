/** Gives the distinct tracks of a batch their numbers, in order of appearance. */
import type { Track } from '../domain/stream.ts';

/** What an export of Spotify's says of a track; one of our own may say the rest, which is null else. */
export type ExportTrack = Pick<Track, 'kind' | 'uri' | 'title' | 'artist' | 'album' | 'albumUri'> &
  Partial<Track>;

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

/** Nothing but what an export says. */
const UNTOLD = { albumArtist: null, durationMs: null, isrc: null, coverUrl: null, artistUri: null };

function isSame(a: Track, b: ExportTrack): boolean {
  const whole = complete(b);
  return (
    a.kind === whole.kind &&
    a.uri === whole.uri &&
    a.title === whole.title &&
    a.artist === whole.artist &&
    a.album === whole.album &&
    a.albumUri === whole.albumUri &&
    a.albumArtist === whole.albumArtist &&
    a.durationMs === whole.durationMs &&
    a.isrc === whole.isrc &&
    a.coverUrl === whole.coverUrl &&
    a.artistUri === whole.artistUri
  );
}

function complete(track: ExportTrack): Track {
  return { ...UNTOLD, ...track };
}
