/** The browser's storage areas for small things; rows and history live in IndexedDB. */
import { browser } from 'wxt/browser';
import { AppError, toErrorRecord } from '../domain/app-error.ts';

/** What is needed of `storage.local` and `storage.session`. */
export interface KeyValueArea {
  get(key: string): Promise<unknown>;
  /** Rejects with AppError `storage/not-stored` when there is no room; the old value then stays. */
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
    async set(key, value) {
      await area.set({ [key]: value }).catch((cause: unknown) => {
        const { detail = '' } = toErrorRecord(cause).data;
        throw new AppError('storage/not-stored', { detail }, { cause });
      });
    },
    remove: (key) => area.remove(key),
    keys: async () => Object.keys(await area.get(null)),
  };
}
