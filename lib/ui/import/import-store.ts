/** One import as the options page follows it: from the files handed in to the receipt. */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { AccountId } from '../../domain/account.ts';
import { AppError, toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { RunImportTask } from './import-client.ts';
import { findReceipt, type ImportJournal, type ImportNote } from './import-journal.ts';
import type { HandedIn, ImportProgress } from './import-protocol.ts';

export type ImportPhase =
  | { name: 'idle' }
  | {
      name: 'running';
      /** Null while the files are being looked through. */
      progress: ImportProgress | null;
      /** Null while nobody can say. */
      leftMs: number | null;
      cancelling: boolean;
    }
  | { name: 'done'; receipt: Receipt }
  | { name: 'failed'; error: ErrorRecord };

export interface ImportStore {
  phase: ReadonlySignal<ImportPhase>;
  /** Reads the files into the account's history. Does nothing while an import runs. Never rejects. */
  start(accountId: AccountId, files: () => Promise<readonly HandedIn[]>): Promise<void>;
  cancel(): void;
  /**
   * Tells of an import that ended with its page or browser: what came of it, if anything did. Does
   * nothing while one runs, here or elsewhere. Never rejects.
   */
  recall(): Promise<void>;
  /** Puts away what the last import came to. */
  dismiss(): void;
}

interface ImportStoreOptions {
  run: RunImportTask;
  /** Called when the account's history has changed; must not reject. */
  changed: (accountId: AccountId) => Promise<void>;
  /** IANA name of the display time zone. */
  timeZone: () => string;
  now: () => number;
  journal: ImportJournal;
}

export function createImportStore(options: ImportStoreOptions): ImportStore {
  const { run, changed, timeZone, now, journal } = options;
  const phase = signal<ImportPhase>({ name: 'idle' });
  let cancelling: AbortController | null = null;

  async function read(
    accountId: AccountId,
    files: () => Promise<readonly HandedIn[]>,
    wish: AbortSignal,
  ): Promise<Receipt> {
    const inputs = [...(await files())];
    const startedAt = now();
    const note: ImportNote = { accountId, startedAt };
    /** From the first progress on, as before it another page's import may be the one that runs. */
    const noted: Promise<void>[] = [];
    const ended = run(
      { type: 'import', accountId, inputs, timeZone: timeZone() },
      {
        signal: wish,
        onProgress(progress) {
          if (noted.length === 0) noted.push(write(note));
          const leftMs = estimateLeft(progress, now() - startedAt);
          phase.value = { name: 'running', progress, leftMs, cancelling: wish.aborted };
        },
      },
    );
    try {
      return await ended;
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'archive/interrupted') throw thrown;
      // It may have been over, and only its answer lost.
      const receipt = await findReceipt(run, note);
      if (receipt) return receipt;
      throw thrown;
    } finally {
      await Promise.all(noted);
      if (noted.length > 0) await write(null);
    }
  }

  /** Without a note an import is as good: only a crash would go unmentioned. */
  async function write(note: ImportNote | null): Promise<void> {
    await journal.set(note).catch(() => undefined);
  }

  async function recall(): Promise<void> {
    const note = await journal.get();
    if (!note || (await journal.isRunning())) return;
    const receipt = await findReceipt(run, note);
    await write(null);
    if (phase.value.name !== 'idle') return;
    const error = toErrorRecord(new AppError('archive/interrupted'));
    phase.value = receipt ? { name: 'done', receipt } : { name: 'failed', error };
  }

  return {
    phase,

    recall: () => recall().catch(() => undefined),

    async start(accountId, files) {
      if (phase.value.name === 'running') return;
      phase.value = { name: 'running', progress: null, leftMs: null, cancelling: false };
      cancelling = new AbortController();
      try {
        const receipt = await read(accountId, files, cancelling.signal);
        await changed(accountId);
        phase.value = { name: 'done', receipt };
      } catch (thrown) {
        phase.value = { name: 'failed', error: toErrorRecord(thrown) };
      }
    },

    cancel() {
      if (phase.value.name !== 'running') return;
      phase.value = { ...phase.value, cancelling: true };
      cancelling?.abort();
    },

    dismiss() {
      if (phase.value.name !== 'running') phase.value = { name: 'idle' };
    },
  };
}

const SURE_AFTER_MS = 1000;
const SURE_AFTER_SHARE = 0.03;

/** As long as it took so far, in proportion. */
function estimateLeft(progress: ImportProgress, elapsedMs: number): number | null {
  const { stage, packedBytes, totalBytes } = progress;
  const share = totalBytes > 0 ? packedBytes / totalBytes : 0;
  if (stage !== 'reading' || elapsedMs < SURE_AFTER_MS || share < SURE_AFTER_SHARE) return null;
  return (elapsedMs * (1 - share)) / share;
}
