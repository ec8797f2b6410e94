/** The vault's own IndexedDB: sealed rows and the key they are sealed with, apart from the history. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { AppError } from '../domain/app-error.ts';

export const VAULT_DATABASE = 'ostinato-vault';
const VERSION = 1;

interface VaultSchema extends DBSchema {
  /** Values are rows, parsed on reading. */
  tokens: { key: string; value: { accountId: string } };
  /** The key rows are sealed with, or what is kept of the passphrase it is derived from. */
  keys: { key: string; value: unknown };
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
 * stays untouched), and with `token/unavailable` for everything else a database can refuse.
 */
export function createVaultDatabase(): VaultDatabase {
  let opened: Promise<Connection> | null = null;

  function connect(): Promise<Connection> {
    const connection = open(() => (opened = null));
    opened = connection;
    connection.catch(() => (opened = null));
    return connection;
  }

  async function run<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      const connection = await (opened ?? connect());
      return await work(connection).catch(async (thrown: unknown) => {
        if (!isClosed(thrown)) throw thrown;
        return work(await connect());
      });
    } catch (cause) {
      throw describe(cause);
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
  const name = cause instanceof Error ? cause.name : 'unknown';
  return name === 'VersionError'
    ? new AppError('storage/newer-version', { detail: VAULT_DATABASE }, { cause })
    : new AppError('token/unavailable', { detail: `token store: ${name}` }, { cause });
}

/** A connection that closed by itself refuses new transactions with this. */
function isClosed(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'InvalidStateError';
}
