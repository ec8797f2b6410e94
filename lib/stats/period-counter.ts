/** Counts in how many different months or quarters things were played, in one walk over the rows. */

/** Before any period there is. */
const NEVER = -(2 ** 31);

/**
 * Periods (numbers that grow with time) are added in time order, but for the one before the latest,
 * which returns where clocks are set back over midnight: so the latest two are all there is to know.
 */
export class PeriodCounter {
  /** By group: how many different periods were added. */
  readonly counts: Uint16Array;
  /** By group: the earliest. */
  readonly first: Int32Array;
  readonly #latest: Int32Array;
  readonly #before: Int32Array;

  constructor(groups: number) {
    this.counts = new Uint16Array(groups);
    this.first = new Int32Array(groups).fill(2 ** 31 - 1);
    this.#latest = new Int32Array(groups).fill(NEVER);
    this.#before = new Int32Array(groups).fill(NEVER);
  }

  add(group: number, period: number): void {
    const latest = this.#latest[group]!;
    if (period === latest || period === this.#before[group]) return;
    if (period > latest) {
      this.#before[group] = latest;
      this.#latest[group] = period;
    } else {
      this.#before[group] = period;
    }
    this.counts[group]!++;
    if (period < this.first[group]!) this.first[group] = period;
  }
}
