/** The table behind a chart. Its first rows come at once, more when they are asked for. */
import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { cellText, type ChartTable, type TableCell, type TableColumn } from './chart-table.ts';
import { FIRST_ROWS, nextStep } from './table-steps.ts';

interface TableViewProps {
  table: ChartTable;
  title: string;
  /** Rows in all, where the table holds the first ones only. */
  count?: number;
  /** Sees to it that the table holds all of them; null when it could not. */
  need?: () => Promise<unknown>;
}

export function TableView({ table, title, count = table.rows.length, need }: TableViewProps) {
  const [limit, setLimit] = useState(FIRST_ROWS);
  const { columns, rows } = table;
  const shown = rows.slice(0, limit);
  const next = nextStep(shown.length, count);

  async function showMore(wanted: number): Promise<void> {
    if (rows.length < wanted && (await need?.()) === null) return;
    setLimit(wanted);
  }

  return (
    // A box that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="chart__table" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col" class={cellClass(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, i) => (
            <tr key={i}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row" class={cellClass(columns[at]!)}>
                    <Cell cell={cell} column={columns[at]!} />
                  </th>
                ) : (
                  <td key={at} class={cellClass(columns[at]!)}>
                    <Cell cell={cell} column={columns[at]!} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {next ? (
        <Button small onClick={() => void showMore(next.rows)}>
          {next.label}
        </Button>
      ) : null}
    </section>
  );
}

function Cell({ cell, column }: { cell: TableCell; column: TableColumn }) {
  const text = <bdi>{cellText(cell, column)}</bdi>;
  if (cell === null || typeof cell !== 'object') return text;
  return (
    <a class="link--quiet" href={cell.href}>
      {text}
    </a>
  );
}

function cellClass({ kind }: TableColumn): string {
  if (kind === 'name' || kind === 'text') return `chart__${kind}`;
  return 'chart__number';
}
