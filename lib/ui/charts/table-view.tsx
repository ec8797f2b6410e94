/** The table behind a chart. Its first rows come at once, all of them when they are asked for. */
import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { formatNumber } from '../format.ts';
import { t } from '../text.ts';
import { cellText, type ChartTable, type TableCell, type TableColumn } from './chart-table.ts';

const FIRST_ROWS = 200;

export function TableView({ table, title }: { table: ChartTable; title: string }) {
  const [all, setAll] = useState(false);
  const { columns, rows } = table;
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
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
      {shown.length < rows.length ? (
        <Button small onClick={() => setAll(true)}>
          {t('chart_all_rows', formatNumber(rows.length))}
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

function cellClass({ kind }: TableColumn): string | undefined {
  return kind === 'name' || kind === 'text' ? undefined : 'chart__number';
}
