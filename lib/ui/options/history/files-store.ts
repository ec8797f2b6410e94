/** Exports, backups, restoring, joining: one at a time, each with what came of it. */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { AccountId } from '../../../domain/account.ts';
import { toErrorRecord, type ErrorRecord } from '../../../domain/app-error.ts';
import type { Settings } from '../../../domain/settings.ts';
import type { RunImportTask } from '../../import/import-client.ts';
import type { ImportTask, MadeFile } from '../../import/import-protocol.ts';

export type ExportForm = Extract<ImportTask, { type: 'export' }>['form'];
export type FilesWork = ExportForm | 'back-up' | 'restore' | 'join';

export type FilesPhase =
  | { name: 'idle' }
  | { name: 'working'; work: FilesWork }
  /** `names` of the files that were made. */
  | { name: 'saved'; work: FilesWork; names: readonly string[] }
  /** UTC ms: when the backup was made. */
  | { name: 'restored'; createdAt: number; settings: 'applied' | 'not-applied' | 'none' }
  | { name: 'joined' }
  | { name: 'failed'; work: FilesWork; error: ErrorRecord };

/** None of these rejects, and none does anything while another is at work. */
export interface FilesStore {
  phase: ReadonlySignal<FilesPhase>;
  exportStreams(accountId: AccountId, form: ExportForm): Promise<void>;
  backUp(settings: Settings | null): Promise<void>;
  restore(file: Blob): Promise<void>;
  join(from: AccountId, accountId: AccountId): Promise<void>;
}

interface FilesStoreOptions {
  run: RunImportTask;
  /** Called when the account's history has changed; must not reject. */
  changed: (accountId: AccountId) => Promise<void>;
  applySettings: (settings: Settings) => Promise<unknown>;
  /** Hands a file to the person. */
  save: (file: MadeFile) => void;
  /** IANA name. */
  timeZone: () => string;
}

export function createFilesStore(options: FilesStoreOptions): FilesStore {
  const { run, changed, applySettings, save, timeZone } = options;
  const phase = signal<FilesPhase>({ name: 'idle' });

  async function work(name: FilesWork, act: () => Promise<FilesPhase>): Promise<void> {
    if (phase.value.name === 'working') return;
    phase.value = { name: 'working', work: name };
    try {
      phase.value = await act();
    } catch (thrown) {
      phase.value = { name: 'failed', work: name, error: toErrorRecord(thrown) };
    }
  }

  function handOut(name: FilesWork, files: readonly MadeFile[]): FilesPhase {
    files.forEach(save);
    return { name: 'saved', work: name, names: files.map((file) => file.name) };
  }

  return {
    phase,
    exportStreams: (accountId, form) =>
      work(form, async () =>
        handOut(form, await run({ type: 'export', accountId, form, timeZone: timeZone() })),
      ),
    backUp: (settings) =>
      work('back-up', async () => handOut('back-up', await run({ type: 'back-up', settings }))),
    restore: (file) =>
      work('restore', async () => {
        const { createdAt, settings, accountIds } = await run({ type: 'restore', file });
        const applied = settings
          ? await applySettings(settings).then(
              () => 'applied' as const,
              () => 'not-applied' as const,
            )
          : 'none';
        for (const accountId of accountIds) await changed(accountId);
        return { name: 'restored', createdAt, settings: applied };
      }),
    join: (from, accountId) =>
      work('join', async () => {
        await run({ type: 'join', from, accountId });
        await changed(accountId);
        return { name: 'joined' };
      }),
  };
}
