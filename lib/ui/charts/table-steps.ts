/** How many rows a long table shows, and what its button adds: never so many that the page stands still. */
import { formatNumber } from '../format.ts';
import { t } from '../text.ts';

export const FIRST_ROWS = 200;
const MORE_ROWS = 500;

export interface TableStep {
  /** Rows shown after it. */
  rows: number;
  /** What its button says. */
  label: string;
}

/** Null when all are shown. */
export function nextStep(shown: number, total: number): TableStep | null {
  if (shown >= total) return null;
  const all = formatNumber(total);
  if (total - shown <= MORE_ROWS) return { rows: total, label: t('chart_all_rows', all) };
  const label = t('chart_next_rows', formatNumber(MORE_ROWS), all);
  return { rows: shown + MORE_ROWS, label };
}
