/** The bytes of one JSON file as a value, with the one error a damaged file gets. */
import { AppError } from '../domain/app-error.ts';

/** @throws AppError `archive/unreadable-file` when this is not JSON: cut off, damaged, something else. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    // The engine's message quotes the file, and a file may hold anything: it is not passed on.
    throw new AppError('archive/unreadable-file', { detail: 'not complete JSON' }, { cause });
  }
}
