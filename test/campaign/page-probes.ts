/** What the campaign reads inside a page of the extension: the stores themselves, asking nobody. */

/** Runs in a page: every row of the vault, as it stands on disk; none while there is no database. */
export async function readTokenRows(): Promise<unknown[]> {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'ostinato-vault')) return [];
  const opening = indexedDB.open('ostinato-vault');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
  });
  try {
    if (!database.objectStoreNames.contains('tokens')) return [];
    const reading = database.transaction('tokens').objectStore('tokens').getAll();
    return await new Promise<unknown[]>((resolve, reject) => {
      reading.addEventListener('success', () => resolve(reading.result));
      reading.addEventListener('error', () => reject(reading.error ?? new Error('not read')));
    });
  } finally {
    database.close();
  }
}

/** Runs in a page: how many streams are kept of the account. */
export async function readStreams(accountId: string): Promise<number> {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'ostinato-history')) return 0;
  const opening = indexedDB.open('ostinato-history');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
  });
  try {
    const reading = database.transaction('accounts').objectStore('accounts').get(accountId);
    const record = await new Promise<{ streams?: unknown } | undefined>((resolve, reject) => {
      reading.addEventListener('success', () => resolve(reading.result));
      reading.addEventListener('error', () => reject(reading.error ?? new Error('not read')));
    });
    return Number(record?.streams ?? 0);
  } finally {
    database.close();
  }
}

/** Runs in a page: the names of the alarms that are set. */
export async function readAlarms(): Promise<string[]> {
  return (await chrome.alarms.getAll()).map(({ name }) => name);
}

/** Runs in a page: the id of the sign-in window that the background knows of, if it has opened one. */
export async function readSignInWindow(): Promise<number | null> {
  const { 'vault.sign-in': note } = await chrome.storage.session.get('vault.sign-in');
  return (note as { windowId: number | null } | undefined)?.windowId ?? null;
}
