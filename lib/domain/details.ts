/**
 * What the Web API says of music beyond its names. It stands by URI, apart from every history's
 * indices, so that no import, undo or join loses what was asked for once.
 */
import { z } from './schema.ts';

const Text = z.nullable(z.string());

const Asked = {
  /** UTC ms of Spotify's last answer about this very thing; null when others only mention it. */
  askedAt: z.nullable(z.number()),
  /** That answer was that there is no such thing. */
  missing: z.boolean(),
};

export const TrackDetails = z.object({
  albumUri: Text,
  /** The credited artists, first one first. */
  artistUris: z.array(z.string()),
  /** ms. */
  durationMs: z.nullable(z.int()),
  isrc: Text,
  /** 0 to 100, where Spotify still says it. */
  popularity: z.nullable(z.int()),
  ...Asked,
});
export type TrackDetails = z.infer<typeof TrackDetails>;

export const AlbumDetails = z.object({
  name: Text,
  artistUris: z.array(z.string()),
  /** `2019`, `2019-05` or `2019-05-12`, as far as Spotify knows it. */
  releaseDate: Text,
  coverUrl: Text,
  ...Asked,
});
export type AlbumDetails = z.infer<typeof AlbumDetails>;

export const ArtistDetails = z.object({
  name: Text,
  imageUrl: Text,
  /** Empty where Spotify says none, which it mostly does. */
  genres: z.array(z.string()),
  ...Asked,
});
export type ArtistDetails = z.infer<typeof ArtistDetails>;

/** All by `spotify:…` URI: of a track, the one it was asked by. */
export interface Details {
  readonly tracks: ReadonlyMap<string, TrackDetails>;
  readonly albums: ReadonlyMap<string, AlbumDetails>;
  readonly artists: ReadonlyMap<string, ArtistDetails>;
}

export const NO_DETAILS: Details = { tracks: new Map(), albums: new Map(), artists: new Map() };

/** How many things something is said of. */
export function countDetails({ tracks, albums, artists }: Details): number {
  return tracks.size + albums.size + artists.size;
}
