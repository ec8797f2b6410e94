/** The figures behind a chart: what the table shows, and the file a spreadsheet opens. */
import { formatDuration, formatNumber, formatPercent } from '../format.ts';
import { t } from '../text.ts';

export interface TableColumn {
  label: string;
  /**
   * `name`: given by strangers. `text`: our own words, dates included. `count`: a number.
   * `duration`: ms, in the file as minutes. `share`: 0 … 1, in the file as percent.
   */
  kind: 'name' | 'text' | 'count' | 'duration' | 'share';
}

/** Null: nothing is known, or nothing was recorded. */
export type TableCell = string | number | null | LinkedText;

/** A text that leads somewhere, or that the file writes in another way: a date as `2024-05-31`. */
export interface LinkedText {
  text: string;
  href?: string;
  file?: string;
}

export interface ChartTable {
  /** The first names the rows. */
  columns: readonly TableColumn[];
  rows: readonly (readonly TableCell[])[];
}

const NOTHING = '–';

/** A cell as it is read. */
export function cellText(cell: TableCell, { kind }: TableColumn): string {
  if (cell === null) return NOTHING;
  if (typeof cell === 'object') return cell.text;
  if (typeof cell === 'string') return cell;
  if (kind === 'duration') return formatDuration(cell);
  if (kind === 'share') return formatPercent(cell);
  return formatNumber(cell);
}

const BYTE_ORDER_MARK = '\uFEFF';
/** What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), full-width too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** RFC 4180, with the mark that Excel needs to read UTF-8; numbers bare, texts never a formula. */
export function tableToCsv({ columns, rows }: ChartTable): string {
  const head = columns.map((column) => csvText(csvLabel(column)));
  const body = rows.map((row) => row.map((cell, i) => csvCell(cell, columns[i]!)));
  const lines = [head, ...body].map((cells) => `${cells.join(',')}\r\n`);
  return `${BYTE_ORDER_MARK}${lines.join('')}`;
}

function csvLabel({ label, kind }: TableColumn): string {
  if (kind === 'duration') return t('chart_csv_minutes', label);
  if (kind === 'share') return t('chart_csv_percent', label);
  return label;
}

function csvCell(cell: TableCell, { kind }: TableColumn): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return csvText(cell.file ?? cell.text);
  if (typeof cell === 'string') return csvText(cell);
  const value = kind === 'duration' ? cell / 60_000 : kind === 'share' ? cell * 100 : cell;
  return String(Math.round(value * 1000) / 1000);
}

/** A text that looks like a formula gets an apostrophe before it, which makes it text. */
function csvText(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
