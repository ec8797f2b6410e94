/** A history in memory, and a naive reading of the rules it keeps. */
import 'fake-indexeddb/auto';
import { buildDataset, type Dataset, streamAt } from '../../../lib/dataset/dataset.ts';
import { trackKey } from '../../../lib/dataset/identity.ts';
import type { Receipt } from '../../../lib/domain/receipt.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import type { ImportedFiles } from '../../../lib/history/add-import.ts';
import { vi } from 'vitest';
import { openHistory } from '../../../lib/history/open-history.ts';
import type { History } from '../../../lib/history/history.ts';

export const ME = 'account-1';

let opened = 0;

/** Each call a database of its own. */
export function newHistory(): { history: History; name: string } {
  const name = `history-${opened++}`;
  return { history: openHistory({ name }), name };
}

/** What an import of these rows would hand over; `change` is for all but the rows. */
export function anImport(
  streams: readonly Stream[],
  importId: string,
  { covered = null, ...change }: Partial<ImportedFiles> & Partial<Pick<Receipt, 'covered'>> = {},
): ImportedFiles {
  const times = streams.map(({ endedAt }) => endedAt);
  return {
    dataset: buildDataset(streams),
    playlists: [],
    library: null,
    yearOf: (at) => new Date(at).getUTCFullYear(),
    receipt: {
      importId,
      importedAt: imported++,
      files: [{ path: 'endsong.json', kind: 'streams', rows: streams.length, unreadable: 0 }],
      failures: [],
      rows: streams.length,
      unreadable: 0,
      unreadableRows: [],
      firstAt: times.length > 0 ? Math.min(...times) : null,
      lastAt: times.length > 0 ? Math.max(...times) : null,
      covered,
    },
    ...change,
  };
}

let imported = 0;

export function rowsOf(dataset: Dataset): Stream[] {
  return Array.from({ length: dataset.columns.rows }, (_, row) => streamAt(dataset, row));
}

/** All that a reader can see of an account. */
export async function seenIn(history: History, accountId = ME) {
  return {
    rows: rowsOf(await history.load(accountId)),
    recent: await history.recent(accountId, 5),
    extent: await history.extent(accountId),
    cursor: await history.liveCursor(accountId),
    coverage: await history.coverage(accountId),
  };
}

/** Rule 4, row by row: same track, closer than 30 s to one that counts, is the same play. */
export function countedPlays(plays: readonly Stream[]): string[] {
  const counted: Stream[] = [];
  for (const play of plays.toSorted((a, b) => a.endedAt - b.endedAt)) {
    const repeats = counted.some(
      (other) =>
        trackKey(other.track) === trackKey(play.track) &&
        Math.abs(other.endedAt - play.endedAt) < 30_000,
    );
    if (!repeats) counted.push(play);
  }
  return namesOf(counted);
}

export function namesOf(plays: readonly Stream[]): string[] {
  return plays.map(({ endedAt, track }) => `${endedAt} ${trackKey(track)}`).toSorted();
}

/** Runs before each write to any store, until mocks are restored; what it throws, the write throws. */
export function beforeEachPut(act: (store: IDBObjectStore) => void): void {
  // oxlint-disable-next-line typescript/unbound-method -- bound again at each call
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    act(this);
    return put.apply(this, args);
  });
}
