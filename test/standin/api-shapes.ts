/** Objects of the Web API in their current shapes; the deprecated fields only when asked for. */
import { catalog, entryOf, type CatalogAlbum, type CatalogTrack } from './catalog.ts';
import type { Listener } from './listeners.ts';
import { fractionOf } from '../../lib/sample/random.ts';

export interface ShapeContext {
  /** Where `/v1` stands. */
  apiUrl: string;
  coversUrl: string;
  deprecated: boolean;
  displayNames: boolean;
  names: Readonly<Record<string, string>>;
}

const externalUrls = (kind: string, id: string) => ({
  spotify: `https://open.spotify.com/${kind}/${id}`,
});

const popularityOf = (id: string) => Math.floor(fractionOf('popularity', id) ** 2 * 90);

const imagesOf = ({ coversUrl }: ShapeContext, id: string, sizes = [640, 300, 64]) =>
  sizes.map((size) => ({ url: `${coversUrl}/${id}.svg?size=${size}`, height: size, width: size }));

const identify = ({ apiUrl, names }: ShapeContext, kind: string, id: string, name: string) => ({
  external_urls: externalUrls(kind, id),
  href: `${apiUrl}/${kind}s/${id}`,
  id,
  name: names[id] ?? name,
  type: kind,
  uri: `spotify:${kind}:${id}`,
});

/** The artist as it stands inside tracks and albums. */
export function shapeSimpleArtist(context: ShapeContext, id: string) {
  return identify(context, 'artist', id, entryOf(catalog.artists, id).name);
}

/** `GET /artists/{id}`, and the items of `/me/top/artists`. */
export function shapeArtist(context: ShapeContext, id: string) {
  const { genre } = entryOf(catalog.artists, id);
  return {
    ...shapeSimpleArtist(context, id),
    images: imagesOf(context, id, [640, 320, 160]),
    ...(context.deprecated && {
      followers: { href: null, total: 100 + popularityOf(id) * 1300 },
      genres: [genre],
      popularity: popularityOf(id),
    }),
  };
}

/** The album as it stands inside a track. */
export function shapeSimpleAlbum(context: ShapeContext, album: CatalogAlbum) {
  return {
    album_type: album.type,
    artists: [shapeSimpleArtist(context, album.artistId)],
    ...identify(context, 'album', album.id, album.name),
    images: imagesOf(context, album.id),
    release_date: album.releaseDate,
    release_date_precision: album.precision,
    total_tracks: album.trackIds.length,
    ...(context.deprecated && { available_markets: ['DE', 'US'] }),
  };
}

/** The track as it stands inside an album. */
export function shapeSimpleTrack(context: ShapeContext, track: CatalogTrack) {
  return {
    artists: track.artistIds.map((id) => shapeSimpleArtist(context, id)),
    disc_number: 1,
    duration_ms: track.durationMs,
    explicit: track.explicit,
    ...identify(context, 'track', track.id, track.name),
    is_local: false,
    track_number: track.trackNumber,
    ...(context.deprecated && { available_markets: ['DE', 'US'], preview_url: null }),
  };
}

/** `GET /tracks/{id}`, and every track in a list. */
export function shapeTrack(context: ShapeContext, id: string) {
  const track = entryOf(catalog.tracks, id);
  return {
    album: shapeSimpleAlbum(context, entryOf(catalog.albums, track.albumId)),
    ...shapeSimpleTrack(context, track),
    external_ids: { isrc: track.isrc },
    ...(context.deprecated && { popularity: popularityOf(id) }),
  };
}

/** `GET /albums/{id}`. */
export function shapeAlbum(context: ShapeContext, id: string) {
  const album = entryOf(catalog.albums, id);
  const items = album.trackIds.map((trackId) =>
    shapeSimpleTrack(context, entryOf(catalog.tracks, trackId)),
  );
  return {
    ...shapeSimpleAlbum(context, album),
    tracks: {
      href: `${context.apiUrl}/albums/${id}/tracks?offset=0&limit=50`,
      items,
      limit: 50,
      next: null,
      offset: 0,
      previous: null,
      total: items.length,
    },
    copyrights: [{ text: `℗ ${album.releaseDate.slice(0, 4)} Invented Recordings`, type: 'P' }],
    external_ids: {},
    genres: [],
    ...(context.deprecated && { label: 'Invented Recordings', popularity: popularityOf(id) }),
  };
}

/** `GET /me` of an app in Development Mode. */
export function shapeProfile(context: ShapeContext, listener: Listener) {
  return {
    account_id: listener.accountId,
    display_name: context.displayNames
      ? (context.names[listener.userId] ?? listener.displayName)
      : null,
    external_urls: externalUrls('user', listener.userId),
    href: `${context.apiUrl}/users/${listener.userId}`,
    id: listener.userId,
    images: imagesOf(context, listener.userId, [300, 64]),
    type: 'user',
    uri: `spotify:user:${listener.userId}`,
    ...(context.deprecated && {
      country: listener.country,
      email: `${listener.key}@example.org`,
      followers: { href: null, total: 12 },
      product: 'premium',
    }),
  };
}

/** The owner of a playlist, or whoever added an entry. */
export function shapeUser(context: ShapeContext, id: string, displayName: string | null) {
  return {
    display_name: displayName,
    external_urls: externalUrls('user', id),
    href: `${context.apiUrl}/users/${id}`,
    id,
    type: 'user',
    uri: `spotify:user:${id}`,
  };
}
