/** A range of local days, and how a person writes one: `2024`, `2024-02`, `FROM..TO`. */

const DAY_MS = 86_400_000;
/** From 1900 on: a year typed with two digits is a slip, and nothing was streamed then. */
const BOUND = /^((?:19|[2-9]\d)\d\d)(?:-(\d\d)(?:-(\d\d))?)?$/;

/** Local days (days since 1970-01-01), both inclusive. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/**
 * `2024`, `2024-02` or `FROM..TO`, both inclusive, each a day (`2024-02-29`), a month or a year.
 * Undefined for anything else, for years before 1900, and for a range that ends before it begins.
 * `all` is null.
 */
export function parseRange(text: string): DayRange | null | undefined {
  if (text === 'all') return null;
  const [from = '', to = from, ...more] = text.split('..');
  const first = parseBound(from)?.first;
  const last = parseBound(to)?.last;
  if (more.length > 0 || first === undefined || last === undefined || last < first) {
    return undefined;
  }
  return { first, last };
}

function parseBound(text: string): DayRange | undefined {
  const [, year, month, day] = BOUND.exec(text) ?? [];
  if (!year) return undefined;
  const first = Date.parse(`${year}-${month ?? '01'}-${day ?? '01'}`);
  // The engine takes 30 February for 1 March, and month 13 for nothing.
  if (Number.isNaN(first) || !new Date(first).toISOString().startsWith(text)) return undefined;
  const next = new Date(first);
  if (day) next.setUTCDate(next.getUTCDate() + 1);
  else if (month) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1);
  return { first: first / DAY_MS, last: next.getTime() / DAY_MS - 1 };
}
