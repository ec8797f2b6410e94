/** Reads a gzipped file of JSON lines, one at a time. */
import { AppError } from '../domain/app-error.ts';

/** UTF-16 units. Ours stay below two million; a line without end must not fill the memory. */
const MOST_IN_A_LINE = 100_000_000;

/**
 * @throws AppError `backup/foreign` when the file is not gzipped or begins with something else,
 * `backup/damaged` when it is cut off or a later line is no JSON.
 */
export async function* readJsonLines(file: Blob): AsyncGenerator<unknown, void, undefined> {
  let isFirst = true;
  if (!(await isGzip(file))) throw new AppError('backup/foreign');
  try {
    for await (const line of splitLines(file)) {
      yield JSON.parse(line);
      isFirst = false;
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const isForeign = isFirst && cause instanceof SyntaxError;
    throw new AppError(isForeign ? 'backup/foreign' : 'backup/damaged', {}, { cause });
  }
}

async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

async function* splitLines(file: Blob): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  let parts: string[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = decoder.decode(value, { stream: true }).split('\n');
      for (const [i, text] of lines.entries()) {
        if (i > 0) {
          yield parts.join('');
          parts = [];
          length = 0;
        }
        parts.push(text);
        length += text.length;
        if (length > MOST_IN_A_LINE) throw new AppError('backup/damaged', { detail: 'line' });
      }
    }
    const rest = parts.join('') + decoder.decode();
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
