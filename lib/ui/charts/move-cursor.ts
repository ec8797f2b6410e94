/** How the arrow keys lead through the values of a chart. */
import type { CursorKey } from './picture.ts';

/** Values in a row, whichever way it runs: right and down lead on, Page keys by a tenth. */
export function moveInRow(index: number, key: CursorKey, count: number, page?: number): number {
  const leap = page ?? Math.max(2, Math.round(count / 10));
  const steps: Record<CursorKey, number> = {
    ArrowLeft: -1,
    ArrowUp: -1,
    ArrowRight: 1,
    ArrowDown: 1,
    PageUp: -leap,
    PageDown: leap,
    Home: -count,
    End: count,
  };
  return clamp(index + steps[key], count);
}

/**
 * Values in rows of `columns` each, numbered row by row: arrows lead to the neighbour and stop at the
 * edge, Home and End lead along the row, Page keys to the first and last row.
 */
export function moveInGrid(index: number, key: CursorKey, columns: number, count: number): number {
  const row = Math.floor(index / columns);
  const at = index % columns;
  const last = Math.floor((count - 1) / columns);
  const places: Record<CursorKey, [number, number]> = {
    ArrowLeft: [row, at - 1],
    ArrowRight: [row, at + 1],
    ArrowUp: [row - 1, at],
    ArrowDown: [row + 1, at],
    PageUp: [0, at],
    PageDown: [last, at],
    Home: [row, 0],
    End: [row, columns - 1],
  };
  const [toRow, toColumn] = places[key];
  if (toRow < 0 || toRow > last || toColumn < 0 || toColumn >= columns) return index;
  return clamp(toRow * columns + toColumn, count);
}

/** The nearest index there is. */
export function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
