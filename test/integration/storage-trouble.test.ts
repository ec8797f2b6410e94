/**
 * The disk takes nothing more, at whichever write: neither the sign-in nor a play is lost, a person
 * reads why, and all is well by itself once there is room.
 */
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOTHING_LOST } from '../../lib/domain/losses.ts';
import { MIGRATIONS } from '../../lib/history/migrations.ts';
import { copyAsVersion } from '../support/older-history.ts';
import { createBackgroundRig, HOUR, MINUTE, type BackgroundRig } from './background-rig.ts';

let rig: BackgroundRig;
let id: string;
beforeEach(async () => {
  rig = await createBackgroundRig();
  id = await rig.signIn();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rig.close();
});

/** From now on the disk refuses what `isRefused` says of the n-th write, counted from 1. */
function fillDisk(isRefused: (n: number) => boolean) {
  let writes = 0;
  const write = () => {
    writes += 1;
    if (isRefused(writes)) throw new DOMException('full', 'QuotaExceededError');
  };
  for (const name of ['put', 'add'] as const) {
    const real = IDBObjectStore.prototype[name];
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      write();
      return real.apply(this, args);
    });
  }
  const { local } = rig.double;
  const set = local.set.bind(local);
  vi.spyOn(local, 'set').mockImplementation((key, value) => {
    write();
    return set(key, value);
  });
  return {
    writes: () => writes,
    makeRoom: () => vi.restoreAllMocks(),
  };
}

const CODES = {
  refresh: ['token/unavailable', 'ok'],
  sync: ['storage/not-stored', 'history/quota', 'ok'],
} as const;

const refresh = () => rig.ask('token.refresh', { accountId: id });
const sync = () => rig.ask('sync.now', { accountId: id });
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (thrown: { code?: string }) => thrown.code ?? 'none',
  );

async function expectAllWell(): Promise<void> {
  await sync();
  expect(await rig.readTrouble(id)).toBeNull();
  const state = await rig.ask('token.state', { accountId: id });
  expect(state).toMatchObject({ status: 'connected', lastError: null });
  const kept = await rig.kept(id);
  const now = await rig.control.now();
  const played = await rig.control.streams({
    listener: 'mira',
    from: kept[0]!.endedAt,
    to: now + 1,
  });
  expect(kept.map(({ track, endedAt }) => `${track.uri}@${endedAt}`)).toEqual(
    played
      // Spotify lists nothing shorter.
      .filter(({ playedMs }) => playedMs >= 30_000)
      .map(({ trackId, endedAt }) => `spotify:track:${trackId}@${endedAt}`),
  );
}

describe('a disk that is full', () => {
  it.each(['refresh', 'sync'] as const)('at any one write of a %s loses nothing', async (what) => {
    const codes = new Set<string>();
    for (let n = 1; ; n += 1) {
      await rig.control.play({ listener: 'mira' });
      await rig.passTime(MINUTE);
      const disk = fillDisk((write) => write === n);
      codes.add(await codeOf(what === 'refresh' ? refresh() : sync()));
      disk.makeRoom();
      await rig.wake();
      await rig.passTime(2 * MINUTE);
      await refresh();
      await expectAllWell();
      if (disk.writes() < n) break;
    }
    // Each is a sentence of its own, but for the last, where all was written.
    expect([...codes]).toEqual(CODES[what]);
  });

  it('for hours says so, and goes on by itself once there is room', async () => {
    const disk = fillDisk(() => true);
    await rig.control.play({ listener: 'mira' });
    await rig.passTime(2 * HOUR);
    expect(await rig.readTrouble(id)).toMatchObject({
      title: 'You are signed in, but the disk had no room to keep the sign-in.',
    });
    const codes = [sync(), refresh(), rig.ask('settings.set', { theme: 'dark' })].map(codeOf);
    expect(await Promise.all(codes)).toEqual([
      'storage/not-stored',
      'token/not-stored',
      'storage/not-stored',
    ]);
    const overview = await rig.ask('overview.get', {});
    expect(overview.settings.theme).toBe('system');
    disk.makeRoom();
    await rig.passTime(20 * MINUTE);
    await expectAllWell();
  });
});

describe('an update of the extension', () => {
  const NAME = 'ostinato-history';
  const BEFORE = MIGRATIONS.length - 1;

  /** As the version before has left it: without marks, and with the settings of the first days. */
  async function goBack(): Promise<void> {
    await copyAsVersion(BEFORE, NAME, 'copy');
    indexedDB.deleteDatabase(NAME);
    await copyAsVersion(BEFORE, 'copy', NAME);
    rig.double.local.delete('canary');
    const value = { syncIntervalMinutes: 7, memoryOnlyTokens: false, theme: 'dark' };
    rig.double.local.set('settings', { version: 1, value });
  }

  it('finds the sign-in, the listening and the settings, and takes nothing for lost', async () => {
    await goBack();
    await rig.restartBrowser();
    await expectAllWell();
    expect((await openedVersion()) - BEFORE).toBe(1);
    const { settings, lost } = await rig.ask('overview.get', {});
    expect(settings).toMatchObject({ syncIntervalMinutes: 7, theme: 'dark', fetchDetails: true });
    expect(lost).toEqual(NOTHING_LOST);
    expect(rig.windows).toEqual({ opened: 1, silent: 0 });
  });

  it('waits for a tab of the version before, and says so', async () => {
    await goBack();
    const oldTab = await openDB(NAME);
    await rig.restartBrowser();
    await rig.passTime(MINUTE);
    expect(await codeOf(sync())).toBe('history/unavailable');
    expect(await rig.readTrouble(id)).toMatchObject({
      title: 'The history could not be opened.',
      action: 'retry',
    });
    oldTab.close();
    await rig.passTime(20 * MINUTE);
    await expectAllWell();
    expect((await rig.ask('overview.get', {})).lost.history).toBeNull();
  });

  async function openedVersion(): Promise<number> {
    const database = await openDB(NAME);
    const { version } = database;
    database.close();
    return version;
  }
});
