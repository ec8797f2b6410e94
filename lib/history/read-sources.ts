/** Reads all rows of an account, those that readers do not see as well: before merging anew. */
import { readDictionary, readSegmentRecords, readTail } from './account-store.ts';
import type { AccountRecord, SegmentRecord } from './records.ts';
import { joinRuns } from './runs.ts';
import type { AnyTransaction } from './schema.ts';
import { joinStored } from './segment-codec.ts';
import { HIDDEN, type SourceRows, sourceRows, uniteSources, VISIBLE } from './source-rows.ts';
import { divideTail } from './tail-rows.ts';

/** Needs a transaction over `DATA_STORES`. The rows of `added` are united with what is there. */
export async function readSources(
  tx: AnyTransaction,
  account: AccountRecord,
  added: readonly SourceRows[] = [],
): Promise<SourceRows> {
  const { accountId, origins } = account;
  const [dictionary, segments, shadows, tail] = await Promise.all([
    readDictionary(tx, accountId),
    readSegmentRecords(tx, 'segments', accountId, 0, account.segments.length),
    readSegmentRecords(tx, 'shadows', accountId, 0, account.shadows),
    readTail(tx, accountId),
  ]);
  const { visible, hidden } = divideTail(tail);
  const sealed = (records: readonly SegmentRecord[], seen: number): SourceRows => {
    const columns = joinStored(records.map(({ columns: stored }) => stored));
    return {
      ...sourceRows({ columns, ...dictionary }, seen),
      origin: joinRuns(records.map(({ origin }) => origin)),
      origins,
    };
  };
  return uniteSources([
    sealed(segments, VISIBLE),
    sealed(shadows, HIDDEN),
    ...visible.map((dataset) => sourceRows(dataset, VISIBLE)),
    ...hidden.map((dataset) => sourceRows(dataset, HIDDEN)),
    ...added,
  ]);
}
