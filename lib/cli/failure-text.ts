/** What a person at the terminal reads when an export cannot be used. */
import { AppError, type ErrorCode } from '../domain/app-error.ts';

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  'archive/not-a-zip': 'This is neither a zip nor a file of a Spotify export.',
  'archive/truncated': 'The zip is cut off. Download or copy it again.',
  'archive/encrypted': 'The zip asks for a password. Unpack it first.',
  'archive/too-large': 'This is far more than a listening history can be.',
  'archive/nothing-found': 'There is no listening history in it.',
  'archive/unreadable-file': 'A file is damaged, or not what its name says.',
  'archive/gone': 'A file changed or went away while it was read.',
};

export function describeFailure(thrown: unknown): string {
  if (!(thrown instanceof AppError)) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
  return `${SENTENCES[thrown.code] ?? 'Something went wrong.'} (${thrown.message})`;
}
