/** Puts together what exports and the Web API tell of playlists and the library. */
import {
  isSong,
  type KeptThings,
  type Library,
  type Playlist,
  type PlaylistItem,
} from '../domain/library.ts';
import { LIBRARY, type ListHeads, playlistPart } from './list-records.ts';

/** What the last import that brought any says; `at` is how old that is, UTC ms. */
export interface ExportedThings {
  playlists: { value: Playlist[]; at: number } | null;
  library: { value: Library; at: number } | null;
}

/**
 * The Web API's word is taken, unless an export is newer. It tells of the listener's own playlists
 * and of liked songs: a playlist it has not read yet is shown as the export has it, by name; what a
 * library holds beside songs is the export's.
 *
 * @param songs by part.
 */
export function mergeSaved(
  exported: ExportedThings,
  heads: ListHeads,
  songs: ReadonlyMap<string, PlaylistItem[]>,
): KeptThings {
  return { ...mergePlaylists(exported, heads, songs), ...mergeLibrary(exported, heads, songs) };
}

function mergePlaylists(
  { playlists: exported }: ExportedThings,
  { listedAt, playlists }: ListHeads,
  songs: ReadonlyMap<string, PlaylistItem[]>,
): Pick<KeptThings, 'playlists' | 'playlistsAt'> {
  if (listedAt === null || (exported && exported.at > listedAt)) {
    return { playlists: exported?.value ?? [], playlistsAt: null };
  }
  const others = [...(exported?.value ?? [])];
  const merged = playlists.flatMap((head): Playlist[] => {
    const place = others.findIndex(({ name }) => name === head.name);
    const [other] = place < 0 ? [] : others.splice(place, 1);
    const { name, description, uri } = head;
    const items = head.readAt === null ? other?.items : songs.get(playlistPart(head.id));
    if (!items) return [];
    const { modifiedOn = null, followers = null } = other ?? {};
    return [{ name, description, modifiedOn, followers, uri, items }];
  });
  return { playlists: merged, playlistsAt: listedAt };
}

function mergeLibrary(
  { library: exported }: ExportedThings,
  { library: head }: ListHeads,
  songs: ReadonlyMap<string, PlaylistItem[]>,
): Pick<KeptThings, 'library' | 'libraryAt'> {
  if (!head || (exported && exported.at > head.readAt)) {
    return { library: exported?.value ?? null, libraryAt: null };
  }
  const others = exported?.value.saved.filter((item) => !isSong(item) || item.type === 'local');
  const library = {
    saved: [...(songs.get(LIBRARY) ?? []), ...(others ?? [])],
    banned: exported?.value.banned ?? [],
  };
  return { library, libraryAt: head.readAt };
}
