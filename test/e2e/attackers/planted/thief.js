/** What code in a page of the extension can do to its storage, as if the page had been taken over. */
globalThis.thief = {
  /** Everything a page can read, as text: databases, storage areas, caches. */
  async readAll() {
    const texts = [];
    for (const { name } of await indexedDB.databases()) {
      await withDatabase(name, async (database) => {
        for (const store of database.objectStoreNames) {
          const rows = await settle(database.transaction(store).objectStore(store).getAll());
          texts.push(`${name}/${store}: ${JSON.stringify(show(rows))}`);
        }
      });
    }
    texts.push(`local: ${JSON.stringify(await chrome.storage.local.get())}`);
    texts.push(`session: ${JSON.stringify(await chrome.storage.session.get())}`);
    texts.push(`page: ${JSON.stringify([localStorage, sessionStorage].map(Object.entries))}`);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        texts.push(`${request.url}: ${await (await cache.match(request)).text()}`);
      }
    }
    return texts.join('\n');
  },

  /** What the browser says to each way of getting at the bytes of the keys. */
  async exportKeys() {
    const usages = ['wrapKey', 'unwrapKey'];
    const wrapping = await crypto.subtle.generateKey(
      { name: 'AES-GCM', length: 256 },
      true,
      usages,
    );
    const keys = await readVault('keys');
    const attempts = keys.flatMap((key) => [
      crypto.subtle.exportKey('raw', key),
      crypto.subtle.exportKey('jwk', key),
      crypto.subtle.wrapKey('raw', key, wrapping, { name: 'AES-GCM', iv: new Uint8Array(12) }),
    ]);
    const outcomes = await Promise.allSettled(attempts);
    return outcomes.map(({ status, reason }) => (status === 'rejected' ? reason.name : 'exported'));
  },

  /** Opens a sealed token with the key, without ever seeing the key itself. */
  async useKey(accountId) {
    const [key] = await readVault('keys');
    const { generation, sealed } = (await readVault('tokens')).find(
      (row) => row.accountId === accountId,
    );
    const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const additionalData = new TextEncoder().encode(JSON.stringify([accountId, generation]));
    const algorithm = { name: 'AES-GCM', iv: bytes(sealed.iv), additionalData };
    const opened = await crypto.subtle.decrypt(algorithm, key, bytes(sealed.ciphertext));
    return new TextDecoder().decode(opened);
  },

  /** The sealed token of each account. */
  async takeSealed() {
    const rows = await readVault('tokens');
    return Object.fromEntries(rows.map(({ accountId, sealed }) => [accountId, sealed]));
  },

  /** Puts sealed tokens, by account, into rows that stay as they are otherwise. */
  async putSealed(tokens) {
    await withDatabase('ostinato-vault', async (database) => {
      const write = database.transaction('tokens', 'readwrite', { durability: 'strict' });
      const store = write.objectStore('tokens');
      for (const [accountId, sealed] of Object.entries(tokens)) {
        store.put({ ...(await settle(store.get(accountId))), sealed });
      }
      await new Promise((resolve) => write.addEventListener('complete', resolve));
    });
  },
};

async function withDatabase(name, work) {
  const database = await settle(indexedDB.open(name));
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

function readVault(store) {
  return withDatabase('ostinato-vault', (database) =>
    settle(database.transaction(store).objectStore(store).getAll()),
  );
}

function settle(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

/** Bytes as characters, so that a text in them can be found. */
function show(value) {
  if (value instanceof CryptoKey) return '[key]';
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    return new TextDecoder('latin1').decode(value);
  }
  if (Array.isArray(value)) return value.map(show);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, show(part)]));
}
