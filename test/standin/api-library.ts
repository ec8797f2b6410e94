/** The listener's routes: profile, top lists, saved items, playlists and their entries. */
import {
  answerPage,
  ok,
  refuse,
  type ApiAnswer,
  type ApiRequest,
  type ApiRoute,
} from './api-answer.ts';
import { shapeAlbum, shapeArtist, shapeProfile, shapeTrack, shapeUser } from './api-shapes.ts';
import { catalog, entryOf } from './catalog.ts';
import type { Playlist, PlaylistEntry } from './library.ts';

const PLAYLIST_SCOPES = ['playlist-read-private', 'playlist-read-collaborative'];

const RANGE_DAYS: Record<string, number> = { short_term: 28, medium_term: 182, long_term: 365 };

const timeOf = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

export const libraryRoutes: readonly ApiRoute[] = [
  {
    path: /^\/me$/,
    scopes: ['user-read-private'],
    answer: ({ shapes, listener }) => ok(shapeProfile(shapes, listener)),
  },
  { path: /^\/me\/top\/(artists|tracks)$/, scopes: ['user-top-read'], answer: answerTop },
  {
    path: /^\/me\/tracks$/,
    scopes: ['user-library-read'],
    answer: (request) =>
      answerPage(
        request,
        request.library.savedTracks(request.listener.key, request.now),
        ({ id, addedAt }) => ({ added_at: timeOf(addedAt), track: shapeTrack(request.shapes, id) }),
      ),
  },
  {
    path: /^\/me\/albums$/,
    scopes: ['user-library-read'],
    answer: (request) =>
      answerPage(
        request,
        request.library.savedAlbums(request.listener.key, request.now),
        ({ id, addedAt }) => ({ added_at: timeOf(addedAt), album: shapeAlbum(request.shapes, id) }),
      ),
  },
  {
    path: /^\/me\/playlists$/,
    scopes: PLAYLIST_SCOPES,
    answer: (request) =>
      answerPage(
        request,
        request.library.playlists(request.listener.key, request.now),
        (playlist) => shapePlaylist(request, playlist),
      ),
  },
  { path: /^\/playlists\/([^/]+)\/items$/, scopes: PLAYLIST_SCOPES, answer: answerPlaylistItems },
];

function answerTop(request: ApiRequest): ApiAnswer {
  const { id: kind, url, now, timeline, listener, library, shapes } = request;
  const days = RANGE_DAYS[url.searchParams.get('time_range') ?? 'medium_term'];
  if (days === undefined) return refuse(400, 'Invalid time range');
  const streams = timeline.streams(listener.key, now - days * 86_400_000, now);
  return kind === 'artists'
    ? answerPage(request, library.rank('artists', streams), (id) => shapeArtist(shapes, id))
    : answerPage(request, library.rank('tracks', streams), (id) => shapeTrack(shapes, id));
}

function answerPlaylistItems(request: ApiRequest): ApiAnswer {
  const { id, library, listener, now } = request;
  const playlist = library.playlists(listener.key, now).find((candidate) => candidate.id === id);
  if (!playlist) return refuse(404, 'Resource not found');
  if (playlist.ownerId !== listener.userId && !playlist.collaborative) {
    return refuse(403, 'Forbidden');
  }
  return answerPage(request, playlist.entries, (entry) => shapeEntry(request, playlist, entry));
}

function shapePlaylist({ shapes, settings }: ApiRequest, playlist: Playlist) {
  const { id, name, description, collaborative, isPublic, entries } = playlist;
  const items = { href: `${shapes.apiUrl}/playlists/${id}/items`, total: entries.length };
  return {
    collaborative,
    description,
    external_urls: { spotify: `https://open.spotify.com/playlist/${id}` },
    href: `${shapes.apiUrl}/playlists/${id}`,
    id,
    // Spotify answers null, not an empty list, for a playlist without a picture.
    images: playlist.hasImage
      ? [{ url: `${shapes.coversUrl}/${id}.svg`, height: null, width: null }]
      : null,
    items,
    name,
    owner: shapeUser(shapes, playlist.ownerId, playlist.ownerName),
    primary_color: null,
    public: isPublic,
    snapshot_id: Buffer.from(`${entries.length},${id}`).toString('base64'),
    type: 'playlist',
    uri: `spotify:playlist:${id}`,
    ...(settings.deprecatedFields && { tracks: items }),
  };
}

function shapeEntry({ shapes, settings }: ApiRequest, playlist: Playlist, entry: PlaylistEntry) {
  const item = shapeEntryItem(shapes, entry);
  return {
    added_at: timeOf(entry.addedAt),
    added_by: shapeUser(shapes, playlist.ownerId, null),
    is_local: entry.kind === 'local',
    item,
    primary_color: null,
    video_thumbnail: { url: null },
    ...(settings.deprecatedFields && { track: item }),
  };
}

/** A local file has a name and a length, but no identifiers. */
function shapeEntryItem(shapes: ApiRequest['shapes'], { kind, trackId }: PlaylistEntry) {
  if (kind === 'removed') return null;
  if (kind === 'track') return shapeTrack(shapes, trackId);
  const { name, durationMs, artistIds } = entryOf(catalog.tracks, trackId);
  const artist = entryOf(catalog.artists, artistIds[0] ?? '').name;
  const nameless = { external_urls: {}, href: null, id: null, uri: null };
  return {
    album: {
      ...nameless,
      album_type: null,
      artists: [],
      images: [],
      name: '',
      release_date: null,
      release_date_precision: null,
      type: 'album',
    },
    artists: [{ ...nameless, name: artist, type: 'artist' }],
    disc_number: 0,
    duration_ms: durationMs,
    explicit: false,
    external_ids: {},
    external_urls: {},
    href: null,
    id: null,
    is_local: true,
    name,
    track_number: 0,
    type: 'track',
    uri: `spotify:local:${encodeURIComponent(artist)}::${encodeURIComponent(name)}:${Math.round(durationMs / 1000)}`,
  };
}
