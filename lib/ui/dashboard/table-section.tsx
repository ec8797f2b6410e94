/** A list that is best read as a table: what it says, the rows, and the file of all of them. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { type ChartTable, tableToCsv } from '../charts/chart-table.ts';
import { TableView } from '../charts/table-view.tsx';
import { Button } from '../components/button.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import { saveFile } from '../save-file.ts';
import { t } from '../text.ts';
import { createWholeTable, type Whole } from './whole-table.ts';

/** Rows at first: enough to see what the list is about, few enough to see what follows it. */
const FIRST = 12;

interface TableSectionProps {
  /** States the finding. */
  title: string;
  note?: string;
  table: ChartTable;
  /** Where `table` holds the first rows only. */
  whole?: Whole;
  /** UTC ms. */
  now: number;
  /** Without what follows the dot. */
  fileName: string;
  /** Said in place of a table without rows. */
  empty?: string;
  children?: ComponentChildren;
}

export function TableSection(props: TableSectionProps) {
  const { title, note, now, fileName, empty, children } = props;
  const rows = useMemo(() => createWholeTable(props.table, props.whole), [props.table]);
  const table = rows.table.value;

  async function save(): Promise<void> {
    const all = await rows.need();
    if (!all) return;
    const blob = new Blob([tableToCsv(all)], { type: 'text/csv;charset=utf-8' });
    saveFile({ name: `${fileName}.csv`, blob });
  }

  return (
    <section class="card table-section">
      <h2>{title}</h2>
      {note === undefined ? null : <p class="muted small table-section__note">{note}</p>}
      {children}
      {table.rows.length === 0 ? (
        <p class="muted">{empty}</p>
      ) : (
        <>
          <TableView
            table={table}
            title={title}
            count={rows.count}
            need={rows.need}
            first={FIRST}
            flows
          />
          {rows.error.value ? <ErrorNotice error={rows.error.value} now={now} urgent /> : null}
          <p class="table-section__tools">
            <Button
              small
              kind="quiet"
              name={t('chart_csv_of', title)}
              busy={rows.loading.value}
              onClick={() => void save()}
            >
              {t('chart_save_csv')}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
