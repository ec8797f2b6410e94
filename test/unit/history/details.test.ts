/** What the Web API said besides: kept through whatever happens to the listening it is about. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { mergeDetails } from '../../../lib/dataset/merge-details.ts';
import { IMPORTED_ACCOUNT_ID } from '../../../lib/domain/account-ids.ts';
import { NO_PLAN } from '../../../lib/domain/detail-plan.ts';
import { countDetails, NO_DETAILS } from '../../../lib/domain/details.ts';
import { createConnection } from '../../../lib/history/connection.ts';
import { decodeDetails, encodeDetails, StoredDetails } from '../../../lib/history/details-codec.ts';
import { readDetailHead } from '../../../lib/history/details-store.ts';
import type { History } from '../../../lib/history/history.ts';
import { MIGRATIONS } from '../../../lib/history/migrations.ts';
import { openHistory } from '../../../lib/history/open-history.ts';
import { parseRecord } from '../../../lib/history/records.ts';
import { anyDetails, details } from '../dataset/details.ts';
import { aPlay, aStream, aTrack, DAY } from '../dataset/streams.ts';
import { anImport, ME, newHistory } from './rig.ts';

const NINE = Date.UTC(2026, 10, 21, 9);
const SAID = details({
  tracks: { 'spotify:track:one': { albumUri: 'spotify:album:tides', durationMs: 1 } },
  albums: { 'spotify:album:tides': { releaseDate: '2019', name: 'Tides' } },
});

let history: History;
let name: string;
beforeEach(() => {
  ({ history, name } = newHistory());
});

const addExport = (accountId = ME, importId = 'one') =>
  history.addImport(accountId, anImport([aStream({ endedAt: NINE })], importId));

async function datesOf(accountId = ME): Promise<string[]> {
  return [...(await history.load(accountId)).metadata.releaseDates.values()];
}

it('keeps any answers, in the order in which they came', async () => {
  await addExport();
  await fc.assert(
    fc.asyncProperty(fc.array(anyDetails, { minLength: 1, maxLength: 40 }), async (answers) => {
      await history.deleteAccount(ME);
      await addExport();
      for (const answer of answers) await history.noteDetails(ME, answer);
      expect(await history.details(ME)).toEqual(mergeDetails(answers));
    }),
    { numRuns: 15 },
  );
});

it('stores any answer and reads it again', () => {
  fc.assert(
    fc.property(anyDetails, (said) => {
      const stored = parseRecord(StoredDetails, structuredClone(encodeDetails(said)));
      expect(decodeDetails(stored)).toEqual(said);
    }),
    { numRuns: 300 },
  );
});

it('counts each change, and nothing else', async () => {
  await addExport();
  expect(await history.state(ME)).toMatchObject({ detailsRevision: 0 });
  await history.noteDetails(ME, SAID);
  await history.noteDetails(ME, NO_DETAILS);
  const revision = await history.revision(ME);
  expect(await history.state(ME)).toMatchObject({ detailsRevision: 1 });
  await history.noteDetails(ME, details({ artists: { a: {} } }));
  expect(await history.state(ME)).toMatchObject({ detailsRevision: 2 });
  expect(await history.revision(ME)).toBe(revision);
});

it('joins small records to few, each time there are many, and lets full ones be', async () => {
  await addExport();
  const answer = (from: number, count: number) =>
    details({
      tracks: Object.fromEntries(Array.from({ length: count }, (_, i) => [`t${from + i}`, {}])),
    });
  await history.noteDetails(ME, answer(0, 1000));
  for (let i = 0; i < 100; i++) await history.noteDetails(ME, answer(1000 + i, 1));
  expect(countDetails(await history.details(ME))).toBe(1100);
  const connection = createConnection(name);
  const head = await connection.read(['detailHeads'], (tx) => readDetailHead(tx, ME));
  const stored = await connection.read(['details'], (tx) => tx.objectStore('details').count());
  connection.close();
  expect(head.chunks).toHaveLength(stored);
  expect(head.chunks[0]).toBe(1000);
  expect(stored).toBeLessThan(18);
});

describe('what was learned', () => {
  beforeEach(async () => {
    await addExport();
    await history.noteDetails(ME, SAID);
  });

  it('is in what readers get: streams, and the newest of them', async () => {
    expect(await datesOf()).toEqual(['2019']);
    const [newest] = await history.recent(ME, 1);
    expect(newest?.track.albumUri).toBe('spotify:album:tides');
  });

  it('reaches a dataset that was read before, without its rows being read again', async () => {
    const before = await history.load(ME);
    await history.noteDetails(
      ME,
      details({ albums: { 'spotify:album:tides': { coverUrl: 'c' } } }),
    );
    const after = await history.refreshDetails(ME, before);
    expect(after.columns).toBe(before.columns);
    expect(after.metadata).toEqual((await history.load(ME)).metadata);
    expect([...after.metadata.coverUrls.values()]).toEqual(['c']);
  });

  it('survives imports, polls, folding and undo, and music that comes back', async () => {
    const other = aStream({ endedAt: NINE - DAY, track: aTrack({ uri: 'spotify:track:0' }) });
    await history.addImport(ME, anImport([other], 'two'));
    await history.appendLive(ME, {
      streams: [aPlay(NINE + DAY)],
      polledAt: NINE + DAY,
      pageFull: false,
    });
    await history.fold(ME);
    expect(await datesOf()).toEqual(['2019']);
    await history.undoImport(ME, 'one');
    await addExport(ME, 'again');
    expect(await datesOf()).toEqual(['2019']);
  });

  it('goes with the listening when accounts are joined, and into a copy', async () => {
    await addExport(IMPORTED_ACCOUNT_ID);
    await history.noteDetails(IMPORTED_ACCOUNT_ID, details({ artists: { a: { name: 'Jo' } } }));
    await history.joinAccount(IMPORTED_ACCOUNT_ID, ME);
    const all = mergeDetails([SAID, details({ artists: { a: { name: 'Jo' } } })]);
    expect(await history.details(ME)).toEqual(all);
    expect(await history.details(IMPORTED_ACCOUNT_ID)).toEqual(NO_DETAILS);
    expect((await history.copyAccount(ME)).details).toEqual(all);
  });

  it('is gone with the account, and does not come back by an answer that was under way', async () => {
    await history.changePlan(ME, (plan) => ({ ...plan, wanted: ['spotify:track:one'] }));
    await history.deleteAccount(ME);
    await history.noteDetails(ME, SAID);
    await history.changePlan(ME, (plan) => ({ ...plan, wanted: ['spotify:track:two'] }));
    expect(await history.details(ME)).toEqual(NO_DETAILS);
    expect(await history.plan(ME)).toEqual(NO_PLAN);
  });
});

it('keeps a plan through a restart, and makes a new one of what it cannot read', async () => {
  await addExport();
  await history.changePlan(ME, (plan) => ({ ...plan, wanted: ['a'], plannedAt: NINE }));
  history.close();
  const again = openHistory({ name });
  expect(await again.plan(ME)).toEqual({ ...NO_PLAN, wanted: ['a'], plannedAt: NINE });
  const connection = createConnection(name);
  await connection.write(['detailPlans'], async (tx) => {
    await tx.objectStore('detailPlans').put({ accountId: ME, plan: 'nonsense' });
  });
  connection.close();
  expect(await again.plan(ME)).toEqual(NO_PLAN);
});

it('opens what version 2 wrote, and has room for details then', async () => {
  const old = createConnection(name, MIGRATIONS.slice(0, 2));
  await old.read(['accounts'], async () => undefined);
  old.close();
  await addExport();
  await history.noteDetails(ME, SAID);
  expect(await datesOf()).toEqual(['2019']);
});
