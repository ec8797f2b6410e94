/** A listening history whose figures are known by SQL: what the dashboard's views are held to. */
import { LISTENING_BEGAN } from '../../standin/listening.ts';
import type { PersonalDataFile } from '../../standin/personal-data.ts';
import type { Standin } from '../../standin/index.ts';
import { openDatabase, type Row } from '../../support/duckdb/database.ts';
import { type ExtendedRow, extendedRow } from '../../support/duckdb/raw-export.ts';
import type { PlaylistSongs } from '../../../lib/stats/top-playlists.ts';

const DAY_MS = 86_400_000;
/** Two and a half years of Tomás: long enough for what needs two. */
const DAYS = 910;
/** Mira's first months, and what she keeps by then. */
const MIRAS_DAYS = 365;
const LATELY_DAYS = 40;
const STREAMS = /Streaming_History_Audio/;

export interface Golden {
  /** The years as one export. */
  files: PersonalDataFile[];
  /** A later export: the last weeks until yesterday, and nothing in the years between. */
  lately: PersonalDataFile[];
  playlists: PlaylistSongs[];
  liked: PlaylistSongs['songs'];
  zoneName: string;
  /** Over `streams`, in the time zone the browser has: see `test/support/duckdb/tables.ts`. */
  query: (sql: string) => Promise<Row[]>;
  /** From now on SQL knows of the later export too. */
  loadLately: () => Promise<void>;
  close: () => void;
}

/**
 * Two people with one account: Tomás on his phone and, in the evening, at his computer; on Sundays Mira
 * on hers, in another country and with another taste, and what she likes and has put on playlists.
 */
export async function createGolden(standin: Standin): Promise<Golden> {
  const his = standin.personalData('tomas', LISTENING_BEGAN + DAYS * DAY_MS);
  const hers = standin.personalData('mira', LISTENING_BEGAN + MIRAS_DAYS * DAY_MS);
  const own = rowsOf(his).map(onDevice);
  const sundays = rowsOf(hers).filter(({ ts }) => new Date(ts).getUTCDay() === 0);
  const years = [...own, ...sundays, ...besideMusic()].toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
  const lately = moveTo(own.filter(isWithin(0, LATELY_DAYS)), Date.now() - DAY_MS);

  // Two empty ones of one name would be the same thing twice.
  const hersMade = itemsOf(hers, 'playlists').filter(({ items }) => (items as Kept[]).length > 0);
  const playlists = [...itemsOf(his, 'playlists'), ...hersMade, madeOf(itemsOf(hers, 'tracks'))];
  const tracks = [...itemsOf(his, 'tracks'), ...itemsOf(hers, 'tracks')];
  const kept = [
    { path: 'Spotify Account Data/Playlist1.json', text: JSON.stringify({ playlists }) },
    { path: 'Spotify Account Data/YourLibrary.json', text: JSON.stringify({ tracks }) },
  ];

  const zoneName = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const database = await openDatabase();
  const load = async (extended: ExtendedRow[]) => {
    await database.load({ extended, account: [], live: [] });
    query = await database.inZone(zoneName);
  };
  let query: Golden['query'] = () => Promise.resolve([]);
  await load(years);
  return {
    files: [streamsFile('2020-2023', years), ...kept],
    lately: [streamsFile('lately', lately)],
    playlists: playlists.map((list) => ({
      name: String(list['name']),
      songs: (list['items'] as { track: Kept }[]).map(({ track }) => songOf(track)),
    })),
    liked: tracks.map(songOf),
    zoneName,
    query: (sql) => query(sql),
    loadLately: () => load([...years, ...lately]),
    close: database.close,
  };
}

type Kept = Record<string, unknown>;

function itemsOf(files: readonly PersonalDataFile[], list: 'playlists' | 'tracks'): Kept[] {
  const contents = files
    .filter(({ path }) => !STREAMS.test(path))
    .map(({ text }) => JSON.parse(text) as Partial<Record<string, Kept[]>>);
  return contents.flatMap((content) => content[list] ?? []);
}

/** A playlist of some songs of hers, of which some were never played on a Sunday. */
function madeOf(liked: readonly Kept[]): Kept {
  const some = liked.filter((_, place) => place % 3 === 0);
  return {
    name: 'For Tomás',
    items: some.map(({ uri, track, artist, album }) => ({
      track: { trackUri: uri, trackName: track, artistName: artist, albumName: album },
    })),
  };
}

/** Of a playlist and of the library, which call the same thing by other names. */
function songOf(track: Kept): PlaylistSongs['songs'][number] {
  const [uri, name, by] = [
    track['trackUri'] ?? track['uri'],
    track['trackName'] ?? track['track'],
    track['artistName'] ?? track['artist'],
  ];
  return { uri: String(uri), name: String(name), by: String(by) };
}

function rowsOf(files: readonly PersonalDataFile[]): ExtendedRow[] {
  return files
    .filter(({ path }) => STREAMS.test(path))
    .flatMap(({ text }) => JSON.parse(text) as ExtendedRow[]);
}

function streamsFile(name: string, rows: readonly ExtendedRow[]): PersonalDataFile {
  const path = `Spotify Extended Streaming History/Streaming_History_Audio_${name}_0.json`;
  return { path, text: JSON.stringify(rows) };
}

/** At his computer in the evening; what the television plays at night names neither itself nor a country. */
function onDevice(row: ExtendedRow): ExtendedRow {
  const hour = new Date(row.ts).getUTCHours();
  if (hour < 2) return { ...row, platform: 'Windows 10 (10.0.19045; x64)' };
  return hour < 4 ? { ...row, platform: null, conn_country: 'ZZ', shuffle: null } : row;
}

/** Podcasts, a chapter of a book and rows without a name: none of them is music. */
function besideMusic(): ExtendedRow[] {
  return Array.from({ length: 30 }, (_, week) => {
    const row = extendedRow(LISTENING_BEGAN + (week * 7 + 3.3) * DAY_MS, 1_800_000 + week * 1000);
    if (week % 3 === 0) return row;
    return week % 3 === 1
      ? { ...row, episode_name: `Episode ${week}`, episode_show_name: 'Long Talk' }
      : { ...row, audiobook_title: 'A Book', audiobook_chapter_title: `Chapter ${week}` };
  });
}

function isWithin(first: number, last: number) {
  const [from, to] = [first, last].map((day) => LISTENING_BEGAN + day * DAY_MS) as [number, number];
  return ({ ts }: ExtendedRow) => Date.parse(ts) >= from && Date.parse(ts) < to;
}

/** The same rows at another time, as close before `end` (UTC ms) as whole days allow. */
function moveTo(rows: readonly ExtendedRow[], end: number): ExtendedRow[] {
  const last = Math.max(...rows.map(({ ts }) => Date.parse(ts)));
  const by = Math.floor((end - last) / DAY_MS) * DAY_MS;
  return rows.map((row) => {
    const ts = `${new Date(Date.parse(row.ts) + by).toISOString().slice(0, 19)}Z`;
    return { ...row, ts };
  });
}
