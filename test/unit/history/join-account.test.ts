/** Listening that changes hands: as if it had been the other account's from the start. */
import * as fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { IMPORTED_ACCOUNT_ID } from '../../../lib/domain/account-ids.ts';
import type { History } from '../../../lib/history/history.ts';
import { aPlay, aStream, DAY, MINUTE } from '../dataset/streams.ts';
import { NINE, type Step, steps } from './any-listening.ts';
import { anImport, ME, newHistory, seenIn } from './rig.ts';

let history: History;

beforeEach(() => {
  ({ history } = newHistory());
});

async function take(accountId: string, all: readonly Step[], name: string): Promise<void> {
  for (const [i, { type, streams, fold }] of all.entries()) {
    if (type === 'import') await history.addImport(accountId, anImport(streams, `${name}-${i}`));
    else await history.appendLive(accountId, { streams, polledAt: NINE + DAY, pageFull: false });
    if (fold) await history.fold(accountId);
  }
}

it('is the same as if it had been one account all along, also when imports are undone', async () => {
  await fc.assert(
    fc.asyncProperty(steps, steps, async (first, second) => {
      ({ history } = newHistory());
      await take(ME, first, 'first');
      await take(ME, second, 'second');
      const one = await seenIn(history);
      await history.undoImport(ME, 'first-0');
      const undone = await seenIn(history);
      ({ history } = newHistory());
      await take(IMPORTED_ACCOUNT_ID, first, 'first');
      await take(ME, second, 'second');
      await history.joinAccount(IMPORTED_ACCOUNT_ID, ME);
      expect(await seenIn(history)).toEqual(one);
      await history.undoImport(ME, 'first-0');
      expect(await seenIn(history)).toEqual(undone);
    }),
    { numRuns: 40 },
  );
});

it('leaves nothing of the first account, and brings receipts, playlists and coverage', async () => {
  const covered = { from: NINE, to: NINE + MINUTE };
  const library = { saved: [], banned: [] };
  const imported = anImport([aStream()], 'one', { covered, library });
  const receipt = await history.addImport(IMPORTED_ACCOUNT_ID, imported);
  const poll = { streams: [aPlay(NINE + DAY)], polledAt: NINE + DAY, pageFull: false };
  await history.appendLive(ME, poll);
  await history.joinAccount(IMPORTED_ACCOUNT_ID, ME);
  expect(await history.receipts(ME)).toEqual([receipt]);
  expect(await history.saved(ME)).toMatchObject({ playlists: [], library });
  expect(await history.coverage(ME)).toEqual([covered, { from: NINE + DAY, to: NINE + DAY }]);
  expect(await history.extent(ME)).toMatchObject({ streams: 2 });
  expect(await seenIn(history, IMPORTED_ACCOUNT_ID)).toMatchObject({ rows: [], coverage: [] });
  expect(await history.receipts(IMPORTED_ACCOUNT_ID)).toEqual([]);
  await history.joinAccount(ME, ME);
  expect(await history.extent(ME)).toMatchObject({ streams: 2 });
});
