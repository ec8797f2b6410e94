/** Hand-written checks of single JSON values: what rows, playlists and the library are read with. */
import { MAX_TEXT_LENGTH, type RowProblem } from './row-batch.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Thrown inside one row and caught at the row: the row is rejected with this problem. */
export class RowRejected extends Error {
  readonly problem: RowProblem;

  constructor(problem: RowProblem) {
    super(problem);
    this.problem = problem;
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Text as it is kept: a lone surrogate, which no storage keeps, becomes U+FFFD; a number (the album
 * 1989) becomes its digits; null and a missing key are null.
 *
 * @throws RowRejected `text`, `text-too-long`.
 */
export function readText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw new RowRejected('text');
  if (value.length > MAX_TEXT_LENGTH) throw new RowRejected('text-too-long');
  return value.isWellFormed() ? value : value.toWellFormed();
}

/** As `readText`; empty is null too: an empty name names nothing. @throws RowRejected */
export function readName(value: unknown): string | null {
  return readText(value) || null;
}

/** @throws RowRejected `flag`. */
export function readFlag(value: unknown): boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'boolean') throw new RowRejected('flag');
  return value;
}
