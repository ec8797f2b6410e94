/** Errors nobody foresaw, kept for the diagnostics until the browser closes. */
import { ErrorRecord, toErrorRecord } from '../../lib/domain/app-error.ts';
import { z } from '../../lib/domain/schema.ts';
import type { KeyValueArea } from '../../lib/platform/key-value.ts';
import { createStoredItem } from '../../lib/platform/stored-item.ts';

const MOST = 20;

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
  function note(where: string, error: ErrorRecord): void {
    const fault = { at: Date.now(), where, error };
    item.update((faults) => [...faults, fault].slice(-MOST)).catch(() => undefined);
  }

  return {
    note,
    noteThrown: (where: string, thrown: unknown) => note(where, toErrorRecord(thrown)),
    all: () => item.get(),
  };
}
