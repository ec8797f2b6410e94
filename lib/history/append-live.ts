/** Takes in one poll of what was played lately: a tail record, however large the history is. */
import { buildDataset, type Dataset, joinDatasets } from '../dataset/dataset.ts';
import { trackAt } from '../dataset/dictionary.ts';
import { ESTIMATED } from '../dataset/columns.ts';
import { trackKey } from '../dataset/identity.ts';
import { LIVE_REACH_MS, REPEATED_PLAY } from '../dataset/merge-live.ts';
import type { Stream } from '../domain/stream.ts';
import { readAccount, readCoverage, readLive } from './account-store.ts';
import { notePoll } from './coverage.ts';
import { encodeDictionary } from './dictionary-codec.ts';
import { listNewest, type LivePlay, notePlays } from './live-plays.ts';
import { DATA_STORES } from './load.ts';
import { readSources } from './read-sources.ts';
import type { AccountRecord, CoverageRecord, LiveRecord, TailRecord } from './records.ts';
import type { StoreName, WriteTransaction } from './schema.ts';
import { encodeRawColumns } from './segment-codec.ts';
import { sourceRows, UNKNOWN } from './source-rows.ts';
import { writeSources } from './write-sources.ts';

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
  const { unseen, counted, containsKnown } = noted;
  const oldestAt = streams.length > 0 ? Math.min(...streams.map(({ endedAt }) => endedAt)) : null;
  const poll = { polledAt, oldestAt, pageFull, containsKnown };
  const { possibleGap, ...covered } = notePoll(coverage, poll);
  const coverageRecord: CoverageRecord = { accountId, ...covered };
  await tx.objectStore('coverage').put(coverageRecord);

  if (unseen.length === 0) return finish(account, account);
  const reach = (account.exportsTo ?? -Infinity) + LIVE_REACH_MS;
  if (noted.needsMerging || unseen.some(({ endedAt }) => endedAt <= reach)) {
    return finish(account, await mergeLive(tx, account, unseen));
  }
  await appendTail(tx, account, unseen, counted);
  const grown: AccountRecord = {
    ...account,
    revision: account.revision + 1,
    tailRecords: account.tailRecords + 1,
    streams: account.streams + counted.size,
    firstAt: Math.min(account.firstAt ?? Infinity, ...unseen.map(({ endedAt }) => endedAt)),
    lastAt: Math.max(account.lastAt ?? -Infinity, noted.lastAt ?? -Infinity),
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
  { accountId, tailRecords }: AccountRecord,
  streams: readonly Stream[],
  counted: ReadonlySet<Stream>,
): Promise<void> {
  // In the order in which the dataset has them, so that each row's mark is known.
  const parts = [streams.filter((s) => counted.has(s)), streams.filter((s) => !counted.has(s))];
  const [visible, repeated] = parts.map(buildDataset);
  const joined = joinDatasets(visible!, [repeated!]);
  const record: TailRecord = {
    accountId,
    sequence: tailRecords,
    columns: encodeRawColumns(joined.columns),
    dictionary: encodeDictionary(joined.dictionary, joined.metadata),
    doubles: new Uint8Array(streams.length).fill(REPEATED_PLAY, counted.size),
  };
  await tx.objectStore('tail').put(record);
}

/** Plays that may be in an export, or that change what counts among older ones. Rare. */
async function mergeLive(
  tx: WriteTransaction,
  account: AccountRecord,
  streams: readonly Stream[],
): Promise<AccountRecord> {
  const added = sourceRows(buildDataset(streams), UNKNOWN);
  const sources = await readSources(tx, account, [added]);
  const merged = await writeSources(tx, account, sources);
  await writeLivePlays(tx, account.accountId, sources.dataset);
  return merged.account;
}

/** Lists the newest live plays anew, from all rows of the account. */
export async function writeLivePlays(
  tx: WriteTransaction,
  accountId: string,
  dataset: Dataset,
): Promise<void> {
  const record: LiveRecord = { accountId, ...listNewest(livePlaysOf(dataset)) };
  await tx.objectStore('live').put(record);
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
