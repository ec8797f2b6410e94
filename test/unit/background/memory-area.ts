/** A storage area that outlives a background, as storage.local does. */
import type { KeyValueArea } from '../../../lib/platform/key-value.ts';

export function memoryArea(values = new Map<string, unknown>()): KeyValueArea {
  return {
    get: async (key) => structuredClone(values.get(key)),
    set: async (key, value) => void values.set(key, structuredClone(value)),
    remove: async (key) => void values.delete(key),
    keys: async () => [...values.keys()],
  };
}
