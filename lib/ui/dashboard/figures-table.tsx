/** Below large figures: the same as a table, and as a file. */
import { useMemo, useState } from 'preact/hooks';
import { type ChartTable, tableToCsv } from '../charts/chart-table.ts';
import { TableView } from '../charts/table-view.tsx';
import { Button } from '../components/button.tsx';
import { saveFile } from '../save-file.ts';
import { t } from '../text.ts';

interface FiguresTableProps {
  /** What the figures are of. */
  title: string;
  table: () => ChartTable;
  /** Without what follows the dot. */
  fileName: string;
}

export function FiguresTable({ title, table, fileName }: FiguresTableProps) {
  const [open, setOpen] = useState(false);
  const shown = useMemo(() => (open ? table() : null), [open, table]);

  function save(): void {
    const blob = new Blob([tableToCsv(table())], { type: 'text/csv;charset=utf-8' });
    saveFile({ name: `${fileName}.csv`, blob });
  }

  return (
    <div class="figures-table">
      {shown ? <TableView table={shown} title={t('figures_table', title)} flows /> : null}
      <div class="chart__tools">
        <Button
          small
          kind="quiet"
          name={t(open ? 'figures_hide_of' : 'chart_table_of', title)}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'figures_hide' : 'chart_show_table')}
        </Button>
        <Button small kind="quiet" name={t('chart_csv_of', title)} onClick={save}>
          {t('chart_save_csv')}
        </Button>
      </div>
    </div>
  );
}
