/** Takes in one poll of what was played lately: a tail record, however large the history is. */
import { buildDataset, type Dataset } from '../dataset/dataset.ts';
import { trackAt } from '../dataset/dictionary.ts';
import { ESTIMATED } from '../dataset/columns.ts';
import { trackKey } from '../dataset/identity.ts';
import type { Stream } from '../domain/stream.ts';
import { readAccount, readCoverage, readLive } from './account-store.ts';
import { notePoll } from './coverage.ts';
import { encodeDictionary } from './dictionary-codec.ts';
import { foldTail } from './fold.ts';
import { withoutDoubles } from './live-doubles.ts';
import { listNewest, type LivePlay, notePlays } from './live-plays.ts';
import { DATA_STORES, readAll } from './load.ts';
import type { AccountRecord, CoverageRecord, LiveRecord, TailRecord } from './records.ts';
import type { StoreName, WriteTransaction } from './schema.ts';
import { encodeColumns } from './segment-codec.ts';

/** What one look at Spotify's recently played list brought. */
export interface LivePoll {
  /** Estimated streams in any order, known ones among them. */
  streams: readonly Stream[];
  /** UTC ms. */
  polledAt: number;
  /** As many as Spotify gives at once: there may have been more. */
  pageFull: boolean;
}

export interface Appended {
  /** Streams the history has more than before. */
  added: number;
  /** Plays may have been missed since the last poll. */
  possibleGap: boolean;
  /** The tail has grown long: time for `fold`, where nobody waits. */
  foldDue: boolean;
}

export const APPEND_STORES: StoreName[] = [...DATA_STORES, 'live', 'coverage'];

/** About two days of polls that bring something. */
const LONG_TAIL = 100;

/** Needs a transaction over `APPEND_STORES`. */
export async function appendPoll(
  tx: WriteTransaction,
  accountId: string,
  { streams, polledAt, pageFull }: LivePoll,
): Promise<Appended> {
  const [account, live, coverage] = await Promise.all([
    readAccount(tx, accountId),
    readLive(tx, accountId),
    readCoverage(tx, accountId),
  ]);
  const noted = notePlays(live, streams);
  const { containsKnown } = noted;
  const oldestAt = streams.length > 0 ? Math.min(...streams.map(({ endedAt }) => endedAt)) : null;
  const poll = { polledAt, oldestAt, pageFull, containsKnown };
  const { possibleGap, ...covered } = notePoll(coverage, poll);
  const coverageRecord: CoverageRecord = { accountId, ...covered };
  await tx.objectStore('coverage').put(coverageRecord);

  if (noted.unseen.length === 0) return finish(account, account);
  const appended = await appendTail(tx, account, buildDataset(noted.unseen));
  if (noted.beyondList) return finish(account, await recount(tx, appended));
  const grown: AccountRecord = {
    ...appended,
    streams: account.streams + noted.added,
    firstAt: Math.min(account.firstAt ?? Infinity, ...noted.unseen.map(({ endedAt }) => endedAt)),
    lastAt: noted.lastAt,
  };
  await tx.objectStore('accounts').put(grown);
  const liveRecord: LiveRecord = { accountId, ...noted.plays };
  await tx.objectStore('live').put(liveRecord);
  return finish(account, grown);

  function finish(before: AccountRecord, after: AccountRecord): Appended {
    const foldDue = after.tailRecords >= LONG_TAIL;
    return { added: after.streams - before.streams, possibleGap, foldDue };
  }
}

async function appendTail(
  tx: WriteTransaction,
  account: AccountRecord,
  { columns, dictionary, metadata }: Dataset,
): Promise<AccountRecord> {
  const record: TailRecord = {
    accountId: account.accountId,
    sequence: account.tailRecords,
    columns: encodeColumns(columns),
    dictionary: encodeDictionary(dictionary, metadata),
  };
  await tx.objectStore('tail').put(record);
  return { ...account, tailRecords: account.tailRecords + 1 };
}

/** Plays older than all that are listed: only the whole history can say what they add. Rare. */
async function recount(tx: WriteTransaction, account: AccountRecord): Promise<AccountRecord> {
  const { accountId } = account;
  await tx.objectStore('accounts').put(account);
  await foldTail(tx, accountId);
  const all = await readAll(tx, accountId);
  const { rows, endedAt } = withoutDoubles(all).columns;
  const counted: AccountRecord = {
    ...(await readAccount(tx, accountId)),
    streams: rows,
    firstAt: endedAt[0] ?? null,
    lastAt: endedAt[rows - 1] ?? null,
  };
  await tx.objectStore('accounts').put(counted);
  const liveRecord: LiveRecord = { accountId, ...listNewest(livePlaysOf(all)) };
  await tx.objectStore('live').put(liveRecord);
  return counted;
}

function livePlaysOf({ columns, dictionary, metadata }: Dataset): LivePlay[] {
  const plays: LivePlay[] = [];
  for (let row = 0; row < columns.rows; row++) {
    if (columns.quality[row] !== ESTIMATED) continue;
    const key = trackKey(trackAt(dictionary, metadata, columns.track[row]!));
    plays.push({ endedAt: columns.endedAt[row]!, key });
  }
  return plays;
}
