/** The vault's own database: opened when needed, closed when another version wants it. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createVaultDatabase, VAULT_DATABASE } from '../../../lib/vault/database.ts';
import { createDiskRows } from '../../../lib/vault/disk-rows.ts';
import { createKeyRing } from '../../../lib/vault/key-ring.ts';
import { placeholderRow } from '../../../lib/vault/row-changes.ts';
import { createSeal } from '../../../lib/vault/seal.ts';
import { memoryArea } from '../background/memory-area.ts';
import { createWorld, MIRA, signIn } from './world.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const stores = (database = createVaultDatabase()) =>
  database.run((connection) => Promise.resolve([...connection.objectStoreNames]));

describe('the database', () => {
  it('is not opened before it is needed', async () => {
    createVaultDatabase();
    expect(await indexedDB.databases()).toEqual([]);
    expect(await stores()).toEqual(['keys', 'tokens']);
  });

  it('makes way for a later version, and refuses to open that one', async () => {
    const database = createVaultDatabase();
    await stores(database);
    const later = await openDB(VAULT_DATABASE, 99);
    await expect(stores(database)).rejects.toMatchObject({ code: 'storage/newer-version' });
    expect(later.version).toBe(99);
    later.close();
  });

  it('opens again after the browser closed the connection', async () => {
    const database = createVaultDatabase();
    await database.run((connection) => Promise.resolve(connection.close()));
    const count = database.run((connection) => connection.count('tokens'));
    expect(await count).toBe(0);
  });

  it('passes on what fails in it under one code', async () => {
    const failing = createVaultDatabase().run(() =>
      Promise.reject(new DOMException('', 'QuotaExceededError')),
    );
    await expect(failing).rejects.toMatchObject({
      code: 'token/unavailable',
      data: { detail: 'token store: QuotaExceededError' },
    });
  });
});

describe('rows on disk', () => {
  it('are written only over the revision that was read', async () => {
    const rows = createDiskRows(createVaultDatabase());
    const account = { id: 'a', displayName: null, clientId: 'c', addedAt: 0 };
    const row = (revision: number) => ({ ...placeholderRow(account, 0), revision });
    expect(await rows.replace(row(1), 7)).toBe(false);
    expect(await rows.replace(row(1), null)).toBe(true);
    expect(await rows.replace(row(2), null)).toBe(false);
    expect(await rows.replace(row(2), 1)).toBe(true);
    expect(await rows.replace(row(9), 1)).toBe(false);
    expect((await rows.all()).map(({ revision }) => revision)).toEqual([2]);
    await rows.delete('a');
    expect(await rows.replace(row(3), 2)).toBe(false);
    expect(await rows.all()).toEqual([]);
  });
});

it.each(['tokens', 'keys'])('what is written to the store of %s is flushed', async (name) => {
  const opening = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const world = createWorld();
  await signIn(world);
  const life = world.live();
  await life.vault.refreshNow(MIRA);
  await life.vault.passphrase.turnOn('correct horse battery');
  await life.vault.passphrase.turnOff('correct horse battery');
  await life.vault.disconnect(MIRA);
  const asked = opening.mock.calls
    .filter(([names, mode]) => mode === 'readwrite' && [names].flat().includes(name))
    .map(([, , options]) => options?.durability);
  expect(asked.length).toBeGreaterThan(name === 'tokens' ? 5 : 2);
  expect(new Set(asked)).toEqual(new Set(['strict']));
});

describe('the sealing key', () => {
  it('is made once, even by two backgrounds at a time, and cannot be read', async () => {
    const keys = await Promise.all([
      createKeyRing(createVaultDatabase(), memoryArea()).key(),
      createKeyRing(createVaultDatabase(), memoryArea()).key(),
    ]);
    expect(keys.map(({ extractable }) => extractable)).toEqual([false, false]);
    const row = { accountId: 'a', generation: 1 };
    const [first, second] = keys.map((key) => createSeal(() => Promise.resolve(key)));
    const sealed = await first!.seal('AQ-token', row);
    expect(await second!.open({ ...row, sealed })).toBe('AQ-token');
  });

  it('is tried for again after it could not be had', async () => {
    let attempts = 0;
    const database = createVaultDatabase();
    const { key } = createKeyRing(
      {
        ...database,
        run: (work) => {
          attempts += 1;
          return attempts <= 2 ? Promise.reject(new Error('no')) : database.run(work);
        },
      },
      memoryArea(),
    );
    await expect(key()).rejects.toThrow('no');
    await expect(key()).rejects.toThrow('no');
    expect((await key()).type).toBe('secret');
  });
});

describe('the seal', () => {
  const seal = createSealHere();
  const row = { accountId: 'mira', generation: 3 };

  it('gives back what was sealed', async () => {
    const token = `AQ${'ü€'.repeat(200)}`;
    expect(await seal.open({ ...row, sealed: await seal.seal(token, row) })).toBe(token);
  });

  it('never looks the same twice', async () => {
    expect(await seal.seal('AQ', row)).not.toEqual(await seal.seal('AQ', row));
  });

  it.each([
    { ...row, accountId: 'tomas' },
    { ...row, generation: 2 },
    { accountId: 'mira\n3', generation: 3 },
  ])('does not open for %o', async (other) => {
    expect(await seal.open({ ...other, sealed: await seal.seal('AQ', row) })).toBeNull();
  });

  it('does not open when it was tampered with, or for another key', async () => {
    const sealed = await seal.seal('AQ', row);
    const other = createSealHere();
    expect(await other.open({ ...row, sealed })).toBeNull();
    expect(await seal.open({ ...row, sealed: { ...sealed, ciphertext: 'AAAA' } })).toBeNull();
    expect(await seal.open({ ...row, sealed: { ...sealed, iv: '%' } })).toBeNull();
    expect(await seal.open({ ...row, sealed: null })).toBeNull();
  });
});

function createSealHere() {
  const key = crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return createSeal(() => key);
}
