/** The ready-made rankings: there when they are true, and else not there. */
import { beforeEach, expect, it } from 'vitest';
import type { History } from '../../../lib/history/history.ts';
import { aPlay, aStream, DAY } from '../dataset/streams.ts';
import { NINE } from './any-listening.ts';
import { anImport, ME, newHistory } from './rig.ts';

let history: History;

beforeEach(() => {
  ({ history } = newHistory());
});

async function writeRollup() {
  const top = { artists: [], songs: [], albums: [] };
  const rollup = { schema: 1 as const, revision: await history.revision(ME), top };
  await history.writeRollup(ME, rollup);
  return rollup;
}

it('is what was written, until the history changes', async () => {
  expect(await history.readRollup(ME)).toBeNull();
  const changes: (() => Promise<unknown>)[] = [
    () => history.appendLive(ME, { streams: [aPlay(NINE)], polledAt: NINE, pageFull: false }),
    () => history.addImport(ME, anImport([aStream({ endedAt: NINE - DAY })], 'one')),
    () => history.undoImport(ME, 'one'),
    () => history.joinAccount('another', ME),
  ];
  for (const change of changes) {
    const rollup = await writeRollup();
    expect(await history.readRollup(ME)).toEqual(rollup);
    await change();
    expect(await history.readRollup(ME)).toBeNull();
  }
});

it('stays when nothing was added, or only the tail was sealed', async () => {
  await history.appendLive(ME, { streams: [aPlay(NINE)], polledAt: NINE, pageFull: false });
  const rollup = await writeRollup();
  await history.appendLive(ME, { streams: [aPlay(NINE)], polledAt: NINE + DAY, pageFull: false });
  await history.fold(ME);
  expect(await history.readRollup(ME)).toEqual(rollup);
});
