/**
 * Finds the values of one record after the other. Neighbours are alike but for a few values: each
 * record is held against the one before it, and only where they differ its bytes are looked into.
 */
import { ByteMatcher } from './byte-matcher.ts';
import type { RecordShape } from './record-shape.ts';
import type { RecordValues } from './slice-table.ts';
import { countSameBytes } from './same-bytes.ts';
import { findValueEnd, GIVE_UP } from './value-scanner.ts';

export class RecordReader implements RecordValues {
  view = new DataView(new ArrayBuffer());
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The slot of each key. */
  readonly #slots: Int32Array;
  #bytes = new Uint8Array();
  /**
   * A bit for each slot from 0 to 31: unset when its value is the same as in the record before. Slots
   * beyond share these, so that a bit may be set without need.
   */
  changed = 0;
  /** Leads from the last value of a record to the first of the next. */
  #crossing: ByteMatcher | null = null;

  /** Two keys cannot share a slot; there are `slotCount`. */
  constructor(slots: Int32Array, slotCount: number) {
    this.#slots = slots;
    this.starts = new Int32Array(slotCount);
    this.ends = new Int32Array(slotCount);
  }

  /** At the first record of a file; gives the end of its last value, or `GIVE_UP`. */
  begin(bytes: Uint8Array<ArrayBuffer>, shape: RecordShape): number {
    this.#bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#crossing = new ByteMatcher(this.view, shape.crossing);
    this.changed = ~0;
    let end = GIVE_UP;
    for (const [key, start] of shape.starts.entries()) {
      end = findValueEnd(bytes, start);
      if (end !== shape.ends[key]) return GIVE_UP;
      this.starts[this.#slots[key]!] = start;
      this.ends[this.#slots[key]!] = end;
    }
    return end;
  }

  /** Goes on to the record behind this one; gives the end of its last value, or `GIVE_UP`. */
  next(end: number): number {
    const first = this.#crossing!.skip(end);
    return first === GIVE_UP ? GIVE_UP : this.#read(first);
  }

  /**
   * `starts` and `ends` are of the record before, and become those of this one key by key. A number
   * may end elsewhere than its like: then what follows differs at once, and so it is given up.
   */
  #read(first: number): number {
    const { starts, ends, view } = this;
    const slots = this.#slots;
    const lastKey = slots.length - 1;
    const endBefore = ends[slots[lastKey]!]!;
    let at = first;
    let changed = 0;
    for (let key = 0; ;) {
      let slot = slots[key]!;
      const before = ends[slot]!;
      const end = findValueEnd(this.#bytes, at);
      if (end === GIVE_UP) return GIVE_UP;
      starts[slot] = at;
      ends[slot] = end;
      changed |= 1 << slot;
      if (key === lastKey) {
        this.changed = changed;
        return end;
      }
      const passed = end - before;
      const most = Math.min(endBefore - before, view.byteLength - end);
      const differs = before + countSameBytes(view, before, view, end, most);
      slot = slots[++key]!;
      at = starts[slot]!;
      if (at > differs) return GIVE_UP;
      // What ends before the next value begins is the same as well, as long as that is reached.
      for (; key < lastKey; key++) {
        const nextSlot = slots[key + 1]!;
        const nextStart = starts[nextSlot]!;
        if (nextStart > differs) break;
        starts[slot] = at + passed;
        ends[slot] = ends[slot]! + passed;
        slot = nextSlot;
        at = nextStart;
      }
      at += passed;
    }
  }
}
