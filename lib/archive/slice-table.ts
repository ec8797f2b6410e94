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

/** Reads each combination of values once, and from then on knows its number. */
export class SliceTable {
  readonly #record: RecordValues;
  readonly #firstSlot: number;
  readonly #endSlot: number;
  readonly #hashSlots: readonly number[];
  readonly #create: () => number;
  #entries = 0;
  /** Open addressing: entry + 1, or 0 where free. */
  #places = new Int32Array(4096);
  #hashes = new Int32Array(2048);
  /** Where the bytes of each entry begin in the copies; one more than there are entries. */
  #offsets = new Int32Array(2049);
  /** Copies side by side: compared with these, not with places all over a file. */
  #copies = new DataView(new ArrayBuffer(65_536));
  #numbers = new Int32Array(2048);
  #latest = -1;

  /**
   * Looks at the slots from `firstSlot` to `endSlot` (exclusive); those in `hashSlots` tell most
   * combinations apart. `create` reads them and gives what
   * they say a number; the same thing may be written in several ways, and so be asked for again.
   */
  constructor(
    record: RecordValues,
    firstSlot: number,
    endSlot: number,
    hashSlots: readonly number[],
    create: () => number,
  ) {
    this.#record = record;
    this.#firstSlot = firstSlot;
    this.#endSlot = endSlot;
    this.#hashSlots = hashSlots;
    this.#create = create;
  }

  /** The number of what the present record's values say. */
  find(): number {
    // Platforms, countries and reasons mostly stay as they were.
    const latest = this.#latest;
    if (latest < 0 || !this.#isSame(latest)) this.#latest = this.#lookUp();
    return this.#numbers[this.#latest]!;
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
    const copyEnd = this.#offsets[entry + 1]!;
    let copy = this.#offsets[entry]!;
    for (let slot = this.#firstSlot; slot < endSlot; slot++) {
      let at = starts[slot]!;
      const end = ends[slot]!;
      if (copy + end - at > copyEnd) return false;
      for (; at + 4 <= end; at += 4, copy += 4) {
        if (copies.getInt32(copy) !== view.getInt32(at)) return false;
      }
      for (; at < end; at++, copy++) {
        if (copies.getUint8(copy) !== view.getUint8(at)) return false;
      }
    }
    return true;
  }

  #insert(hash: number): number {
    const number = this.#create();
    const entry = this.#entries++;
    if (entry === this.#hashes.length) this.#grow();
    this.#hashes[entry] = hash;
    this.#numbers[entry] = number;
    this.#copy(entry);
    this.#place(entry);
    return entry;
  }

  #copy(entry: number): void {
    const { view, starts, ends } = this.#record;
    let copy = this.#offsets[entry]!;
    for (let slot = this.#firstSlot; slot < this.#endSlot; slot++) {
      for (let at = starts[slot]!; at < ends[slot]!; at++) {
        if (copy === this.#copies.byteLength) this.#copies = doubledView(this.#copies);
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
    this.#numbers = doubled(this.#numbers);
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
