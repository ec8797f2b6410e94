/**
 * Finds entries of a table by the hash of their key. The hashes stand in the table itself, so that
 * the index of a stored dictionary is rebuilt without touching one of its strings.
 */
import type { IntList } from './int-list.ts';

export class HashIndex {
  readonly #hashes: IntList;
  /** Open addressing: entry + 1, or 0 where free. */
  #slots = new Int32Array(0);
  #indexed = 0;

  constructor(hashes: IntList) {
    this.#hashes = hashes;
  }

  /** The first entry with this hash that passes the test; -1 when there is none. */
  find(hash: number, isSame: (entry: number) => boolean): number {
    this.#update();
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot]! - 1;
      if (this.#hashes.get(entry) === hash && isSame(entry)) return entry;
    }
    return -1;
  }

  /** Takes in what was pushed to the table since the last look. */
  #update(): void {
    const entries = this.#hashes.length;
    if (entries * 2 >= this.#slots.length) {
      this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(entries * 4 + 16)));
      this.#indexed = 0;
    }
    const mask = this.#slots.length - 1;
    for (; this.#indexed < entries; this.#indexed++) {
      let slot = this.#hashes.get(this.#indexed) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = this.#indexed + 1;
    }
  }
}
