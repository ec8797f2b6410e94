/** Puts invented listening into the history, under an account of its own. */
import { buildDataset } from '../dataset/dataset.ts';
import { SAMPLE_ACCOUNT_ID } from '../domain/account-ids.ts';
import { type AlbumDetails, NO_DETAILS } from '../domain/details.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { Stream } from '../domain/stream.ts';
import type { AccountCopy } from '../history/copy-account.ts';
import type { History } from '../history/history.ts';
import { LIVE } from '../history/origins.ts';
import type { SampleAlbum } from '../sample/catalogue.ts';
import { createSample, type Sample } from '../sample/sample.ts';
import { type TimeZone, timeZoneTable, toLocal } from '../stats/time-zone.ts';

/**
 * In one transaction; does nothing when there is a sample already. `now` is UTC ms; `timeZone` (IANA)
 * has the years that the receipts count by.
 *
 * @throws AppError `history/…`.
 */
export async function addSample(
  history: Pick<History, 'extent' | 'restoreAccounts'>,
  now: number,
  timeZone: string,
): Promise<void> {
  const { streams } = await history.extent(SAMPLE_ACCOUNT_ID);
  if (streams > 0) return;
  await history.restoreAccounts([copyOf(createSample({ now }), timeZoneTable(timeZone))]);
}

/** As if it had been imported in parts: what lies between them is not known. */
function copyOf(
  { streams, gaps, playlists, library, albums }: Sample,
  zone: TimeZone,
): AccountCopy {
  const starts = [0, ...gaps.map((gap) => streams.findIndex(({ endedAt }) => endedAt > gap))];
  const origin = new Uint16Array(streams.length);
  const receipts = starts.map((from, part) => {
    const to = starts[part + 1] ?? streams.length;
    origin.fill(part + 1, from, to);
    return receiptOf(idOf(part), streams.slice(from, to), zone);
  });
  const last = receipts.at(-1)!;
  return {
    accountId: SAMPLE_ACCOUNT_ID,
    dataset: buildDataset(streams),
    origin,
    origins: [[LIVE], ...receipts.map(({ importId }) => [importId])],
    coverage: { ranges: [], lastPollAt: null },
    receipts,
    saved: [{ importId: last.importId, playlists, library }],
    lists: null,
    details: {
      ...NO_DETAILS,
      albums: new Map(albums.map((album) => [album.uri, detailsOf(album)])),
    },
  };
}

function detailsOf({ title, releasedAt }: SampleAlbum): AlbumDetails {
  const releaseDate = new Date(releasedAt).toISOString().slice(0, 10);
  const nothing = { artistUris: [], coverUrl: null, askedAt: null, missing: false };
  return { name: title, releaseDate, ...nothing };
}

function idOf(part: number): string {
  return `sample-${part + 1}`;
}

function receiptOf(importId: string, streams: readonly Stream[], zone: TimeZone): Receipt {
  const rows = streams.length;
  const firstAt = streams[0]!.endedAt;
  const lastAt = streams.at(-1)!.endedAt;
  const notMusic = streams.filter(({ track }) => track.kind !== 'music').length;
  const years = new Map<number, number>();
  for (const { endedAt } of streams) {
    const year = new Date(toLocal(zone, endedAt)).getUTCFullYear();
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return {
    importId,
    importedAt: lastAt,
    files: [{ path: importId, kind: 'streams', rows, unreadable: 0 }],
    failures: [],
    rows,
    added: rows - notMusic,
    known: 0,
    upgraded: 0,
    notMusic,
    unnamed: 0,
    unreadable: 0,
    unreadableRows: [],
    firstAt,
    lastAt,
    years: Array.from(years, ([year, count]) => ({ year, streams: count })),
    covered: { from: firstAt, to: lastAt },
  };
}
