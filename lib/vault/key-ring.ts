/**
 * Where the key that tokens are sealed with comes from: made once and kept beside the rows, or derived
 * from a passphrase and held for as long as the browser is open.
 */
import { AppError } from '../domain/app-error.ts';
import type { PassphraseState } from '../domain/passphrase.ts';
import { z } from '../domain/schema.ts';
import type { KeyValueArea } from '../platform/key-value.ts';
import { fromBase64, toBase64 } from './cipher.ts';
import type { VaultDatabase } from './database.ts';
import { importKey, PassphraseRecord, type KeyBytes } from './passphrase-record.ts';

/** Where the seal gets its key from. */
export type KeyProvider = () => Promise<CryptoKey>;

export interface KeyRing {
  /**
   * The key to seal and to open with. Rejects with AppError `token/locked` before the passphrase is
   * entered, and as the database does.
   */
  key: KeyProvider;
  state(): Promise<PassphraseState>;
  /** What is kept of the passphrase; null while there is none. */
  record(): Promise<PassphraseRecord | null>;
  /** Keeps a passphrase's key until the browser closes, so that a new background need not ask. */
  hold(record: PassphraseRecord, bytes: KeyBytes): Promise<void>;
  /** What stands in the database is another key now; drops what is held of all but `record`. */
  changed(record: PassphraseRecord | null): Promise<void>;
}

/** The names in the database's store of keys. */
export const SEALING_KEY = 'sealing';
export const PASSPHRASE = 'passphrase';

const HELD = 'vault.key:';

/**
 * The kept key is not extractable, but its bytes lie in the browser's profile: it keeps tokens from
 * standing there as plain text, it does not protect a copied profile. A passphrase's key never
 * touches the disk.
 *
 * No key is remembered from one use to the next: where the browser has lost the database meanwhile, a
 * token sealed with a remembered key could be opened by nobody later.
 */
export function createKeyRing(database: VaultDatabase, session: KeyValueArea): KeyRing {
  async function record(): Promise<PassphraseRecord | null> {
    const found = await database.run((connection) => connection.get('keys', PASSPHRASE));
    if (found === undefined) return null;
    const parsed = z.safeParse(PassphraseRecord, found);
    if (parsed.success) return parsed.data;
    // Without it no passphrase opens anything: what stays is to forget it and to sign in again.
    return DAMAGED;
  }

  async function recall({ salt }: PassphraseRecord): Promise<CryptoKey | null> {
    const held = await session.get(HELD + salt);
    return typeof held === 'string' ? importKey(fromBase64(held)) : null;
  }

  async function key(): Promise<CryptoKey> {
    const found = await record();
    if (!found) return loadKept(database);
    const derived = await recall(found);
    if (!derived) throw new AppError('token/locked');
    return derived;
  }

  async function state(): Promise<PassphraseState> {
    const found = await record();
    if (!found) return 'off';
    return (await recall(found)) ? 'unlocked' : 'locked';
  }

  async function hold({ salt }: PassphraseRecord, bytes: KeyBytes): Promise<void> {
    await session.set(HELD + salt, toBase64(bytes));
  }

  async function changed(now: PassphraseRecord | null): Promise<void> {
    const current = now && HELD + now.salt;
    const held = (await session.keys()).filter((name) => name.startsWith(HELD));
    const old = held.filter((name) => name !== current);
    await Promise.all(old.map((name) => session.remove(name)));
  }

  return { key, state, record, hold, changed };
}

/** A record nobody can open. */
const DAMAGED: PassphraseRecord = {
  version: 1,
  kdf: { name: 'PBKDF2', hash: 'SHA-256', iterations: 1 },
  salt: '',
  check: { iv: '', ciphertext: '' },
};

/** A new key that is kept beside the rows. */
export function createSealingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function loadKept(database: VaultDatabase): Promise<CryptoKey> {
  const found = await database.run((connection) => connection.get('keys', SEALING_KEY));
  if (found instanceof CryptoKey) return found;
  const fresh = await createSealingKey();
  return database.run(async (connection) => {
    const write = connection.transaction('keys', 'readwrite', { durability: 'strict' });
    // Another background may have been first: its key is the one rows are sealed with.
    const standing = await write.store.get(SEALING_KEY);
    const winner = standing instanceof CryptoKey ? standing : fresh;
    await Promise.all([write.store.put(winner, SEALING_KEY), write.done]);
    return winner;
  });
}
