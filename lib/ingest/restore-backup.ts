/** Takes a backup in: the whole file is read and checked before anything of it is written. */
import { AppError } from '../domain/app-error.ts';
import { z } from '../domain/schema.ts';
import type { Settings } from '../domain/settings.ts';
import type { AccountCopy } from '../history/copy-account.ts';
import type { History } from '../history/history.ts';
import { createAccountReader } from './backup-account.ts';
import { AccountLine, BACKUP_SCHEMA, EndLine, HeadLine } from './backup-format.ts';
import { readJsonLines } from './json-lines.ts';

export interface RestoredBackup {
  /** UTC ms: when the backup was made. */
  createdAt: number;
  /** For the caller to apply; null when the backup holds none. */
  settings: Settings | null;
  accountIds: string[];
}

/**
 * Merges the backup with what the history holds, by the rules of merging: all of it or nothing.
 *
 * @throws AppError `backup/foreign` (not a backup of this extension), `backup/newer` (of a later
 * version), `backup/damaged` (cut off or changed), `history/…`.
 */
export async function restoreBackup(
  file: Blob,
  { history }: { history: Pick<History, 'restoreAccounts'> },
): Promise<RestoredBackup> {
  const { head, copies } = await readBackup(file);
  await history.restoreAccounts(copies);
  const { createdAt, settings } = head;
  return { createdAt, settings, accountIds: copies.map(({ accountId }) => accountId) };
}

async function readBackup(file: Blob) {
  const lines = readJsonLines(file);
  try {
    const head = readHead((await lines.next()).value);
    const copies: AccountCopy[] = [];
    let reader: ReturnType<typeof createAccountReader> | null = null;
    let hasEnded = false;
    for await (const line of lines) {
      if (hasEnded) throw damaged('more after the end');
      const account = z.safeParse(AccountLine, line);
      hasEnded = z.safeParse(EndLine, line).success;
      if (!account.success && !hasEnded) {
        if (!reader) throw damaged('rows of no account');
        reader.add(line);
        continue;
      }
      if (reader) copies.push(reader.finish());
      reader = account.success ? createAccountReader(account.data) : null;
    }
    if (!hasEnded) throw damaged('cut off');
    return { head, copies };
  } finally {
    await lines.return(undefined);
  }
}

function readHead(line: unknown): z.infer<typeof HeadLine> {
  const head = z.safeParse(HeadLine, line);
  if (head.success) return head.data;
  const isOurs =
    typeof line === 'object' &&
    line !== null &&
    'schema' in line &&
    typeof line.schema === 'string' &&
    line.schema.startsWith(BACKUP_SCHEMA);
  if (!isOurs) throw new AppError('backup/foreign');
  const version = Number(String(line.schema).slice(BACKUP_SCHEMA.length));
  if (version > 1) throw new AppError('backup/newer', { detail: String(version) });
  throw damaged('head');
}

function damaged(detail: string): AppError {
  return new AppError('backup/damaged', { detail });
}
