/**
 * Months in a row through the whole background: nothing that was played is lost or invented, nobody is
 * signed out, and neither memory nor storage grows but with the listening itself.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackgroundRig, type BackgroundRig } from '../integration/background-rig.ts';
import { createDays } from './days.ts';
import { measureStored, type Stored } from './stored.ts';

/** `SOAK_DAYS=365 npm run soak`: days to simulate, in each of the two tests. */
const DAYS = Number(process.env['SOAK_DAYS'] ?? 60);
const PARTS = 6;
/** What a new stream may take on disk: names it brings, its place in lists, what Spotify says of it. */
const BYTES_A_STREAM = 400;
/** In bytes: what is collected only now and then looks like growth. */
const HEAP_SLACK = 8e6;

let rig: BackgroundRig;
beforeEach(async () => {
  rig = await createBackgroundRig({ live: [] });
});
afterEach(() => rig.close());

/** Compares what is kept with what was played since the first sync. */
async function compare(accountId: string, since: number) {
  await rig.ask('sync.now', { accountId });
  const kept = (await rig.kept(accountId)).map(({ track, endedAt }) => `${track.uri}@${endedAt}`);
  const covered = await rig.coverage(accountId);
  const played = (await rig.control.streams({ listener: 'mira', from: since })).filter(
    ({ playedMs }) => playedMs >= 30_000,
  );
  const name = ({ trackId, endedAt }: (typeof played)[number]) =>
    `spotify:track:${trackId}@${endedAt}`;
  const isKept = new Set(kept);
  const isPlayed = new Set(
    (await rig.control.streams({ listener: 'mira' })).map((stream) => name(stream)),
  );
  const missing = played.filter((stream) => !isKept.has(name(stream)));
  const isCovered = ({ endedAt }: (typeof played)[number]) =>
    covered.some(({ from, to }) => endedAt >= from && endedAt < to);
  return {
    played: played.length,
    kept: kept.length,
    twice: kept.length - isKept.size,
    invented: kept.filter((stream) => !isPlayed.has(stream)),
    lost: missing.filter(isCovered).map(name),
    inGaps: missing.length,
  };
}

test(`${DAYS} days with faults, kills and restarts`, async () => {
  const id = await rig.signIn();
  const since = Date.now();
  const days = createDays(rig, { seed: 'kills', kills: true });
  for (let part = 1; part <= PARTS; part += 1) {
    while (days.counts.days < (DAYS * part) / PARTS) await days.pass();
    const { invented, lost, twice, ...found } = await compare(id, since);
    console.log(JSON.stringify({ ...days.counts, ...found }));
    expect({ invented, lost, twice }).toEqual({ invented: [], lost: [], twice: 0 });
    expect(found.inGaps).toBeLessThan(found.played / 20);
    expect(await rig.ask('token.state', { accountId: id })).toMatchObject({ status: 'connected' });
  }
  expect(rig.windows.opened).toBe(1);
});

test(`${DAYS} days of one background that is never stopped`, async () => {
  const id = await rig.signIn();
  const days = createDays(rig, { seed: 'long life', kills: false });
  const parts: (Stored & { streams: number; heapBytes: number })[] = [];
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
  // The first part warms up: lists, caches, compiled code.
  const [first, last] = [parts[1]!, parts.at(-1)!];
  const newStreams = last.streams - first.streams;
  const newBytes = last.databaseBytes - first.databaseBytes;
  expect(last.heapBytes - first.heapBytes - newBytes).toBeLessThan(HEAP_SLACK);
  expect(newBytes / newStreams).toBeLessThan(BYTES_A_STREAM);
  expect(last.areaBytes).toBeLessThan(1.5 * first.areaBytes);
  expect(await rig.readTrouble(id)).toBeNull();
});
