/** All streams as a table for spreadsheets, in which no title can act as a formula. */
import { type Dataset, streamAt } from '../dataset/dataset.ts';
import type { Stream } from '../domain/stream.ts';
import { formatMoment } from './export-moment.ts';

const ROWS_A_CHUNK = 1000;

const COLUMNS: readonly [string, (stream: Stream) => string | number | boolean | null][] = [
  ['ended_at', ({ endedAt }) => formatMoment(endedAt)],
  ['ms_played', ({ playedMs }) => playedMs],
  ['kind', ({ track }) => track.kind],
  ['title', ({ track }) => track.title],
  ['artist', ({ track }) => track.artist],
  ['album', ({ track }) => track.album],
  ['uri', ({ track }) => track.uri],
  ['quality', ({ quality }) => quality],
  ['reason_start', ({ reasonStart }) => reasonStart],
  ['reason_end', ({ reasonEnd }) => reasonEnd],
  ['shuffle', ({ shuffle }) => shuffle],
  ['skipped', ({ skipped }) => skipped],
  ['offline', ({ offline }) => offline],
  ['incognito', ({ incognito }) => incognito],
  ['platform', ({ platform }) => platform],
  ['country', ({ country }) => country],
];

/** What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), full-width too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** The file's text in parts, row by row in time order: RFC 4180, with the mark that Excel needs. */
export function* exportCsv(dataset: Dataset): Generator<string, void, undefined> {
  const byteOrderMark = '\uFEFF';
  let chunk = `${byteOrderMark}${COLUMNS.map(([name]) => name).join(',')}\r\n`;
  for (let row = 0; row < dataset.columns.rows; row++) {
    const stream = streamAt(dataset, row);
    chunk += `${COLUMNS.map(([, read]) => formatField(read(stream))).join(',')}\r\n`;
    if ((row + 1) % ROWS_A_CHUNK > 0) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** A text that looks like a formula gets an apostrophe before it, which makes it text. */
function formatField(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
