/**
 * Which of the stores a row belongs in, and which copy counts: on disk, or in session storage in
 * memory-only mode. A row the disk refuses is held in memory and session until it takes it.
 */
import { AppError, toErrorRecord } from '../domain/app-error.ts';
import type { RowStore, TokenRow } from './token-row.ts';

/** A row as it was read, with what stood in each store then. */
export interface FoundRow {
  /** The newest of the copies: the one that counts. */
  row: TokenRow;
  onDisk: TokenRow | null;
  inSession: TokenRow | null;
}

/**
 * `stored`: where it belongs. `unsaved`: the disk refused it; it lives as long as the browser, and
 * its `lastError` says `token/not-stored`. `gone`: the account was disconnected meanwhile.
 */
export type Written =
  { kind: 'stored'; found: FoundRow } | { kind: 'unsaved'; found: FoundRow } | { kind: 'gone' };

export interface RowHome {
  read(accountId: string): Promise<FoundRow | null>;
  /** Writes the next row after `previous`. The caller holds the account's lock. */
  write(previous: FoundRow | null, next: TokenRow): Promise<Written>;
  /** Brings the row home if it stands elsewhere; rejects when the target refuses it. */
  settle(accountId: string): Promise<void>;
  isHome(found: FoundRow): Promise<boolean>;
  /** Deletes every copy. */
  erase(accountId: string): Promise<void>;
  accountIds(): Promise<string[]>;
}

export interface RowHomeDeps {
  disk: RowStore;
  session: RowStore;
  memoryOnly: () => Promise<boolean>;
  now: () => number;
}

export function createRowHome({ disk, session, memoryOnly, now }: RowHomeDeps): RowHome {
  /** What the disk refused, should session storage refuse it too. */
  const held = new Map<string, TokenRow>();

  async function read(accountId: string): Promise<FoundRow | null> {
    const [onDisk, inSession] = await Promise.all([disk.get(accountId), session.get(accountId)]);
    const row = newest([onDisk, inSession, held.get(accountId) ?? null]);
    return row && { row, onDisk, inSession };
  }

  async function write(previous: FoundRow | null, next: TokenRow): Promise<Written> {
    const row = { ...next, revision: (previous?.row.revision ?? 0) + 1 };
    const { onDisk = null, inSession = null } = previous ?? {};
    if (await memoryOnly()) {
      if (!(await session.replace(row, inSession?.revision ?? null))) return { kind: 'gone' };
      held.delete(row.accountId);
      return { kind: 'stored', found: { row, onDisk, inSession: row } };
    }
    try {
      if (!(await disk.replace(row, onDisk?.revision ?? null))) return { kind: 'gone' };
    } catch (cause) {
      return { kind: 'unsaved', found: await hold(previous, row, cause) };
    }
    held.delete(row.accountId);
    if (inSession) await session.delete(row.accountId);
    return { kind: 'stored', found: { row, onDisk: row, inSession: null } };
  }

  async function hold(
    previous: FoundRow | null,
    refused: TokenRow,
    cause: unknown,
  ): Promise<FoundRow> {
    const detail = toErrorRecord(cause).data.detail;
    const error = new AppError('token/not-stored', detail === undefined ? {} : { detail });
    const row = { ...refused, lastError: { at: now(), error: toErrorRecord(error) } };
    held.set(row.accountId, row);
    const { onDisk = null, inSession = null } = previous ?? {};
    // Should session storage refuse as well, memory is what is left.
    const isKept = await session.replace(row, inSession?.revision ?? null).catch(() => false);
    return { row, onDisk, inSession: isKept ? row : inSession };
  }

  async function isHome({ row, onDisk, inSession }: FoundRow): Promise<boolean> {
    return (await memoryOnly())
      ? inSession?.revision === row.revision && onDisk === null
      : onDisk?.revision === row.revision && inSession === null;
  }

  async function settle(accountId: string): Promise<void> {
    const found = await read(accountId);
    if (!found || (await isHome(found))) return;
    const lastError =
      found.row.lastError?.error.code === 'token/not-stored' ? null : found.row.lastError;
    const written = await write(found, { ...found.row, lastError });
    if (written.kind === 'unsaved') throw new AppError('token/not-stored');
    // Only now, with the other copy safe: a copy on disk is what memory-only mode must not leave.
    if (await memoryOnly()) await disk.delete(accountId);
  }

  async function erase(accountId: string): Promise<void> {
    held.delete(accountId);
    await Promise.all([session.delete(accountId), disk.delete(accountId)]);
  }

  async function accountIds(): Promise<string[]> {
    const rows = [...(await disk.all()), ...(await session.all())];
    return [...new Set(rows.map(({ accountId }) => accountId))];
  }

  return { read, write, settle, isHome, erase, accountIds };
}

function newest(copies: (TokenRow | null)[]): TokenRow | null {
  return copies.reduce<TokenRow | null>(
    (best, copy) => (copy && (!best || copy.revision > best.revision) ? copy : best),
    null,
  );
}
