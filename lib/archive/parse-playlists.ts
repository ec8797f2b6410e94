/** The bytes of a `Playlist*.json` as playlists. */
import { AppError } from '../domain/app-error.ts';
import type { Playlist, PlaylistItem, SavedItem } from '../domain/library.ts';
import { readDay } from './export-time.ts';
import { isJsonObject, type JsonObject, readName } from './json-values.ts';
import { parseJson } from './parse-json.ts';
import { readList, readSavedItem } from './saved-items.ts';

export interface ParsedPlaylists {
  playlists: Playlist[];
  /** Playlists and things on them that could not be read. */
  unreadable: number;
}

/** @throws AppError `archive/unreadable-file` when these are no playlists. */
export function parsePlaylists(bytes: Uint8Array): ParsedPlaylists {
  const root = parseJson(bytes);
  if (!isJsonObject(root) || !Array.isArray(root['playlists'])) {
    throw new AppError('archive/unreadable-file', { detail: 'not playlists' });
  }
  const parsed: ParsedPlaylists = { playlists: [], unreadable: 0 };
  for (const value of readList(root['playlists'])) {
    const playlist = isJsonObject(value) ? readPlaylist(value, parsed) : null;
    if (playlist) parsed.playlists.push(playlist);
    else parsed.unreadable++;
  }
  return parsed;
}

/** Null when it has no name to go by. */
function readPlaylist(value: JsonObject, parsed: ParsedPlaylists): Playlist | null {
  const name = nameOrNull(value['name']);
  if (name === null) return null;
  const followers = value['numberOfFollowers'];
  const playlist: Playlist = {
    name,
    description: nameOrNull(value['description']),
    modifiedOn: readDay(value['lastModifiedDate']),
    followers: Number.isSafeInteger(followers) ? Number(followers) : null,
    uri: null,
    items: [],
  };
  for (const item of readList(value['items'])) {
    const read = isJsonObject(item) ? readItem(item) : null;
    if (read) playlist.items.push(read);
    else parsed.unreadable++;
  }
  return playlist;
}

/** An item has one of four things; the others are null. */
function readItem(item: JsonObject): PlaylistItem | null {
  const saved: SavedItem | null =
    readSavedItem('track', item['track'], {
      uri: 'trackUri',
      name: 'trackName',
      by: 'artistName',
      album: 'albumName',
    }) ??
    readSavedItem('episode', item['episode'], {
      uri: 'episodeUri',
      name: 'episodeName',
      by: 'showName',
    }) ??
    readSavedItem('audiobook', item['audiobook'], {
      uri: 'audiobookUri',
      name: 'audiobookName',
      by: 'authorName',
    }) ??
    readLocalTrack(item['localTrack']);
  return saved && { ...saved, addedOn: readDay(item['addedDate']) };
}

/** `spotify:local:Artist:Album:Title:Seconds`, each part encoded as in a form. */
function readLocalTrack(value: unknown): SavedItem | null {
  const local = readSavedItem('local', value, { uri: 'uri' });
  const parts = local?.uri?.split(':');
  if (!local || parts?.length !== 6) return local;
  const [by, album, name] = parts.slice(2, 5).map(decodeFormText);
  return { ...local, name: name || null, by: by || null, album: album || null };
}

function decodeFormText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function nameOrNull(value: unknown): string | null {
  try {
    return readName(value);
  } catch {
    return null;
  }
}
