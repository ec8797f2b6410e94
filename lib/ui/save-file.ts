/** Hands a file to the person, as a download of the page. */
import { markedName } from './sample/file-mark.ts';

/** By then every browser has begun to read it. */
const FORGET_AFTER_MS = 60_000;

export function saveFile({ name, blob }: { name: string; blob: Blob }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = markedName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FORGET_AFTER_MS);
}
