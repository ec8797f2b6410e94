/**
 * Months in a row through the whole background: nothing that was played is lost or invented, nobody is
 * signed out, and neither memory nor storage grows but with the listening itself.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackgroundRig, type BackgroundRig } from '../integration/background-rig.ts';
import { compare, faultsOfComparison } from './compare.ts';
import { createDays } from './days.ts';
import { faultsOfGrowth, type Growth } from './growth.ts';
import { measureStored } from './stored.ts';

/** `SOAK_DAYS=365 npm run soak`: days to simulate, in each of the two tests. */
const DAYS = Number(process.env['SOAK_DAYS'] ?? 60);
const PARTS = 6;
/** Of the whole process, the stand-in among it. */
const HEAP_SLACK = 8e6;

let rig: BackgroundRig;
beforeEach(async () => {
  rig = await createBackgroundRig({ live: [] });
});
afterEach(() => rig.close());

async function readListening(accountId: string) {
  const kept = await rig.kept(accountId);
  return {
    kept: kept.map(({ track, endedAt }) => `${track.uri}@${endedAt}`),
    coverage: await rig.coverage(accountId),
  };
}

test(`${DAYS} days with faults, kills and restarts`, async () => {
  const id = await rig.signIn();
  const since = Date.now();
  const days = createDays(rig, { seed: 'kills', kills: 0.5 });
  for (let part = 1; part <= PARTS; part += 1) {
    while (days.counts.days < (DAYS * part) / PARTS) await days.pass();
    await rig.ask('sync.now', { accountId: id });
    const found = await compare(await readListening(id), rig.control, since);
    console.log(JSON.stringify({ ...days.counts, ...found }));
    expect(faultsOfComparison(found)).toEqual([]);
    expect(await rig.ask('token.state', { accountId: id })).toMatchObject({ status: 'connected' });
  }
  expect(rig.windows.opened).toBe(1);
});

test(`${DAYS} days of one background that is never stopped`, async () => {
  const id = await rig.signIn();
  const days = createDays(rig, { seed: 'long life', kills: 0 });
  const parts: Growth[] = [];
  for (let part = 1; part <= PARTS; part += 1) {
    while (days.counts.days < (DAYS * part) / PARTS) await days.pass();
    await rig.control.clearRequests();
    const { streams } = (await rig.ask('overview.get', {})).accounts[0]!.kept!;
    const stored = await measureStored(rig.double);
    globalThis.gc!();
    const heapBytes = process.memoryUsage().heapUsed;
    parts.push({ streams, heapBytes, ...stored });
    console.log(JSON.stringify({ ...days.counts, ...parts.at(-1) }));
  }
  expect(faultsOfGrowth(parts, HEAP_SLACK)).toEqual([]);
  expect(await rig.readTrouble(id)).toBeNull();
});
