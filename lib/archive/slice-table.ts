/**
 * Recognises values met before by their bytes, without making a string of them: an export names the
 * same few thousand tracks and the same few platforms over and over.
 */

import { countSameBytes } from './same-bytes.ts';
import { GIVE_UP } from './value-scanner.ts';

/** Where the values of the present record stand in the file, by slot. Empty for a key the file lacks. */
export interface RecordValues {
  view: DataView;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const FREE = -1;

/** The fields of an entry, side by side: one look at memory for all four. */
const [HASH, COPY_START, COPY_END, NUMBER, ENTRY_FIELDS] = [0, 1, 2, 3, 4] as const;

/** Reads each combination of values once, and from then on knows its number. */
export class SliceTable {
  readonly #record: RecordValues;
  readonly #firstSlot: number;
  readonly #endSlot: number;
  readonly #hashSlots: readonly number[];
  readonly #create: () => number | null;
  /** Open addressing: where the entry's fields begin, or `FREE`. */
  #places = new Int32Array(4096).fill(FREE);
  #entries = new Int32Array(2048 * ENTRY_FIELDS);
  #entriesEnd = 0;
  /** Copies side by side: compared with these, not with places all over a file. */
  #copies = new DataView(new ArrayBuffer(65_536));

  /**
   * Looks at the slots from `firstSlot` to `endSlot` (exclusive); those in `hashSlots` tell most
   * combinations apart. `create` reads them and gives what they say a number, from 0 on, or null when
   * they are not to be kept; the same thing may be written in several ways, and so be asked for again.
   */
  constructor(
    record: RecordValues,
    firstSlot: number,
    endSlot: number,
    hashSlots: readonly number[],
    create: () => number | null,
  ) {
    this.#record = record;
    this.#firstSlot = firstSlot;
    this.#endSlot = endSlot;
    this.#hashSlots = hashSlots;
    this.#create = create;
  }

  /** The number of what the present record's values say; `GIVE_UP` when they are not to be kept. */
  find(): number {
    const hash = this.#hash();
    const places = this.#places;
    const mask = places.length - 1;
    let place = hash & mask;
    for (let entry = places[place]!; entry !== FREE; entry = places[place]!) {
      if (this.#entries[entry + HASH] === hash && this.#isSame(entry)) {
        return this.#entries[entry + NUMBER]!;
      }
      place = (place + 1) & mask;
    }
    return this.#insert(hash);
  }

  /**
   * Lengths and the last eight characters tell nearly all apart. In a shorter value the bytes before
   * it count too; should they differ between files, it only gets a second entry.
   */
  #hash(): number {
    const { view, starts, ends } = this.#record;
    let hash = 0;
    for (const slot of this.#hashSlots) {
      const end = ends[slot]!;
      const length = end - starts[slot]!;
      if (length === 0) continue;
      hash = Math.imul(hash ^ length, 0x01000193);
      hash = Math.imul(hash ^ view.getInt32(end - 5), 0x01000193);
      hash = Math.imul(hash ^ view.getInt32(end - 9), 0x01000193);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  /** Where a value ends shows in its bytes, so that as many equal ones leave nothing over. */
  #isSame(entry: number): boolean {
    const { view, starts, ends } = this.#record;
    const copies = this.#copies;
    const endSlot = this.#endSlot;
    const copyEnd = this.#entries[entry + COPY_END]!;
    let copy = this.#entries[entry + COPY_START]!;
    for (let slot = this.#firstSlot; slot < endSlot; slot++) {
      const start = starts[slot]!;
      const length = ends[slot]! - start;
      if (copy + length > copyEnd) return false;
      if (countSameBytes(copies, copy, view, start, length) < length) return false;
      copy += length;
    }
    return true;
  }

  #insert(hash: number): number {
    const number = this.#create();
    if (number === null) return GIVE_UP;
    const entry = this.#entriesEnd;
    if (entry === this.#entries.length) this.#grow();
    this.#entriesEnd += ENTRY_FIELDS;
    this.#entries[entry + HASH] = hash;
    this.#entries[entry + NUMBER] = number;
    this.#copy(entry);
    this.#place(entry);
    return number;
  }

  #copy(entry: number): void {
    const { view, starts, ends } = this.#record;
    let copy = entry === 0 ? 0 : this.#entries[entry - ENTRY_FIELDS + COPY_END]!;
    this.#entries[entry + COPY_START] = copy;
    for (let slot = this.#firstSlot; slot < this.#endSlot; slot++) {
      for (let at = starts[slot]!; at < ends[slot]!; at++) {
        if (copy === this.#copies.byteLength) this.#copies = doubledView(this.#copies);
        this.#copies.setUint8(copy++, view.getUint8(at));
      }
    }
    this.#entries[entry + COPY_END] = copy;
  }

  #place(entry: number): void {
    const mask = this.#places.length - 1;
    let place = this.#entries[entry + HASH]! & mask;
    while (this.#places[place] !== FREE) place = (place + 1) & mask;
    this.#places[place] = entry;
  }

  #grow(): void {
    const larger = new Int32Array(this.#entries.length * 2);
    larger.set(this.#entries);
    this.#entries = larger;
    this.#places = new Int32Array(this.#places.length * 2).fill(FREE);
    for (let entry = 0; entry < this.#entriesEnd; entry += ENTRY_FIELDS) this.#place(entry);
  }
}

function doubledView(view: DataView<ArrayBuffer>): DataView<ArrayBuffer> {
  return new DataView(view.buffer.transfer(view.byteLength * 2));
}
