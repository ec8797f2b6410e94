/**
 * What a backup looks like: gzipped lines of JSON. The first says what it is; then each account, with
 * its tracks, its rows and what is known besides in chunks; the last says that nothing is missing. It holds no tokens.
 */
import { AccountId } from '../domain/account.ts';
import { AlbumDetails, ArtistDetails, TrackDetails } from '../domain/details.ts';
import { Library, Playlist } from '../domain/library.ts';
import { Receipt } from '../domain/receipt.ts';
import { z } from '../domain/schema.ts';
import { Settings } from '../domain/settings.ts';
import { Track } from '../domain/stream.ts';
import { TimeRange } from '../domain/time-range.ts';
import { ListsCopy } from '../history/list-records.ts';

/** Before the number of the version. */
export const BACKUP_SCHEMA = 'ostinato-backup/';
export const BACKUP_VERSION = 1;

export const HeadLine = z.object({
  schema: z.literal(`${BACKUP_SCHEMA}${BACKUP_VERSION}`),
  /** UTC ms. */
  createdAt: z.number(),
  settings: z.nullable(Settings),
});

const Texts = z.array(z.nullable(z.string()));
const Count = z.int().check(z.nonnegative());

export const AccountLine = z.object({
  account: AccountId,
  tracks: Count,
  rows: Count,
  /** Things the details lines speak of; the first backups had none. */
  details: z._default(Count, 0),
  /** What the rows' columns of the same names point into. */
  origins: z.array(z.array(z.string())).check(z.maxLength(65_536)),
  reasons: Texts,
  platforms: Texts,
  countries: Texts,
  coverage: z.object({ ranges: z.array(TimeRange), lastPollAt: z.nullable(z.number()) }),
  receipts: z.array(Receipt),
  saved: z.array(
    z.object({
      importId: z.string(),
      playlists: z.array(Playlist),
      library: z.nullable(Library),
    }),
  ),
  /** The first backups had none. */
  lists: z._default(z.nullable(ListsCopy), null),
});
export type AccountLine = z.infer<typeof AccountLine>;

export const TracksLine = z.object({ tracks: z.array(Track) });

/** Columns of some rows; `ROW_COLUMNS` in this order, checked by hand. */
export const RowsLine = z.object({ rows: z.array(z.array(z.number())) });

export const ROW_COLUMNS = [
  'endedAt',
  'playedMs',
  'track',
  'quality',
  'flags',
  'reasonStart',
  'reasonEnd',
  'platform',
  'country',
  'origin',
] as const;

/** What the Web API said of some things, by URI. */
export const DetailsLine = z.object({
  details: z.object({
    tracks: z.array(z.tuple([z.string(), TrackDetails])),
    albums: z.array(z.tuple([z.string(), AlbumDetails])),
    artists: z.array(z.tuple([z.string(), ArtistDetails])),
  }),
});
export type DetailsLine = z.infer<typeof DetailsLine>;

export const EndLine = z.object({ end: z.literal(true) });

/** Tracks, things with details, and rows in one line. */
export const TRACKS_A_LINE = 2000;
export const DETAILS_A_LINE = 2000;
export const ROWS_A_LINE = 10_000;
