/** Errors nobody foresaw, kept for the diagnostics until the browser closes. */
import { ErrorRecord, toErrorRecord } from '../../lib/domain/app-error.ts';
import { z } from '../../lib/domain/schema.ts';
import type { KeyValueArea } from '../../lib/platform/key-value.ts';
import { createStoredItem } from '../../lib/platform/stored-item.ts';

const MOST = 20;

export type Faults = ReturnType<typeof createFaults>;

const Fault = z.object({ at: z.number(), where: z.string(), error: ErrorRecord });

export function createFaults(session: KeyValueArea) {
  const item = createStoredItem({
    area: session,
    key: 'faults',
    version: 1,
    schema: z.array(Fault),
    fallback: [],
  });

  /** Never fails: a note that cannot be written must not hide what it is about. */
  async function write(where: string, error: ErrorRecord): Promise<void> {
    // An alarm's name ends in an account, and one account's diagnostics name no other.
    const fault = { at: Date.now(), where: where.replace(/:.*/s, ''), error };
    await item.update((faults) => [...faults, fault].slice(-MOST)).catch(() => undefined);
  }

  /** Does work that nobody waits for; resolves in any case, with its failure noted. */
  async function watch(where: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      await write(where, toErrorRecord(thrown));
    }
  }

  return {
    note: (where: string, error: ErrorRecord) => void write(where, error),
    watch,
    all: () => item.get(),
  };
}
