/** Gives the distinct strings of a batch their numbers, in order of appearance. */

export class StringTable {
  readonly strings: (string | null)[];
  readonly #codes: Map<string | null, number>;

  /** `initial` takes the numbers from 0 on. */
  constructor(initial: readonly (string | null)[]) {
    this.strings = [...initial];
    this.#codes = new Map(initial.map((text, code) => [text, code]));
  }

  /** The string's number, a new one if need be. */
  add(text: string | null): number {
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.strings.push(text) - 1;
      this.#codes.set(text, code);
    }
    return code;
  }
}
