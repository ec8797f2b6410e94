/** A growing Int32 column: the dictionary builder's arrays, without an object per number. */

export class IntList {
  length: number;
  #values: Int32Array;

  /** Starts with a copy of `initial`. */
  constructor(initial: Int32Array) {
    this.length = initial.length;
    this.#values = new Int32Array(Math.max(16, initial.length + (initial.length >> 3)));
    this.#values.set(initial);
  }

  get(index: number): number {
    return this.#values[index]!;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  /** A copy of exactly what is in it. */
  toArray(): Int32Array {
    return this.#values.slice(0, this.length);
  }
}
