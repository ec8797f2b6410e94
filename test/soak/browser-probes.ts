/** What the soak does inside a page of the extension: reads the stores themselves, and moves the clock. */
import type { SoakAlarm } from './build/soak-messages.ts';
import type { Stored } from './stored.ts';

/** Names that the code of a page cannot import. */
interface Keys {
  clock: string;
  alarms: string;
}

/** Runs in a page: the alarms that are set, by name. */
export async function readSoakAlarms({ alarms }: Keys): Promise<[string, SoakAlarm][]> {
  const entries = Object.entries(await chrome.storage.session.get(null));
  return entries
    .filter(([key]) => key.startsWith(alarms))
    .map(([key, alarm]) => [key.slice(alarms.length), alarm as SoakAlarm]);
}

/** Runs in a page: an alarm that rings is set anew or gone, and the clock shows when. */
export async function beginRing(
  { clock, alarms }: Keys,
  aheadMs: number,
  name: string,
  next: SoakAlarm | null,
): Promise<void> {
  await chrome.storage.local.set({ [clock]: aheadMs });
  if (next) await chrome.storage.session.set({ [alarms + name]: next });
  else await chrome.storage.session.remove(alarms + name);
}

/** Runs in a page: everything that is stored, but for what the soak has put there. */
export async function measureInPage(
  soak: string,
): Promise<Stored & { stores: Record<string, [records: number, bytes: number]>; usage: number }> {
  const stores: Record<string, [records: number, bytes: number]> = {};
  for (const { name } of await indexedDB.databases()) {
    const database = await finish<IDBDatabase>(indexedDB.open(name!));
    for (const store of database.objectStoreNames) {
      const rows = await finish(database.transaction(store).objectStore(store).getAll());
      stores[store] = [rows.length, rows.reduce((sum: number, row) => sum + sizeOf(row), 0)];
    }
    database.close();
  }
  const areas = [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
  const entries = areas.flatMap(Object.entries).filter(([key]) => !key.startsWith(soak));
  const { usage = 0 } = await navigator.storage.estimate();
  return {
    databaseBytes: Object.values(stores).reduce((sum, [, bytes]) => sum + bytes, 0),
    records: Object.values(stores).reduce((sum, [records]) => sum + records, 0),
    areaBytes: JSON.stringify(entries).length,
    stores,
    usage,
  };

  function finish<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
    });
  }

  /** About what a structured clone takes. */
  function sizeOf(value: unknown): number {
    if (typeof value === 'string') return value.length + 2;
    if (typeof value === 'number') {
      return Number.isInteger(value) && Math.abs(value) < 2 ** 30 ? 4 : 9;
    }
    if (typeof value !== 'object' || value === null) return 1;
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength + 8;
    const parts = value instanceof Map ? [...value] : Object.entries(value);
    // An element's index takes hardly anything, a property its name.
    const names = Array.isArray(value) ? 0 : parts.reduce((sum, [name]) => sum + sizeOf(name), 0);
    return parts.reduce((sum, [, part]) => sum + sizeOf(part), names + 4);
  }
}
