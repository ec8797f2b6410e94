/** An import worker for store tests: it answers as a test says, and notes what it was asked. */
import type { Receipt } from '../../../../lib/domain/receipt.ts';
import type { RunImportTask } from '../../../../lib/ui/import/import-client.ts';
import type { ImportJournal, ImportNote } from '../../../../lib/ui/import/import-journal.ts';
import type {
  ImportProgress,
  ImportResult,
  ImportTask,
} from '../../../../lib/ui/import/import-protocol.ts';
import { NOW } from '../fixtures.ts';

export function receiptOf(importId: string, changes: Partial<Receipt> = {}): Receipt {
  return {
    importId,
    importedAt: NOW,
    files: [{ path: 'endsong_0.json', kind: 'streams', rows: 3, unreadable: 0 }],
    failures: [],
    rows: 3,
    added: 3,
    known: 0,
    upgraded: 0,
    notMusic: 0,
    unnamed: 0,
    unreadable: 0,
    unreadableRows: [],
    firstAt: NOW - 3,
    lastAt: NOW,
    years: [{ year: 2026, streams: 3 }],
    covered: null,
    ...changes,
  };
}

export function progressOf(changes: Partial<ImportProgress> = {}): ImportProgress {
  const counts = { packedBytes: 0, totalBytes: 1000, files: 0, totalFiles: 2, rows: 0 };
  return { stage: 'reading', ...counts, ...changes };
}

interface Asked {
  task: ImportTask;
  progress: (progress: ImportProgress) => void;
  signal: AbortSignal | undefined;
  answer: (value: ImportResult<ImportTask['type']>) => void;
  fail: (thrown: unknown) => void;
}

export function createScriptedRun() {
  const asked: Asked[] = [];
  const run = ((task, { onProgress, signal } = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const progress = (told: ImportProgress) => onProgress?.(told);
    asked.push({ task, progress, signal, answer: resolve, fail: reject });
    return promise;
  }) as RunImportTask;
  return { run, asked };
}

/** What pages note of imports, as long as the test lasts. */
export function createMemoryJournal() {
  const state: { note: ImportNote | null; running: boolean } = { note: null, running: false };
  const journal: ImportJournal = {
    get: async () => state.note,
    set: async (note) => void (state.note = note),
    isRunning: async () => state.running,
  };
  return { journal, state };
}
