/** One row of listening, as archives and the Web API hand it to the history. */
import { z } from './schema.ts';

/** How sure `endedAt` and `playedMs` are. */
export const Quality = z.enum([
  'measured', // extended history: to the second, real duration
  'minute', // account data: real duration, end known to the minute
  'estimated', // recently played: the track's whole duration, end as Spotify reports it
]);
export type Quality = z.infer<typeof Quality>;

/** Only music counts in totals and rankings; the others stand beside them. */
export const Kind = z.enum(['music', 'podcast', 'audiobook', 'unknown']);
export type Kind = z.infer<typeof Kind>;

/** What was played. Names are as Spotify wrote them; comparing them is the history's business. */
export const Track = z.object({
  kind: Kind,
  /** `spotify:track:…`, `spotify:episode:…`; null for account data and local oddities. */
  uri: z.nullable(z.string()),
  /** Song title; episode name; chapter title. */
  title: z.nullable(z.string()),
  /** The album artist in exports, the first credited artist in the API; show name; book author. */
  artist: z.nullable(z.string()),
  album: z.nullable(z.string()),
  /** The album's artist, where it differs from `artist` (API only); null means the same. */
  albumArtist: z.nullable(z.string()),
  /** Length of the track in ms, where the source says it. */
  durationMs: z.nullable(z.int()),
  isrc: z.nullable(z.string()),
  /** Cover of the album, smallest side at least 64 px, where the source says it. */
  coverUrl: z.nullable(z.string()),
  /** `spotify:artist:…` and `spotify:album:…`, for links; null in exports. */
  artistUri: z.nullable(z.string()),
  albumUri: z.nullable(z.string()),
});
export type Track = z.infer<typeof Track>;

export const Stream = z.object({
  /** UTC ms. The minute's start where `quality` is `minute`. */
  endedAt: z.int(),
  /** ms actually heard; the track's whole duration where `quality` is `estimated`. */
  playedMs: z.int().check(z.nonnegative()),
  quality: Quality,
  track: Track,
  reasonStart: z.nullable(z.string()),
  reasonEnd: z.nullable(z.string()),
  shuffle: z.nullable(z.boolean()),
  skipped: z.nullable(z.boolean()),
  offline: z.nullable(z.boolean()),
  incognito: z.nullable(z.boolean()),
  platform: z.nullable(z.string()),
  /** ISO 3166 two-letter country of the connection. */
  country: z.nullable(z.string()),
});
export type Stream = z.infer<typeof Stream>;
