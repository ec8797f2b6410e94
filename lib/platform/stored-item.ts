/** One versioned value in a storage area, parsed whenever it is read. */
import { AppError } from '../domain/app-error.ts';
import { z } from '../domain/schema.ts';
import type { KeyValueArea } from './key-value.ts';

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
