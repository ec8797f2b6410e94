/** A stored value without a browser: outlives whatever is built upon it, as storage.local does. */
import type { Stored } from '../../../lib/spotify/gate.ts';

export function memoryStore<T>(initial: T): Stored<T> {
  let value = initial;
  return {
    get: async () => structuredClone(value),
    update: async (change) => {
      value = structuredClone(change(structuredClone(value)));
      return value;
    },
  };
}
