/** Turns what the Web API says into what the history keeps. */
import type { ApiArtistCredit, ApiImage, ApiPlay, ApiTrack } from './api-objects.ts';
import type { Stream, Track } from '../domain/stream.ts';

/**
 * A play as a stream: Spotify does not say how long it was heard, so it counts as heard whole, and
 * `played_at` counts as its end (mostly true; the history allows for the other).
 */
export function toStream({ played_at, track }: ApiPlay): Stream {
  return {
    endedAt: played_at,
    playedMs: Math.round(track.duration_ms),
    quality: 'estimated',
    track: toTrack(track),
    reasonStart: null,
    reasonEnd: null,
    shuffle: null,
    skipped: null,
    offline: null,
    incognito: null,
    platform: null,
    country: null,
  };
}

export function toTrack(track: ApiTrack): Track {
  const [artist] = track.artists;
  const [albumArtist] = track.album?.artists ?? [];
  return {
    kind: 'music',
    uri: track.uri || null,
    title: track.name || null,
    artist: artist?.name || null,
    album: track.album?.name || null,
    albumArtist: differentName(albumArtist, artist),
    durationMs: Math.round(track.duration_ms),
    isrc: track.external_ids?.isrc || null,
    coverUrl: pickCover(track.album?.images ?? []),
    artistUri: artist?.uri || null,
    albumUri: track.album?.uri || null,
  };
}

function differentName(albumArtist?: ApiArtistCredit, artist?: ApiArtistCredit): string | null {
  return albumArtist?.name && albumArtist.name !== artist?.name ? albumArtist.name : null;
}

const SMALLEST_PX = 64;
const LARGEST_PX = 300;

/**
 * The image that looks best where covers are shown, at 40 to 150 CSS px on any screen: the largest
 * between 64 and 300 px, else the smallest above, else the largest below, else the first.
 */
export function pickCover(images: readonly ApiImage[]): string | null {
  const sized = images.flatMap(({ url, width, height }) => {
    const side = Math.min(width ?? height ?? 0, height ?? width ?? 0);
    return side > 0 ? [{ url, side }] : [];
  });
  const bySide = sized.toSorted((a, b) => a.side - b.side);
  const best =
    bySide.findLast(({ side }) => side >= SMALLEST_PX && side <= LARGEST_PX) ??
    bySide.find(({ side }) => side > LARGEST_PX) ??
    bySide.at(-1) ??
    images[0];
  return best?.url ?? null;
}
