/**
 * Whether refresh tokens are to live in memory only. The setting says so, and session storage remembers
 * it for as long as the browser is open: a browser that loses the setting puts no token on the disk.
 */
import type { KeyValueArea } from '../platform/key-value.ts';

export interface MemoryOnly {
  isOn(): Promise<boolean>;
  /** Call it at every start, and when the setting has been turned on. */
  remember(): Promise<void>;
  /** A person turns it off: call it before the setting is saved, so that a crash leaves it on. */
  release(): Promise<void>;
}

const KEY = 'vault.memory-only';

export function createMemoryOnly(
  setting: () => Promise<boolean>,
  session: KeyValueArea,
): MemoryOnly {
  return {
    isOn: async () => (await setting()) || (await session.get(KEY)) === true,
    async remember() {
      if (await setting()) await session.set(KEY, true);
    },
    release: () => session.remove(KEY),
  };
}
