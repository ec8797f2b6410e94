/** What is known of an import that its page did not outlive: noted when it begins, put away when it ends. */
import { AccountId } from '../../domain/account.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { z } from '../../domain/schema.ts';
import type { RunImportTask } from './import-client.ts';

/** An import under way. */
export const ImportNote = z.object({
  accountId: AccountId,
  /** UTC ms. */
  startedAt: z.number(),
});
export type ImportNote = z.infer<typeof ImportNote>;

/** Where it lies in the extension's local storage: it must outlive page and browser. */
export const IMPORT_NOTE_ITEM = {
  key: 'import-under-way',
  version: 1,
  schema: z.nullable(ImportNote),
  fallback: null,
};

export interface ImportJournal {
  /** Null when the last import came to an end. */
  get(): Promise<ImportNote | null>;
  set(note: ImportNote | null): Promise<void>;
  /** Whether an import runs, in whatever page. */
  isRunning(): Promise<boolean>;
}

/** The receipt of an import of which nobody heard the end; null when nothing of it was kept. */
export async function findReceipt(
  run: RunImportTask,
  { accountId, startedAt }: ImportNote,
): Promise<Receipt | null> {
  const kept = await run({ type: 'receipts', accountIds: [accountId] });
  return kept.find(({ receipt }) => receipt.importedAt >= startedAt)?.receipt ?? null;
}
