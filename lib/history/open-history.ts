/** Keeps every account's listening in IndexedDB: the one place where all streams meet. */
import { streamAt } from '../dataset/dataset.ts';
import { Rollup } from '../domain/rollup.ts';
import { z } from '../domain/schema.ts';
import { Snapshot } from '../domain/snapshot.ts';
import { doInTurns } from '../domain/steps.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { readAccount, readCoverage, readLive, readReceipts } from './account-store.ts';
import { addImport, IMPORT_STORES } from './add-import.ts';
import { undoImport } from './undo-import.ts';
import { APPEND_STORES, appendPoll } from './append-live.ts';
import { createConnection } from './connection.ts';
import { addRange } from './coverage.ts';
import { copyAccount, restoreAccount } from './copy-account.ts';
import { ALL_STORES, deleteAccount } from './delete-account.ts';
import { changePlan, readPlan } from './detail-plans.ts';
import {
  DETAIL_STORES,
  noteDetails,
  readDetailHead,
  readDetails,
  withDetails,
} from './details-store.ts';
import { createFetchedLists } from './fetched-lists.ts';
import { foldTail } from './fold.ts';
import type { History } from './history.ts';
import { joinAccount } from './join-account.ts';
import { DATA_STORES, loadNewest, loadRange, readRange, unpackRange } from './load.ts';
import { markSaved, readSaved, SAVED_STORES } from './read-saved.ts';
import type { ReadTransaction, StoreName } from './schema.ts';

const MARK = 'canary';

const COVERAGE_STORES: StoreName[] = ['coverage', 'receipts'];

/** Opens nothing before the first call. */
export function openHistory({ name = 'ostinato-history' }: { name?: string } = {}): History {
  const connection = createConnection(name);
  const { read, write } = connection;
  return {
    appendLive: (accountId, poll) => write(APPEND_STORES, (tx) => appendPoll(tx, accountId, poll)),

    liveCursor: (accountId) =>
      read(['live'], async (tx) => (await readLive(tx, accountId)).endedAt.at(-1) ?? null),

    load: async (accountId, range = null, pause) => {
      const get = <T>(readRows: (tx: ReadTransaction) => Promise<T>) =>
        read([...DATA_STORES, ...DETAIL_STORES], (tx) =>
          Promise.all([readRows(tx), readDetails(tx, accountId)]),
        );
      if (!pause) return withDetails(...(await get((tx) => loadRange(tx, accountId, range))));
      // A transaction would not outlive a pause.
      const [records, details] = await get((tx) => readRange(tx, accountId, range));
      return withDetails(await doInTurns(unpackRange(records), pause), details);
    },

    refreshDetails: (accountId, dataset) =>
      read(DETAIL_STORES, async (tx) => withDetails(dataset, await readDetails(tx, accountId))),

    details: (accountId) => read(DETAIL_STORES, (tx) => readDetails(tx, accountId)),

    noteDetails: (accountId, details) =>
      write(['accounts', ...DETAIL_STORES], (tx) => noteDetails(tx, accountId, details)),

    plan: (accountId) => read(['detailPlans'], (tx) => readPlan(tx, accountId)),

    changePlan: (accountId, change) =>
      write(['accounts', 'detailPlans'], (tx) => changePlan(tx, accountId, change)),

    recent: (accountId, limit) =>
      read([...DATA_STORES, ...DETAIL_STORES], async (tx) => {
        const [account, details] = await Promise.all([
          readAccount(tx, accountId),
          readDetails(tx, accountId),
        ]);
        const newest = withDetails(await loadNewest(tx, account, limit), details);
        const { rows } = newest.columns;
        return Array.from({ length: rows }, (_, i) => streamAt(newest, rows - 1 - i));
      }),

    coverage: (accountId) => read(COVERAGE_STORES, (tx) => readCovered(tx, accountId)),

    state: (accountId) =>
      read(['accounts', 'detailHeads', ...COVERAGE_STORES], async (tx) => {
        const [account, details, coverage] = await Promise.all([
          readAccount(tx, accountId),
          readDetailHead(tx, accountId),
          readCovered(tx, accountId),
        ]);
        const { revision, streams, firstAt, lastAt } = account;
        const extent = { streams, firstAt, lastAt };
        return { revision, detailsRevision: details.revision, extent, coverage };
      }),

    extent: (accountId) =>
      read(['accounts'], async (tx) => {
        const { streams, firstAt, lastAt } = await readAccount(tx, accountId);
        return { streams, firstAt, lastAt };
      }),

    readSnapshot: (accountId) =>
      read(['snapshots'], async (tx) => {
        const stored: unknown = await tx.objectStore('snapshots').get(accountId);
        return z.safeParse(Snapshot, stored).data ?? null;
      }),

    writeSnapshot: (accountId, snapshot) =>
      write(['snapshots'], async (tx) => {
        await tx.objectStore('snapshots').put({ ...snapshot, accountId });
      }),

    revision: (accountId) =>
      read(['accounts'], async (tx) => (await readAccount(tx, accountId)).revision),

    readRollup: (accountId) =>
      read(['accounts', 'rollups'], async (tx) => {
        const stored: unknown = await tx.objectStore('rollups').get(accountId);
        const rollup = z.safeParse(Rollup, stored).data;
        const { revision } = await readAccount(tx, accountId);
        return rollup?.revision === revision ? rollup : null;
      }),

    writeRollup: (accountId, rollup) =>
      write(['rollups'], async (tx) => {
        await tx.objectStore('rollups').put({ ...rollup, accountId });
      }),

    fold: (accountId) => write(DATA_STORES, (tx) => foldTail(tx, accountId)),

    addImport: (accountId, imported, signal) =>
      write(IMPORT_STORES, (tx) => addImport(tx, accountId, imported, signal)),

    undoImport: (accountId, importId) =>
      write(ALL_STORES, (tx) => undoImport(tx, accountId, importId)),

    receipts: (accountId) => read(['receipts'], (tx) => readReceipts(tx, accountId)),

    saved: (accountId) => read(SAVED_STORES, (tx) => readSaved(tx, accountId)),

    savedMark: (accountId) => read(SAVED_STORES, (tx) => markSaved(tx, accountId)),

    lists: createFetchedLists(connection),

    joinAccount: (fromAccountId, accountId) =>
      write(ALL_STORES, (tx) => joinAccount(tx, fromAccountId, accountId)),

    accounts: () =>
      read(['accounts', 'coverage', 'lists'], async (tx) => {
        const heard = await tx.objectStore('accounts').getAllKeys();
        // Of one whose polls have brought nothing yet, it is known since when, and what it keeps.
        const polled = await tx.objectStore('coverage').getAllKeys();
        const listed = (await tx.objectStore('lists').getAllKeys()).map(([accountId]) => accountId);
        return [...new Set([...heard, ...polled, ...listed])].toSorted();
      }),

    copyAccount: (accountId) => read(ALL_STORES, (tx) => copyAccount(tx, accountId)),

    restoreAccounts: (copies) =>
      write(ALL_STORES, async (tx) => {
        for (const copy of copies) await restoreAccount(tx, copy);
      }),

    deleteAccount: (accountId) => write(ALL_STORES, (tx) => deleteAccount(tx, accountId)),

    mark: () =>
      read(['marks'], async (tx) => {
        const stored: unknown = await tx.objectStore('marks').get(MARK);
        return typeof stored === 'string' ? stored : null;
      }),

    setMark: (mark) =>
      write(['marks'], async (tx) => {
        await tx.objectStore('marks').put(mark, MARK);
      }),

    close: () => connection.close(),
  };
}

/** What was polled and what was imported. */
async function readCovered(tx: ReadTransaction, accountId: string): Promise<TimeRange[]> {
  const [{ ranges }, receipts] = await Promise.all([
    readCoverage(tx, accountId),
    readReceipts(tx, accountId),
  ]);
  return receipts.flatMap(({ covered }) => covered ?? []).reduce(addRange, ranges);
}
