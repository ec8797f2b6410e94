/** Compares the bytes between values, most of a file, four at a time. */
import { GIVE_UP } from './value-scanner.ts';

export class ByteMatcher {
  readonly #view: DataView;
  readonly #length: number;
  /** The expected bytes by fours; the last four overlap where the length is no multiple. */
  readonly #words: Int32Array;

  /** `expected` has at least four bytes. */
  constructor(view: DataView, expected: Uint8Array) {
    this.#view = view;
    this.#length = expected.length;
    const wanted = new DataView(expected.buffer, expected.byteOffset, expected.byteLength);
    this.#words = Int32Array.from({ length: Math.ceil(expected.length / 4) }, (_, word) =>
      wanted.getInt32(Math.min(word * 4, expected.length - 4)),
    );
  }

  /** The place behind the expected bytes if they stand at `at`, else `GIVE_UP`. */
  skip(at: number): number {
    const view = this.#view;
    const words = this.#words;
    const end = at + this.#length;
    if (end > view.byteLength) return GIVE_UP;
    const last = words.length - 1;
    for (let word = 0; word < last; word++) {
      if (view.getInt32(at + word * 4) !== words[word]) return GIVE_UP;
    }
    return view.getInt32(end - 4) === words[last] ? end : GIVE_UP;
  }
}
