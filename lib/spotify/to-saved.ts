/** Turns playlists and saved songs of the Web API into what the history keeps of them. */
import type { PlaylistHead, PlaylistItem, SavedItem } from '../domain/library.ts';
import type { ApiListEntry, ApiPlaylist } from './api-objects.ts';

export function toPlaylistHead(playlist: ApiPlaylist): PlaylistHead {
  return {
    id: playlist.id,
    uri: playlist.uri || null,
    name: playlist.name,
    description: playlist.description || null,
    collaborative: playlist.collaborative === true,
    snapshotId: playlist.snapshot_id || null,
  };
}

export function toPlaylistItem({ added_at, item, track }: ApiListEntry): PlaylistItem {
  const thing = item ?? track;
  return {
    type: typeOf(thing),
    uri: thing?.uri || null,
    name: thing?.name || null,
    by: thing?.artists[0]?.name || thing?.show?.name || null,
    album: thing?.album?.name || null,
    addedOn: added_at && /^\d{4}-\d\d-\d\d/.test(added_at) ? added_at.slice(0, 10) : null,
  };
}

function typeOf(thing: ApiListEntry['item']): SavedItem['type'] {
  if (thing?.is_local) return 'local';
  if (thing?.type === 'episode') return 'episode';
  // A chapter is the only other thing that a list can hold.
  return thing?.type && thing.type !== 'track' ? 'audiobook' : 'track';
}
