/** Writes everything the history keeps, and the settings, into one file; tokens and samples are no part of it. */
import { trackAt } from '../dataset/dictionary.ts';
import { SAMPLE_ACCOUNT_ID } from '../domain/account-ids.ts';
import { countDetails, type Details } from '../domain/details.ts';
import type { Settings } from '../domain/settings.ts';
import type { AccountCopy } from '../history/copy-account.ts';
import type { History } from '../history/history.ts';
import {
  type AccountLine,
  BACKUP_SCHEMA,
  BACKUP_VERSION,
  DETAILS_A_LINE,
  type DetailsLine,
  ROW_COLUMNS,
  ROWS_A_LINE,
  TRACKS_A_LINE,
} from './backup-format.ts';

export interface BackupOptions {
  history: Pick<History, 'accounts' | 'copyAccount'>;
  settings: Settings | null;
  now: () => number;
}

/**
 * The bytes of the file, gzipped, account by account as they are asked for.
 *
 * Reading fails with AppError `history/…`.
 */
export function exportBackup(options: BackupOptions): ReadableStream<Uint8Array<ArrayBuffer>> {
  const lines = writeLines(options);
  const encoder = new TextEncoder();
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return text.pipeThrough(new CompressionStream('gzip'));
}

async function* writeLines({
  history,
  settings,
  now,
}: BackupOptions): AsyncGenerator<object, void, undefined> {
  yield { schema: `${BACKUP_SCHEMA}${BACKUP_VERSION}`, createdAt: now(), settings };
  for (const accountId of await history.accounts()) {
    if (accountId === SAMPLE_ACCOUNT_ID) continue;
    yield* writeAccount(await history.copyAccount(accountId));
  }
  yield { end: true };
}

function* writeAccount(copy: AccountCopy): Generator<object, void, undefined> {
  const { columns, dictionary, metadata } = copy.dataset;
  const { uris, reasons, platforms, countries } = dictionary;
  const head: AccountLine = {
    account: copy.accountId,
    tracks: uris.length,
    rows: columns.rows,
    details: countDetails(copy.details),
    origins: copy.origins.map((ids) => ids.slice()),
    reasons: [...reasons],
    platforms: [...platforms],
    countries: [...countries],
    coverage: copy.coverage,
    receipts: copy.receipts,
    saved: copy.saved,
    lists: copy.lists,
  };
  yield head;
  for (let from = 0; from < uris.length; from += TRACKS_A_LINE) {
    const length = Math.min(TRACKS_A_LINE, uris.length - from);
    const tracks = Array.from({ length }, (_, i) => trackAt(dictionary, metadata, from + i));
    yield { tracks };
  }
  const all = { ...columns, origin: copy.origin };
  for (let from = 0; from < columns.rows; from += ROWS_A_LINE) {
    const rows = ROW_COLUMNS.map((name) =>
      Array.from(all[name].subarray(from, from + ROWS_A_LINE)),
    );
    yield { rows };
  }
  yield* writeDetails(copy.details);
}

function* writeDetails(details: Details): Generator<DetailsLine, void, undefined> {
  const none = { tracks: [], albums: [], artists: [] };
  for (const tracks of chunksOf(details.tracks)) yield { details: { ...none, tracks } };
  for (const albums of chunksOf(details.albums)) yield { details: { ...none, albums } };
  for (const artists of chunksOf(details.artists)) yield { details: { ...none, artists } };
}

function* chunksOf<T>(things: ReadonlyMap<string, T>): Generator<[string, T][], void, undefined> {
  const entries = [...things];
  for (let from = 0; from < entries.length; from += DETAILS_A_LINE) {
    yield entries.slice(from, from + DETAILS_A_LINE);
  }
}
