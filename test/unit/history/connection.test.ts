/** The database's door: versions, lost connections, full disks, damage. */
import { forceCloseDatabase } from 'fake-indexeddb';
import { type IDBPDatabase, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnection } from '../../../lib/history/connection.ts';
import { openHistory } from '../../../lib/history/open-history.ts';
import type { HistoryDatabase } from '../../../lib/history/schema.ts';
import { MIGRATIONS } from '../../../lib/history/migrations.ts';
import { aPlay } from '../dataset/streams.ts';
import { beforeEachPut, ME, newHistory, seenIn } from './rig.ts';

afterEach(() => vi.restoreAllMocks());

const aPoll = { streams: [aPlay(1_000_000)], polledAt: 2_000_000, pageFull: false };

describe('the database', () => {
  it('is not opened before it is used', () => {
    const open = vi.spyOn(indexedDB, 'open');
    newHistory();
    expect(open).not.toHaveBeenCalled();
  });

  it('is opened once for all who wait', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    const { history } = newHistory();
    await Promise.all([history.load(ME), history.coverage(ME)]);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('is opened anew for the write after a full disk, and read through until then', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    const { history } = newHistory();
    let isFull = true;
    beforeEachPut(() => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(history.appendLive(ME, aPoll)).rejects.toMatchObject({ code: 'history/quota' });
    await history.load(ME);
    expect(open).toHaveBeenCalledTimes(1);
    isFull = false;
    await history.appendLive(ME, aPoll);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['cannot write large values', 'DataError', 'Failed to write blobs (IOError)'],
    [
      'ends the connection for it',
      'UnknownError',
      'Connection is closing because of: IO error: .../000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)',
    ],
  ])('says that the disk is full where Chromium %s', async (_, name, message) => {
    const { history } = newHistory();
    beforeEachPut((store) => {
      const full = new DOMException(message, name);
      vi.spyOn(store.transaction, 'error', 'get').mockReturnValue(full);
      store.transaction.abort();
    });
    await expect(history.appendLive(ME, aPoll)).rejects.toMatchObject({ code: 'history/quota' });
  });

  it('refuses what a later version wrote', async () => {
    const { history, name } = newHistory();
    (await openDB(name, 99)).close();
    await expect(history.load(ME)).rejects.toMatchObject({ code: 'history/newer-schema' });
  });

  it('gives way to a later version, and then refuses it', async () => {
    const { history, name } = newHistory();
    await history.appendLive(ME, aPoll);
    (await openDB(name, 99)).close();
    await expect(history.load(ME)).rejects.toMatchObject({ code: 'history/newer-schema' });
  });

  it('runs only the steps that are missing, and keeps what was there', async () => {
    const { history, name } = newHistory();
    await history.appendLive(ME, aPoll);
    history.close();
    const next = createConnection(name, [
      ...MIGRATIONS,
      (database) => void database.createObjectStore('accounts-2' as 'accounts'),
    ]);
    const accounts = await next.read(['accounts'], (tx) => tx.objectStore('accounts').count());
    expect(accounts).toBe(1);
    expect(await next.read(['accounts-2' as 'accounts'], () => Promise.resolve('there'))).toBe(
      'there',
    );
  });

  it('stays as it was when a step fails', async () => {
    const { history, name } = newHistory();
    await history.appendLive(ME, aPoll);
    history.close();
    const broken = createConnection(name, [
      ...MIGRATIONS,
      (database) => {
        database.deleteObjectStore('accounts');
        throw new Error('no');
      },
    ]);
    await expect(broken.read(['accounts'], () => Promise.resolve())).rejects.toMatchObject({
      code: 'history/unavailable',
    });
    expect((await history.load(ME)).columns.rows).toBe(1);
  });

  it('does not wait for an older version that does not give way', async () => {
    // Nor for its own patience to end.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { name } = newHistory();
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.addEventListener('success', () => resolve(request.result));
    });
    const next = createConnection(name, [() => undefined, () => undefined]);
    const read = () => next.read(['accounts'], () => Promise.resolve('read'));
    await expect(read()).rejects.toMatchObject({ code: 'history/unavailable' });
    // The browser has the first attempt stand before all others: they must not wait behind it.
    await expect(read()).rejects.toMatchObject({ code: 'history/unavailable' });
    vi.useRealTimers();
    older.close();
  });

  it('does not wait for ever behind another page that does, and is opened once that is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { name } = newHistory();
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.addEventListener('success', () => resolve(request.result));
    });
    const steps = [(database: HistoryDatabase) => void database.createObjectStore('accounts')];
    const pages = [1, 2].map(() => createConnection(name, [() => undefined, ...steps]));
    const read = (page: number) => pages[page]!.read(['accounts'], () => Promise.resolve('read'));
    await expect(read(0)).rejects.toMatchObject({ code: 'history/unavailable' });
    const held = expect(read(1)).rejects.toMatchObject({ code: 'history/unavailable' });
    await vi.advanceTimersByTimeAsync(15_000);
    await held;
    older.close();
    vi.useRealTimers();
    for (const page of [0, 1]) {
      await vi.waitFor(async () => expect(await read(page)).toBe('read'));
    }
  });

  it('is opened again after the browser ended the connection', async () => {
    const { history } = newHistory();
    const open = vi.spyOn(indexedDB, 'open');
    await history.appendLive(ME, aPoll);
    const request: IDBOpenDBRequest = open.mock.results[0]!.value;
    forceCloseDatabase(request.result as never);
    expect((await history.load(ME)).columns.rows).toBe(1);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('is opened again after it was closed', async () => {
    const { history } = newHistory();
    await history.appendLive(ME, aPoll);
    history.close();
    expect((await history.load(ME)).columns.rows).toBe(1);
  });
});

describe('a failure', () => {
  it('is told as a full disk, and nothing was written', async () => {
    const { history } = newHistory();
    beforeEachPut(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(history.appendLive(ME, aPoll)).rejects.toMatchObject({ code: 'history/quota' });
    vi.restoreAllMocks();
    expect((await history.load(ME)).columns.rows).toBe(0);
  });

  it('is told as a full disk when only the end of the transaction shows it', async () => {
    const { history } = newHistory();
    await history.load(ME);
    beforeEachPut(({ transaction }) => {
      const full = new DOMException('full', 'QuotaExceededError');
      Object.defineProperty(transaction, 'error', { value: full, writable: false });
      transaction.abort();
    });
    await expect(history.appendLive(ME, aPoll)).rejects.toMatchObject({ code: 'history/quota' });
  });

  it.each(['accounts', 'segments', 'dictionaries'])('is told as damage in %s', async (store) => {
    const { history, name } = newHistory();
    await history.appendLive(ME, aPoll);
    await history.fold(ME);
    const database = await openDB(name);
    for (const record of await database.getAll(store)) {
      const whole = record as Record<string, unknown>;
      await database.put(store, {
        ...whole,
        ...(store === 'accounts' ? { segments: 'none' } : {}),
        ...(store === 'segments' ? { columns: shortened(whole['columns']) } : {}),
        ...(store === 'dictionaries' ? { value: {} } : {}),
      });
    }
    database.close();
    await expect(history.load(ME)).rejects.toMatchObject({ code: 'history/damaged' });
  });
});

describe('segments that are not those of the account', () => {
  let opened: ReturnType<typeof newHistory>;
  let database: IDBPDatabase;
  beforeEach(async () => {
    opened = newHistory();
    await opened.history.appendLive(ME, aPoll);
    await opened.history.fold(ME);
    database = await openDB(opened.name);
  });
  afterEach(() => database.close());

  const isDamaged = () =>
    expect(opened.history.load(ME)).rejects.toMatchObject({ code: 'history/damaged' });

  it('are told as damage when one is missing', async () => {
    await database.clear('segments');
    await isDamaged();
  });

  it.each([-1, 1])('are told as damage when the account counts %i more rows', async (more) => {
    const account = (await database.get('accounts', ME)) as { segments: { rows: number }[] };
    const segments = account.segments.map((header) => ({ ...header, rows: header.rows + more }));
    await database.put('accounts', { ...account, segments });
    await isDamaged();
  });
});

function shortened(columns: unknown): unknown {
  return { ...(columns as object), playedMs: new Uint32Array(0) };
}

describe('deleting an account', () => {
  it('removes all of it, and nothing of the others', async () => {
    const { history, name } = newHistory();
    const other = 'account-10';
    for (const accountId of [ME, other]) {
      await history.appendLive(accountId, aPoll);
      await history.fold(accountId);
      await history.appendLive(accountId, { ...aPoll, streams: [aPlay(3_000_000)] });
    }
    const before = await seenIn(history, other);
    await history.deleteAccount(ME);
    expect(await seenIn(history, other)).toEqual(before);
    const database = await openDB(name);
    for (const store of database.objectStoreNames) {
      expect(JSON.stringify(await database.getAllKeys(store))).not.toContain(`"${ME}"`);
    }
    database.close();
    expect(await openHistory({ name }).extent(ME)).toMatchObject({ streams: 0 });
  });
});

describe('a snapshot', () => {
  it('that this version cannot read counts as none', async () => {
    const { history, name } = newHistory();
    await history.load(ME);
    const database = await openDB(name);
    await database.put('snapshots', { accountId: ME, schema: 99 });
    database.close();
    expect(await history.readSnapshot(ME)).toBeNull();
  });
});

describe('the mark', () => {
  it('outlives the accounts, and is gone with the database', async () => {
    const { history, name } = newHistory();
    expect(await history.mark()).toBeNull();
    await history.setMark('a mark');
    await history.appendLive(ME, aPoll);
    await history.deleteAccount(ME);
    expect(await history.mark()).toBe('a mark');
    history.close();
    indexedDB.deleteDatabase(name);
    expect(await history.mark()).toBeNull();
  });
});
