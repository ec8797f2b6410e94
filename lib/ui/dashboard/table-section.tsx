/** A list that is best read as a table: what it says, the rows, and the file of all of them. */
import type { ComponentChildren } from 'preact';
import { type ChartTable, tableToCsv } from '../charts/chart-table.ts';
import { TableView } from '../charts/table-view.tsx';
import { Button } from '../components/button.tsx';
import { saveFile } from '../save-file.ts';
import { t } from '../text.ts';

interface TableSectionProps {
  /** States the finding. */
  title: string;
  note?: string;
  table: ChartTable;
  /** Without what follows the dot. */
  fileName: string;
  /** Said in place of a table without rows. */
  empty?: string;
  children?: ComponentChildren;
}

export function TableSection(props: TableSectionProps) {
  const { title, note, table, fileName, empty, children } = props;

  function save(): void {
    const blob = new Blob([tableToCsv(table)], { type: 'text/csv;charset=utf-8' });
    saveFile({ name: `${fileName}.csv`, blob });
  }

  return (
    <section class="card table-section">
      <h2 dir="auto">{title}</h2>
      {note === undefined ? null : <p class="muted small table-section__note">{note}</p>}
      {children}
      {table.rows.length === 0 ? (
        <p class="muted">{empty}</p>
      ) : (
        <>
          <TableView table={table} title={title} />
          <p class="table-section__tools">
            <Button small kind="quiet" name={t('chart_csv_of', title)} onClick={save}>
              {t('chart_save_csv')}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
