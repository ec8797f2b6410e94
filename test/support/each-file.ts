/** Runs before every test file: the files of one worker share it, and nothing else. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, vi } from 'vitest';
import { setCatalogue } from '../../lib/ui/text.ts';

// A database or a language that another file has left would hide that this one asks for none.
globalThis.indexedDB = new IDBFactory();
setCatalogue((key) => {
  if (key === 'language') return 'en';
  throw new Error(`Asked for the words of "${key}" before speakEnglish()`);
}, 'en');

afterAll(() => {
  vi.useRealTimers();
});
