/** The key refresh tokens are sealed with: made once, kept beside the rows, never readable itself. */
import type { VaultDatabase } from './database.ts';

/** Where the seal gets its key from. */
export type KeyProvider = () => Promise<CryptoKey>;

const SEALING_KEY = 'sealing';

/**
 * A non-extractable AES-GCM key that lives in the vault's database. Its bytes still lie in the
 * browser's profile: it keeps tokens from standing there as plain text, it does not protect a copied
 * profile.
 */
export function createStoredKey(database: VaultDatabase): KeyProvider {
  let key: Promise<CryptoKey> | null = null;

  async function load(): Promise<CryptoKey> {
    const kept = await database.run((connection) => connection.get('keys', SEALING_KEY));
    if (kept) return kept;
    const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    return database.run(async (connection) => {
      const write = connection.transaction('keys', 'readwrite', { durability: 'strict' });
      // Another background may have been first: its key is the one rows are sealed with.
      const winner = (await write.store.get(SEALING_KEY)) ?? fresh;
      await Promise.all([write.store.put(winner, SEALING_KEY), write.done]);
      return winner;
    });
  }

  return () => {
    key ??= load().catch((thrown: unknown) => {
      key = null;
      throw thrown;
    });
    return key;
  };
}
