/**
 * Recognises values met before by their bytes, without making a string of them: an export names the
 * same few thousand tracks and the same few platforms over and over.
 */

/** Where the values of the present record stand in the file, by slot. Empty for a key the file lacks. */
export interface RecordValues {
  view: DataView;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const NO_CODE = -1;

/** Reads each combination of values as a `T` once, and gives it a code once in every file. */
export class SliceTable<T> {
  readonly #values: T[] = [];
  readonly #record: RecordValues;
  readonly #firstSlot: number;
  readonly #endSlot: number;
  readonly #create: () => T;
  #addToFile: (value: T) => number = () => NO_CODE;
  /** Open addressing: entry + 1, or 0 where free. */
  #places = new Int32Array(4096);
  #hashes = new Int32Array(2048);
  /** Where the bytes of each entry begin in the copies; one more than there are entries. */
  #offsets = new Int32Array(2049);
  /** Copies side by side: compared with these, not with places all over a file. */
  #copies = new DataView(new ArrayBuffer(65_536));
  /** In the present file. */
  #codes = new Int32Array(2048);
  #latest = -1;

  /** Looks at the slots from `firstSlot` to `endSlot` (exclusive); `create` reads them as `T`. */
  constructor(record: RecordValues, firstSlot: number, endSlot: number, create: () => T) {
    this.#record = record;
    this.#firstSlot = firstSlot;
    this.#endSlot = endSlot;
    this.#create = create;
  }

  get size(): number {
    return this.#values.length;
  }

  /** From here on `add` gives the codes. */
  beginFile(add: (value: T) => number): void {
    this.#addToFile = add;
    this.#codes.fill(NO_CODE);
  }

  /** The code of the present record's values. */
  find(): number {
    // Platforms, countries and reasons mostly stay as they were.
    if (this.#latest < 0 || !this.#isSame(this.#latest)) this.#latest = this.#lookUp();
    const entry = this.#latest;
    if (this.#codes[entry] === NO_CODE) this.#codes[entry] = this.#addToFile(this.#values[entry]!);
    return this.#codes[entry]!;
  }

  #lookUp(): number {
    const hash = this.#hash();
    const mask = this.#places.length - 1;
    let place = hash & mask;
    for (let entry = this.#places[place]! - 1; entry >= 0; entry = this.#places[place]! - 1) {
      if (this.#hashes[entry] === hash && this.#isSame(entry)) return entry;
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
    for (let slot = this.#firstSlot; slot < this.#endSlot; slot++) {
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

  /** Where a value begins and ends shows in its bytes, so they may be compared as one row. */
  #isSame(entry: number): boolean {
    const { view, starts, ends } = this.#record;
    const copies = this.#copies;
    let copy = this.#offsets[entry]!;
    if (copy + this.#length() !== this.#offsets[entry + 1]) return false;
    for (let slot = this.#firstSlot; slot < this.#endSlot; slot++) {
      const start = starts[slot]!;
      const length = ends[slot]! - start;
      let i = 0;
      for (; i + 4 <= length; i += 4) {
        if (copies.getInt32(copy + i) !== view.getInt32(start + i)) return false;
      }
      for (; i < length; i++) {
        if (copies.getUint8(copy + i) !== view.getUint8(start + i)) return false;
      }
      copy += length;
    }
    return true;
  }

  #length(): number {
    const { starts, ends } = this.#record;
    let length = 0;
    for (let slot = this.#firstSlot; slot < this.#endSlot; slot++)
      length += ends[slot]! - starts[slot]!;
    return length;
  }

  #insert(hash: number): number {
    const entry = this.#values.push(this.#create()) - 1;
    if (entry === this.#hashes.length) this.#grow();
    this.#hashes[entry] = hash;
    this.#codes[entry] = NO_CODE;
    this.#copy(entry);
    this.#place(entry);
    return entry;
  }

  #copy(entry: number): void {
    const { view, starts, ends } = this.#record;
    let copy = this.#offsets[entry]!;
    while (copy + this.#length() > this.#copies.byteLength)
      this.#copies = doubledView(this.#copies);
    for (let slot = this.#firstSlot; slot < this.#endSlot; slot++) {
      for (let at = starts[slot]!; at < ends[slot]!; at++) {
        this.#copies.setUint8(copy++, view.getUint8(at));
      }
    }
    this.#offsets[entry + 1] = copy;
  }

  #place(entry: number): void {
    const mask = this.#places.length - 1;
    let place = this.#hashes[entry]! & mask;
    while (this.#places[place] !== 0) place = (place + 1) & mask;
    this.#places[place] = entry + 1;
  }

  #grow(): void {
    const entries = this.#hashes.length;
    this.#hashes = doubled(this.#hashes);
    this.#codes = doubled(this.#codes);
    const offsets = new Int32Array(entries * 2 + 1);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
    this.#places = new Int32Array(entries * 4);
    for (let entry = 0; entry < entries; entry++) this.#place(entry);
  }
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}

function doubledView(view: DataView<ArrayBuffer>): DataView<ArrayBuffer> {
  return new DataView(view.buffer.transfer(view.byteLength * 2));
}
