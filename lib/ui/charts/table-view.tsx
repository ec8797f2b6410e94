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
  /** Rows at first. */
  first?: number;
  /** A part of the page, which scrolls as a whole: the table has no box that scrolls by itself. */
  flows?: boolean;
}

export function TableView(props: TableViewProps) {
  const { table, title, count = table.rows.length, need, first = FIRST_ROWS, flows } = props;
  const [limit, setLimit] = useState(first);
  const { columns, rows } = table;
  const shown = rows.slice(0, limit);
  const next = nextStep(shown.length, count);

  async function showMore(wanted: number): Promise<void> {
    if (rows.length < wanted && (await need?.()) === null) return;
    setLimit(wanted);
  }

  return (
    <section
      class={flows ? 'chart__table chart__table--flows' : 'chart__table'}
      aria-label={title}
      // A box that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={flows ? undefined : 0}
    >
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
                  <td key={at} class={cellClass(columns[at]!)} data-label={columns[at]!.label}>
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
  if (cell === null || typeof cell !== 'object' || cell.href === undefined) return text;
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
