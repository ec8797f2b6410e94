/** Which rows of a long list are worth drawing: those in view, and some beside them. */

/** Rows `from` (inclusive) to `to` (exclusive). */
export interface RowSpan {
  from: number;
  to: number;
}

/** Rows drawn beyond each edge of the view. */
const BESIDE = 8;
/** The span moves by as many rows at once, so that most scrolling changes nothing. */
const STEP = 8;

/**
 * @param top where the first row begins, in px from the top of the view; below 0 once scrolled past.
 * @param height of the view, in px.
 */
export function visibleRows(
  top: number,
  height: number,
  { rowHeight, count }: { rowHeight: number; count: number },
): RowSpan {
  const first = Math.floor(-top / rowHeight) - BESIDE;
  const last = Math.ceil((height - top) / rowHeight) + BESIDE;
  const within = (row: number) => Math.min(count, Math.max(0, row));
  return {
    from: within(Math.floor(first / STEP) * STEP),
    to: within(Math.ceil(last / STEP) * STEP),
  };
}

/** Of a list of any length. */
export const MOST_PRINTED = 100;

/** What of a list is worth its paper. */
export function printedRows(count: number): RowSpan {
  return { from: 0, to: Math.min(count, MOST_PRINTED) };
}

/** Where a key leads from a row; null for a key that leads nowhere. */
export function rowAfterKey(
  key: string,
  row: number,
  { count, page }: { count: number; page: number },
): number | null {
  const to: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: count - 1,
  };
  const next = Object.hasOwn(to, key) ? to[key]! : null;
  return next === null ? null : Math.min(count - 1, Math.max(0, next));
}
