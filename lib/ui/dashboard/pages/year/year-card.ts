/** One card of a year in review: what it says, before anybody draws it. */

export interface CardEntry {
  name: string;
  /** Beside the name, smaller: whose it is, or when. */
  detail: string | null;
  amount: string;
}

export interface CardColumn {
  label: string;
  amount: string;
  /** Of the highest, 0 … 1. */
  height: number;
  /** False where nothing was recorded. */
  covered: boolean;
  /** True where only a part was recorded. */
  partly: boolean;
  /** Below it, where there is room: “J”, “6 AM”; null for most hours. */
  tick: string | null;
}

export interface YearCard {
  key: string;
  kicker: string;
  /** A number with its unit, or a stranger's name. */
  hero: string;
  text: string;
  list: CardEntry[];
  columns: CardColumn[];
}
