/** Decides what to ask Spotify next about an account's music, so that few questions tell much. */
import { hasLooks, isAnswered } from './asked-already.ts';
import { MUSIC } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import { selectAll } from '../dataset/selection.ts';
import type { DetailCounts, DetailTask } from '../domain/detail-plan.ts';
import type { Details } from '../domain/details.ts';
import { parseItemUri } from '../domain/spotify-uri.ts';
import { tally } from '../stats/tally.ts';

/**
 * What an answer is worth for each play it concerns. A track brings its album's date, cover and
 * artists along, so one track of each album comes first, and that of the most heard album before all.
 */
const WORTH = { album: 4, artist: 2, trackLengths: 1, track: 0.5 };

interface Planned {
  /** Best first. */
  next: DetailTask[];
  counts: DetailCounts;
}

/** The dataset's metadata must know of the details: `history.load` sees to it. */
export function planDetails(
  dataset: Dataset,
  details: Details,
  { limit, now }: { limit: number; now: number },
): Planned {
  const heard = collectHeard(dataset, details, now);
  const plans = [
    planAlbums(dataset, details, heard, now),
    planArtists(dataset, details, heard, now),
    planTracks(details, heard, now),
  ] as const;
  const all = [
    ...plans.flatMap(({ tasks }) => tasks),
    ...planLengths(dataset, details, heard, now),
  ].toSorted((a, b) => b.worth - a.worth);
  // A track may be asked for by itself and for its album: once, for what is worth more.
  const best = new Map<string, DetailTask>();
  for (const { task } of all) if (!best.has(task.uri)) best.set(task.uri, task);
  const [albums, artists, tracks] = plans.map(({ done, total }) => ({ done, total }));
  return {
    next: [...best.values()].slice(0, limit),
    counts: { albums: albums!, artists: artists!, tracks: tracks! },
  };
}

/** A track that was heard and that Spotify knows by its URI. */
interface HeardTrack {
  uri: string;
  track: number;
  album: number;
  artist: number;
  /** Plays; of equally many, more time counts for more. */
  weight: number;
  isAnswered: boolean;
}

interface ValuedTask {
  task: DetailTask;
  worth: number;
}

interface PartOfPlan {
  tasks: ValuedTask[];
  done: number;
  total: number;
}

/** Longer than anybody has listened to one track. */
const MOST_MS = 1e13;

function collectHeard(dataset: Dataset, details: Details, now: number): HeardTrack[] {
  const { uris, tracks } = dataset.dictionary;
  const own = Int32Array.from(uris.keys());
  const { streams, plays, playedMs } = tally(dataset, selectAll(dataset.columns), own, own.length);
  const heard: HeardTrack[] = [];
  for (let track = 0; track < uris.length; track++) {
    const uri = uris[track] ?? null;
    if (streams[track] === 0 || uri === null || tracks.kind[track] !== MUSIC) continue;
    if (parseItemUri(uri)?.kind !== 'track') continue;
    heard.push({
      uri,
      track,
      album: tracks.album[track]!,
      artist: tracks.artist[track]!,
      weight: plays[track]! + playedMs[track]! / MOST_MS,
      isAnswered: isAnswered(details.tracks.get(uri), now),
    });
  }
  return heard;
}

function planAlbums(
  { metadata }: Dataset,
  details: Details,
  heard: readonly HeardTrack[],
  now: number,
): PartOfPlan {
  const plan: PartOfPlan = { tasks: [], done: 0, total: 0 };
  for (const [album, tracks] of groupBy(heard, ({ album: index }) => index)) {
    plan.total++;
    const task = isAlbumKnown(tracks) ? null : findQuestion(album, tracks);
    if (task) plan.tasks.push({ task, worth: WORTH.album * weightOf(tracks) });
    else plan.done++;
  }
  return plan;

  function isAlbumKnown(tracks: readonly HeardTrack[]): boolean {
    return tracks.some(({ uri }) => {
      const albumUri = details.tracks.get(uri)?.albumUri;
      return albumUri ? hasLooks(details.albums.get(albumUri)) : false;
    });
  }

  /** By its own URI where live plays told it: that brings the lengths of all its tracks along. */
  function findQuestion(album: number, tracks: readonly HeardTrack[]): DetailTask | null {
    const albumUri = metadata.albumUris.get(album);
    const said = albumUri === undefined ? undefined : details.albums.get(albumUri);
    if (hasLooks(said)) return null;
    if (albumUri !== undefined && isAlbum(albumUri) && !isAnswered(said, now)) {
      return { uri: albumUri, settles: 'albums' };
    }
    const open = tracks.filter((track) => !track.isAnswered);
    const [first] = open.toSorted((a, b) => b.weight - a.weight);
    return first ? { uri: first.uri, settles: 'albums' } : null;
  }
}

function planArtists(
  { metadata }: Dataset,
  details: Details,
  heard: readonly HeardTrack[],
  now: number,
): PartOfPlan {
  const plan: PartOfPlan = { tasks: [], done: 0, total: 0 };
  for (const [artist, tracks] of groupBy(heard, ({ artist: index }) => index)) {
    const uri = metadata.artistUris.get(artist);
    if (uri === undefined || parseItemUri(uri)?.kind !== 'artist') {
      // Some track may tell who it is; when all were asked, nobody will.
      if (tracks.some((track) => !track.isAnswered)) plan.total++;
      continue;
    }
    plan.total++;
    if (isAnswered(details.artists.get(uri), now)) plan.done++;
    else {
      const task = { uri, settles: 'artists' } as const;
      plan.tasks.push({ task, worth: WORTH.artist * weightOf(tracks) });
    }
  }
  return plan;
}

function planTracks(details: Details, heard: readonly HeardTrack[], now: number): PartOfPlan {
  const plan: PartOfPlan = { tasks: [], done: 0, total: 0 };
  for (const [uri, tracks] of groupBy(heard, (track) => track.uri)) {
    plan.total++;
    if (isAnswered(details.tracks.get(uri), now)) plan.done++;
    else {
      const task = { uri, settles: 'tracks' } as const;
      plan.tasks.push({ task, worth: WORTH.track * weightOf(tracks) });
    }
  }
  return plan;
}

/** Albums of which several tracks were heard: one question tells the lengths and credits of all. */
function planLengths(
  { metadata }: Dataset,
  details: Details,
  heard: readonly HeardTrack[],
  now: number,
): ValuedTask[] {
  const untold = heard.filter(({ uri }) => !details.tracks.has(uri));
  const tasks: ValuedTask[] = [];
  for (const [album, tracks] of groupBy(untold, ({ album: index }) => index)) {
    const uri = metadata.albumUris.get(album);
    if (uri === undefined || tracks.length < 2 || !isAlbum(uri)) continue;
    const said = details.albums.get(uri);
    if (!hasLooks(said) || isAnswered(said, now)) continue;
    const task = { uri, settles: null } as const;
    tasks.push({ task, worth: WORTH.trackLengths * weightOf(tracks) });
  }
  return tasks;
}

/** Without those of no album, or of no artist. */
function groupBy<Key extends number | string>(
  heard: readonly HeardTrack[],
  keyOf: (track: HeardTrack) => Key,
): Map<Key, HeardTrack[]> {
  const groups = new Map<Key, HeardTrack[]>();
  for (const track of heard) {
    const key = keyOf(track);
    if (key === NONE) continue;
    const group = groups.get(key);
    if (group) group.push(track);
    else groups.set(key, [track]);
  }
  return groups;
}

function weightOf(tracks: readonly HeardTrack[]): number {
  return tracks.reduce((sum, { weight }) => sum + weight, 0);
}

function isAlbum(uri: string): boolean {
  return parseItemUri(uri)?.kind === 'album';
}
