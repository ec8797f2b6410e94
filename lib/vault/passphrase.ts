/** Locks the sign-ins with a passphrase: turned on, changed, turned off, entered, or forgotten. */
import { AppError, toErrorRecord } from '../domain/app-error.ts';
import { isLongEnough } from '../domain/passphrase.ts';
import { VAULT_LOCK, type Locks } from './account-lock.ts';
import type { VaultDatabase } from './database.ts';
import { createSealingKey, PASSPHRASE, type KeyRing } from './key-ring.ts';
import { importKey, createPassphraseRecord, openPassphraseRecord } from './passphrase-record.ts';
import type { KeyBytes } from './passphrase-record.ts';
import type { RowHome } from './row-home.ts';
import { swapKey, type NextKey } from './swap-key.ts';

/**
 * Each waits until no account is being worked on. They reject with AppError `token/wrong-passphrase`;
 * `token/passphrase-not-stored` and `token/not-stored` when the disk refuses (nothing is changed
 * then); `message/invalid` for what the pages do not offer; `token/unavailable`.
 */
export interface PassphraseLock {
  turnOn(passphrase: string): Promise<void>;
  change(current: string, next: string): Promise<void>;
  turnOff(current: string): Promise<void>;
  /** Until the browser closes. */
  unlock(passphrase: string): Promise<void>;
  /** For who no longer knows it: the sealed tokens go with it, so that one can sign in again. */
  forget(): Promise<void>;
}

interface PassphraseDeps {
  database: VaultDatabase;
  ring: KeyRing;
  rows: RowHome;
  locks: Locks;
  memoryOnly: () => Promise<boolean>;
  iterations: number;
  onChange: () => void;
}

export function createPassphraseLock(deps: PassphraseDeps): PassphraseLock {
  const { database, ring, rows } = deps;

  /** With every account at rest: a refresh on its way would write what the old key sealed. */
  async function alone(work: () => Promise<void>): Promise<void> {
    try {
      await deps.locks.request(VAULT_LOCK, { mode: 'exclusive' }, work);
    } finally {
      deps.onChange();
    }
  }

  async function turnOn(passphrase: string): Promise<void> {
    refuseShort(passphrase);
    await alone(async () => {
      // There, nothing lies on the disk that a passphrase could protect.
      if (await deps.memoryOnly()) throw new AppError('message/invalid', { detail: 'memory only' });
      if (await ring.record()) throw new AppError('message/invalid', { detail: 'it is on' });
      await swapTo(await ring.key(), passphrase);
    });
  }

  async function change(current: string, next: string): Promise<void> {
    refuseShort(next);
    await alone(async () => swapTo(await importKey(await open(current)), next));
  }

  async function swapTo(from: CryptoKey, passphrase: string): Promise<void> {
    const { record, bytes } = await createPassphraseRecord(passphrase, deps.iterations);
    // Before the rows need it: whoever sets a passphrase is not asked for it at once.
    await ring.hold(record, bytes);
    await swap(from, { derived: await importKey(bytes), record });
    await ring.changed(record);
  }

  async function turnOff(current: string): Promise<void> {
    await alone(async () => {
      const from = await importKey(await open(current));
      await swap(from, { kept: await createSealingKey() });
      await ring.changed(null);
    });
  }

  async function swap(from: CryptoKey, next: NextKey): Promise<void> {
    // A row in memory, because the disk refused it, would keep the old seal.
    for (const accountId of await rows.accountIds()) await rows.settle(accountId);
    await storing(() => swapKey(database, from, next));
  }

  async function unlock(passphrase: string): Promise<void> {
    await alone(async () => {
      const bytes = await open(passphrase);
      const record = await ring.record();
      if (record) await ring.hold(record, bytes);
    });
  }

  /** The key's bytes, for the right passphrase only. */
  async function open(passphrase: string): Promise<KeyBytes> {
    const record = await ring.record();
    if (!record) throw new AppError('message/invalid', { detail: 'there is no passphrase' });
    const bytes = await openPassphraseRecord(passphrase, record);
    if (!bytes) throw new AppError('token/wrong-passphrase');
    return bytes;
  }

  async function forget(): Promise<void> {
    await alone(async () => {
      if (!(await ring.record())) return;
      const accountIds = await rows.accountIds();
      await storing(() =>
        database.run(async (connection) => {
          const write = connection.transaction(['tokens', 'keys'], 'readwrite', {
            durability: 'strict',
          });
          const [tokens, keys] = [write.objectStore('tokens'), write.objectStore('keys')];
          await Promise.all([tokens.clear(), keys.delete(PASSPHRASE), write.done]);
        }),
      );
      // Those the disk had refused, too.
      for (const accountId of accountIds) await rows.erase(accountId);
      await ring.changed(null);
    });
  }

  return { turnOn, change, turnOff, unlock, forget };
}

function refuseShort(passphrase: string): void {
  if (!isLongEnough(passphrase)) throw new AppError('message/invalid', { detail: 'passphrase' });
}

/** What the database says of a full disk means here that nothing was changed. */
async function storing(work: () => Promise<void>): Promise<void> {
  await work().catch((cause: unknown) => {
    const { code, data } = toErrorRecord(cause);
    if (code !== 'token/unavailable') throw cause;
    throw new AppError('token/passphrase-not-stored', data, { cause });
  });
}
