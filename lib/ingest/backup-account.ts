/** Puts one account of a backup together, line by line, and believes none of its numbers. */
import { createBatchCollector } from '../dataset/gather-batches.ts';
import { AppError } from '../domain/app-error.ts';
import {
  type AlbumDetails,
  type ArtistDetails,
  countDetails,
  type TrackDetails,
} from '../domain/details.ts';
import { z } from '../domain/schema.ts';
import { QUALITIES } from '../domain/stream-codes.ts';
import type { Track } from '../domain/stream.ts';
import type { AccountCopy } from '../history/copy-account.ts';
import {
  type AccountLine,
  DetailsLine,
  ROW_COLUMNS,
  RowsLine,
  TracksLine,
} from './backup-format.ts';

type RowColumn = (typeof ROW_COLUMNS)[number];

/** More than any person has heard; what a damaged file says must not fill the memory. */
const MOST_ROWS = 20_000_000;
const MOST_TIME_MS = 8_640_000_000_000_000;

export interface AccountReader {
  /** @throws AppError `backup/damaged`. */
  add: (line: unknown) => void;
  /** @throws AppError `backup/damaged` when something is missing. */
  finish: () => AccountCopy;
}

export function createAccountReader(account: AccountLine): AccountReader {
  const { rows, origins } = account;
  if (rows > MOST_ROWS || account.tracks > MOST_ROWS) throw damaged('rows');
  const columns = allocate(rows);
  const most = limitsOf(account);
  const tracks: Track[] = [];
  const details = {
    tracks: new Map<string, TrackDetails>(),
    albums: new Map<string, AlbumDetails>(),
    artists: new Map<string, ArtistDetails>(),
  };
  let at = 0;

  function addRows(chunk: readonly (readonly number[])[]): void {
    const added = chunk[0]?.length ?? 0;
    if (chunk.length !== ROW_COLUMNS.length || at + added > rows) throw damaged('rows');
    for (const [i, name] of ROW_COLUMNS.entries()) {
      const values = chunk[i]!;
      if (values.length !== added || !areIn(values, most[name])) throw damaged(name);
      columns[name].set(values, at);
    }
    at += added;
  }

  function addTracks({ tracks: added }: z.infer<typeof TracksLine>): void {
    if (tracks.length + added.length > account.tracks) throw damaged('tracks');
    for (const track of added) tracks.push(track);
  }

  function addDetails({ details: added }: DetailsLine): void {
    for (const [uri, said] of added.tracks) details.tracks.set(uri, said);
    for (const [uri, said] of added.albums) details.albums.set(uri, said);
    for (const [uri, said] of added.artists) details.artists.set(uri, said);
    if (countDetails(details) > account.details) throw damaged('details');
  }

  return {
    add(line) {
      const parsedRows = z.safeParse(RowsLine, line);
      if (parsedRows.success) return addRows(parsedRows.data.rows);
      const parsedTracks = z.safeParse(TracksLine, line);
      if (parsedTracks.success) return addTracks(parsedTracks.data);
      const parsedDetails = z.safeParse(DetailsLine, line);
      if (!parsedDetails.success) throw damaged('line');
      return addDetails(parsedDetails.data);
    },

    finish() {
      const isWhole = at === rows && tracks.length === account.tracks;
      if (!isWhole || countDetails(details) !== account.details) throw damaged('cut off');
      const { reasons, platforms, countries } = account;
      const collector = createBatchCollector();
      const { quality: qualities, origin, ...others } = columns;
      const texts = { tracks, reasons, platforms, countries };
      collector.add({ rows, quality: 'measured', qualities, ...others, ...texts });
      const { account: accountId, coverage, receipts, saved, lists } = account;
      const dataset = collector.build();
      return { accountId, dataset, origin, origins, coverage, receipts, saved, lists, details };
    },
  };
}

function allocate(rows: number) {
  return {
    endedAt: new Float64Array(rows),
    playedMs: new Uint32Array(rows),
    track: new Uint32Array(rows),
    quality: new Uint8Array(rows),
    flags: new Uint8Array(rows),
    reasonStart: new Uint32Array(rows),
    reasonEnd: new Uint32Array(rows),
    platform: new Uint32Array(rows),
    country: new Uint32Array(rows),
    origin: new Uint16Array(rows),
  };
}

/** The largest number each column can hold. */
function limitsOf(account: AccountLine): Record<RowColumn, number> {
  const { tracks, reasons, platforms, countries, origins } = account;
  return {
    endedAt: MOST_TIME_MS,
    playedMs: 2 ** 32 - 1,
    track: tracks - 1,
    quality: QUALITIES.length - 1,
    flags: 255,
    reasonStart: reasons.length - 1,
    reasonEnd: reasons.length - 1,
    platform: platforms.length - 1,
    country: countries.length - 1,
    origin: origins.length - 1,
  };
}

function areIn(values: readonly number[], most: number): boolean {
  return values.every((value) => Number.isInteger(value) && value >= 0 && value <= most);
}

function damaged(detail: string): AppError {
  return new AppError('backup/damaged', { detail });
}
