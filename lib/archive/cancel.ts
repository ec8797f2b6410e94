/** Turns an abort into the error everybody knows. */
import { AppError } from '../domain/app-error.ts';

/** @throws AppError `archive/cancelled` once the signal is aborted. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('archive/cancelled');
}
