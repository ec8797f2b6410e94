/** The campaign's table: points down, servers across, and in each cell how its runs ended. */
import type { Ending } from './ending.ts';

export interface Result {
  /** Such as "chromium · refresh, background killed". */
  table: string;
  row: string;
  column: string;
  kind: Ending['kind'];
  /** What must not have been; empty when all is as promised. */
  faults: string[];
}

/** All tables as text, and under each what went wrong in it. */
export function renderTables(results: readonly Result[]): string {
  const tables = Map.groupBy(results, ({ table }) => table);
  return [...tables].map(([name, own]) => renderTable(name, own)).join('\n\n');
}

function renderTable(name: string, results: readonly Result[]): string {
  const columns = [...new Set(results.map(({ column }) => column))];
  const rows = [...Map.groupBy(results, ({ row }) => row)].map(([row, own]) => [
    row,
    ...columns.map((column) => describeCell(own.filter((result) => result.column === column))),
  ]);
  const cells = [[name, ...columns], ...rows];
  const widths = cells[0]!.map((_, index) =>
    Math.max(...cells.map((line) => line[index]?.length ?? 0)),
  );
  const lines = cells.map((line) =>
    line
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const [head = '', ...body] = lines;
  return [head, '-'.repeat(head.length), ...body, ...listFaults(results)].join('\n');
}

/** Such as "50 kept", or "48 repaired, 2 lost ✗2". */
function describeCell(results: readonly Result[]): string {
  if (results.length === 0) return '–';
  const counts = Map.groupBy(results, ({ kind }) => kind);
  const words = [...counts].map(([kind, own]) => `${own.length} ${kind}`).join(', ');
  const bad = results.filter(({ faults }) => faults.length > 0).length;
  return bad > 0 ? `${words} ✗${bad}` : words;
}

function listFaults(results: readonly Result[]): string[] {
  const lines = results.flatMap(({ row, column, faults }) =>
    faults.map((fault) => `✗ ${row}, ${column}: ${fault}`),
  );
  const counted = Map.groupBy(lines, (line) => line);
  return [...counted].map(([line, same]) => `${line} (${same.length} ×)`);
}
