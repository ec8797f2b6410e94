/** Files made of the sample say so: in their names, and in the corner of every picture. */
import { t } from '../text.ts';

let marks = false;

/** Called when another account comes into view; holds for all files made from then on. */
export function markFiles(isSample: boolean): void {
  marks = isSample;
}

export function markedName(name: string): string {
  return marks ? `sample-${name}` : name;
}

/** What stands in a picture's corner. */
export function markedSignature(signature: string): string {
  return marks ? `${signature} · ${t('account_sample')}` : signature;
}
