/** Puts another key in the place of the one rows are sealed with: all of it, or nothing. */
import { AppError } from '../domain/app-error.ts';
import type { VaultDatabase } from './database.ts';
import { PASSPHRASE, SEALING_KEY } from './key-ring.ts';
import type { PassphraseRecord } from './passphrase-record.ts';
import { createSeal } from './seal.ts';
import { parseRow, type SealedToken } from './token-row.ts';

/** The new key, and what is kept of it. */
export type NextKey = { kept: CryptoKey } | { derived: CryptoKey; record: PassphraseRecord };

/**
 * Seals every row anew, in one transaction with the exchange of the keys, so that a crash leaves the
 * old key with the old rows or the new key with the new ones. Nobody may write rows meanwhile; a row
 * deleted meanwhile stays deleted.
 *
 * Rejects as the database does; then nothing is changed.
 */
export async function swapKey(
  database: VaultDatabase,
  from: CryptoKey,
  next: NextKey,
): Promise<void> {
  const [before, after] = [from, 'kept' in next ? next.kept : next.derived].map((key) =>
    createSeal(() => Promise.resolve(key)),
  );
  const resealed = new Map<string, { revision: number; sealed: SealedToken }>();
  // Beforehand: a transaction does not wait for anything but its own requests.
  for (const row of (await database.run((connection) => connection.getAll('tokens'))).map(
    parseRow,
  )) {
    const token = row && (await before!.open(row));
    // What the old key does not open is lost with either.
    if (!row || token === null) continue;
    const sealed = await after!.seal(token, row);
    resealed.set(row.accountId, { revision: row.revision, sealed });
  }
  await database.run(async (connection) => {
    const write = connection.transaction(['tokens', 'keys'], 'readwrite', { durability: 'strict' });
    const [tokens, keys] = [write.objectStore('tokens'), write.objectStore('keys')];
    const standing = (await tokens.getAll()).map(parseRow).filter((row) => row !== null);
    const anew = standing.flatMap((row) => {
      const { revision, sealed } = resealed.get(row.accountId) ?? { revision: null, sealed: null };
      return revision === null
        ? []
        : [{ isCurrent: revision === row.revision, row: { ...row, sealed } }];
    });
    if (!anew.every(({ isCurrent }) => isCurrent)) {
      write.abort();
      await write.done.catch(() => undefined);
      throw new AppError('token/passphrase-not-stored', { detail: 'a row has changed' });
    }
    await Promise.all([
      ...anew.map(({ row }) => tokens.put(row)),
      ...('kept' in next
        ? [keys.put(next.kept, SEALING_KEY), keys.delete(PASSPHRASE)]
        : [keys.put(next.record, PASSPHRASE), keys.delete(SEALING_KEY)]),
      write.done,
    ]);
  });
}
