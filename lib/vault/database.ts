/** The vault's own IndexedDB: sealed rows and the key they are sealed with, apart from the history. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { AppError } from '../domain/app-error.ts';

export const VAULT_DATABASE = 'ostinato-vault';
const VERSION = 1;

interface VaultSchema extends DBSchema {
  /** Values are rows, parsed on reading. */
  tokens: { key: string; value: { accountId: string } };
  keys: { key: string; value: CryptoKey };
}

type Connection = IDBPDatabase<VaultSchema>;

/** Runs `work` on an open connection; opens again after the browser closed it. */
export interface VaultDatabase {
  run<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** For tests and for deleting the database; the next `run` opens again. */
  close(): Promise<void>;
}

/**
 * Nothing is opened before the first `run`.
 *
 * `run` rejects with AppError `storage/newer-version` when a later Ostinato wrote the database (it
 * stays untouched), and `token/unavailable` when it cannot be opened; otherwise as `work` does.
 */
export function createVaultDatabase(): VaultDatabase {
  let opened: Promise<Connection> | null = null;

  function connect(): Promise<Connection> {
    const connection = open(() => (opened = null)).catch((cause: unknown) => {
      opened = null;
      throw describe(cause);
    });
    opened = connection;
    return connection;
  }

  async function run<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await (opened ?? connect());
    try {
      return await work(connection);
    } catch (thrown) {
      if (!isClosed(thrown)) throw thrown;
      return work(await connect());
    }
  }

  async function close(): Promise<void> {
    const closing = opened;
    opened = null;
    (await closing)?.close();
  }

  return { run, close };
}

async function open(onGone: () => void): Promise<Connection> {
  const blocked = Promise.withResolvers<never>();
  const opening = openDB<VaultSchema>(VAULT_DATABASE, VERSION, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) {
        database.createObjectStore('tokens', { keyPath: 'accountId' });
        database.createObjectStore('keys');
      }
    },
    // An older background still has it open; it closes on `blocking`, and the next try succeeds.
    blocked: () => blocked.reject(new Error('an older version of the vault is still open')),
    // A newer background wants to upgrade: without closing, it would wait for ever.
    blocking: () => {
      onGone();
      void opening.then((connection) => connection.close());
    },
    terminated: onGone,
  });
  return Promise.race([opening, blocked.promise]);
}

function describe(cause: unknown): AppError {
  if (cause instanceof DOMException && cause.name === 'VersionError') {
    return new AppError('storage/newer-version', { detail: VAULT_DATABASE }, { cause });
  }
  const detail = 'the token store cannot be opened';
  return new AppError('token/unavailable', { detail }, { cause });
}

/** A connection that closed by itself refuses new transactions with this. */
function isClosed(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'InvalidStateError';
}
