/** Small versioned items in the browser's storage areas; rows and history live in IndexedDB. */
import { browser } from 'wxt/browser';
import { AppError } from '../domain/app-error.ts';
import { z } from '../domain/schema.ts';

/** What is needed of `storage.local` and `storage.session`. */
export interface KeyValueArea {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

/** `local` survives the browser's restart and lies on disk as plain text: no secrets. */
export function localArea(): KeyValueArea {
  return areaOf(browser.storage.local);
}

/** `session` survives the background's death, never touches the disk; closed to content scripts. */
export function sessionArea(): KeyValueArea {
  return areaOf(browser.storage.session);
}

function areaOf(area: typeof browser.storage.local): KeyValueArea {
  return {
    get: async (key) => (await area.get(key))[key],
    set: (key, value) => area.set({ [key]: value }),
    remove: (key) => area.remove(key),
    keys: async () => Object.keys(await area.get(null)),
  };
}

interface ItemOptions<T> {
  area: KeyValueArea;
  key: string;
  /** Grows when the shape changes; older values pass through `migrate`. */
  version: number;
  schema: z.ZodMiniType<T>;
  fallback: T;
  /** Lifts a value of an older version to this one; without it, older values are refused. */
  migrate?: (value: unknown, fromVersion: number) => unknown;
}

/** One stored value: read with a schema, written whole, updated one at a time. */
export interface StoredItem<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Reads, changes and writes with no other update of this item between. */
  update(change: (value: T) => T): Promise<T>;
}

const Envelope = z.object({ version: z.int(), value: z.unknown() });

/**
 * @throws AppError `storage/newer-version` when a later Ostinato wrote the item; it stays untouched.
 * A damaged value reads as the fallback: whoever owns it can tell from its other stores.
 */
export function createStoredItem<T>(options: ItemOptions<T>): StoredItem<T> {
  const { area, key, version, schema, fallback, migrate } = options;
  let queue: Promise<unknown> = Promise.resolve();

  async function get(): Promise<T> {
    const envelope = z.safeParse(Envelope, await area.get(key));
    if (!envelope.success) return fallback;
    const { version: found, value } = envelope.data;
    if (found > version) throw new AppError('storage/newer-version', { detail: key });
    const lifted = found < version && migrate ? migrate(value, found) : value;
    const parsed = z.safeParse(schema, lifted);
    return parsed.success ? parsed.data : fallback;
  }

  function set(value: T): Promise<void> {
    return area.set(key, { version, value });
  }

  function update(change: (value: T) => T): Promise<T> {
    const next = queue.then(async () => {
      const value = change(await get());
      await set(value);
      return value;
    });
    queue = next.catch(() => undefined);
    return next;
  }

  return { get, set, update };
}
