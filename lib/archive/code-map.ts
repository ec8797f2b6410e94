/** Gives what an import knows by number its code in the batch of the present file, when it first occurs. */

const NONE = -1;

export class CodeMap {
  readonly #create: (known: number) => number;
  #codes = new Int32Array(1024).fill(NONE);

  /** `create` is asked once for each number. */
  constructor(create: (known: number) => number) {
    this.#create = create;
  }

  /** Gives what is below zero, and so no number, back. */
  get(known: number): number {
    if (known < 0) return known;
    if (known >= this.#codes.length) this.#grow(known);
    const code = this.#codes[known]!;
    return code === NONE ? (this.#codes[known] = this.#create(known)) : code;
  }

  #grow(known: number): void {
    const larger = new Int32Array(known * 2).fill(NONE);
    larger.set(this.#codes);
    this.#codes = larger;
  }
}
