/** The door to the database: opened when first used, opened again when lost, failures by code. */
import { openDB } from 'idb';
import { AppError } from '../domain/app-error.ts';
import { type Migration, MIGRATIONS } from './migrations.ts';
import {
  type HistoryDatabase,
  type HistorySchema,
  type ReadTransaction,
  type StoreName,
  type WriteTransaction,
} from './schema.ts';

export interface Connection {
  /** Reads in one transaction: all of it from the same moment. */
  read: <T>(stores: StoreName[], body: (transaction: ReadTransaction) => Promise<T>) => Promise<T>;
  /** Writes in one transaction: when `body` or the disk fails, nothing was written. */
  write: <T>(
    stores: StoreName[],
    body: (transaction: WriteTransaction) => Promise<T>,
  ) => Promise<T>;
  /** Closes after what is running; a later use opens again. */
  close(): void;
}

/**
 * Calls fail with `history/quota` (the disk is full), `history/newer-schema` (a later version of
 * the extension wrote it), `history/unavailable` (anything else that IndexedDB throws; also while
 * an open page of an older version holds up an upgrade); what a body throws as AppError passes.
 */
export function createConnection(
  name: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Connection {
  let opening: Promise<HistoryDatabase> | null = null;
  /** An attempt given up still stands in the browser's queue, where another would wait behind it. */
  let isHeldUp = false;
  /**
   * A write failed: Firefox was seen to refuse the next one through the same connection, though the disk
   * had room again. It is not closed before: on a full disk Chromium opens no other, even for reading.
   */
  let isWorn = false;

  /** One attempt serves all who wait; one that failed or was lost is not kept. */
  function open(): Promise<HistoryDatabase> {
    if (opening) return opening;
    if (isHeldUp) return Promise.reject(heldUp());
    const attempt = connect(name, migrations, {
      onLost: () => {
        if (opening === attempt) opening = null;
      },
      onHeldUp: (now) => (isHeldUp = now),
    });
    opening = attempt;
    return attempt;
  }

  function forget(): void {
    opening = null;
  }

  /** A connection may be lost between its opening and its use: then once more. */
  async function begin<T>(start: (database: HistoryDatabase) => T): Promise<T> {
    const database = await open();
    try {
      return start(database);
    } catch (error) {
      if (nameOf(error) !== 'InvalidStateError') throw error;
      forget();
      return start(await open());
    }
  }

  function close(): void {
    opening?.then((database) => database.close()).catch(() => undefined);
    forget();
  }

  return {
    async read(stores, body) {
      try {
        return await complete(await begin((db) => db.transaction(stores, 'readonly')), body);
      } catch (error) {
        throw toHistoryError(error);
      }
    },
    async write(stores, body) {
      if (isWorn) close();
      isWorn = false;
      try {
        return await complete(await begin((db) => db.transaction(stores, 'readwrite')), body);
      } catch (error) {
        if (!(error instanceof AppError)) isWorn = true;
        throw toHistoryError(error);
      }
    },
    close,
  };
}

/** Longer than any opening takes, but for an upgrade of its own. */
const PATIENCE_MS = 15_000;

interface Watch {
  onLost: () => void;
  /** An attempt is given up and still pending, or has ended after all. */
  onHeldUp: (isHeldUp: boolean) => void;
}

function connect(
  name: string,
  migrations: readonly Migration[],
  { onLost, onHeldUp }: Watch,
): Promise<HistoryDatabase> {
  return new Promise((resolve, reject) => {
    let givenUp = false;
    const fail = (error: unknown) => {
      givenUp = true;
      onLost();
      reject(toHistoryError(error));
    };
    const giveUp = () => {
      // Waiting could take until the other page is closed, and callers would hang for as long.
      onHeldUp(true);
      fail(heldUp());
    };
    // Behind another page's attempt that is held up, nobody says that this one is, too.
    const timer = setTimeout(giveUp, PATIENCE_MS);
    const end = () => {
      clearTimeout(timer);
      if (givenUp) onHeldUp(false);
    };
    openDB<HistorySchema>(name, migrations.length, {
      upgrade(database, oldVersion, _newVersion, transaction) {
        clearTimeout(timer);
        transaction.done.catch(() => undefined);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an upgrade may write to all
        const upgrade = transaction as unknown as WriteTransaction;
        migrate(database, upgrade, migrations.slice(oldVersion)).catch((error: unknown) => {
          abort(upgrade);
          fail(error);
        });
      },
      blocked: giveUp,
      blocking(_current, _blocked, event) {
        onLost();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: onLost,
    })
      .finally(end)
      .then((database) => (givenUp ? database.close() : resolve(database)), fail);
  });
}

function heldUp(): AppError {
  return new AppError('history/unavailable', { detail: 'an older version is still open' });
}

async function migrate(
  database: HistoryDatabase,
  transaction: WriteTransaction,
  steps: readonly Migration[],
): Promise<void> {
  for (const step of steps) await step(database, transaction);
}

async function complete<T, Tx extends ReadTransaction | WriteTransaction>(
  transaction: Tx,
  body: (transaction: Tx) => Promise<T>,
): Promise<T> {
  const ending = transaction.done.then(
    () => null,
    (reason: unknown) => ({ reason }),
  );
  try {
    const result = await body(transaction);
    const failure = await ending;
    if (failure) throw failure.reason;
    return result;
  } catch (error) {
    abort(transaction);
    const failure = await ending;
    // A full disk shows in the end of the transaction, not in the request that met it.
    throw failure && isDiskFull(failure.reason) ? failure.reason : error;
  }
}

function abort(transaction: ReadTransaction | WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already: that is what was wanted.
  }
}

function toHistoryError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const name = nameOf(error);
  const cause = { cause: error };
  if (isDiskFull(error)) return new AppError('history/quota', {}, cause);
  if (name === 'VersionError') return new AppError('history/newer-schema', {}, cause);
  return new AppError('history/unavailable', { detail: name }, cause);
}

/**
 * A quota never runs out under `unlimitedStorage`; a disk does. Firefox says so by the same name,
 * Chromium only by these messages: of large values, and of a connection that it ends for it.
 */
function isDiskFull(error: unknown): boolean {
  const name = nameOf(error);
  if (name === 'QuotaExceededError') return true;
  const message = error instanceof Error || error instanceof DOMException ? error.message : '';
  return (
    (name === 'DataError' && message.includes('Failed to write blobs')) ||
    (name === 'UnknownError' && message.includes('FILE_ERROR_NO_SPACE'))
  );
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : String(error);
}
