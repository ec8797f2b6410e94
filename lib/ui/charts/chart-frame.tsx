/** The frame of every chart: a heading that states the finding, the chart or its table, and its files. */
import type { ComponentChildren } from 'preact';
import { useContext, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { saveFile } from '../save-file.ts';
import { t } from '../text.ts';
import { useOwnId } from '../own-id.ts';
import { ChartContext, ImageAbout } from './chart-context.ts';
import { drawChartImage } from './chart-image.ts';
import { tableToCsv, type ChartTable } from './chart-table.ts';
import type { Draw } from './picture.ts';
import { TableView } from './table-view.tsx';

interface ChartFrameProps {
  /** Says what the chart shows, as a finding: “Most of it on weekday evenings”. */
  title: string;
  /** What is counted, and what is missing; also written into the image. */
  note?: string;
  /** A function is called when the table or its file is asked for: for thousands of rows. */
  table: ChartTable | (() => ChartTable);
  /** Of the files, without what follows the dot: “ostinato-months-2019”. */
  fileName: string;
  /** The heading's. */
  level?: 2 | 3;
  /** Choices that belong to this chart, beside its heading. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

export function ChartFrame(props: ChartFrameProps) {
  const { title, note, fileName, level = 2, actions, children } = props;
  const about = useContext(ImageAbout);
  const figure = useRef<HTMLElement>(null);
  const [drawn, setDrawn] = useState<Draw>(null);
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [failed, setFailed] = useState(false);
  const headingId = useOwnId();
  const link = useMemo(() => ({ title, offer: (draw: Draw) => setDrawn(() => draw) }), [title]);
  const Heading = level === 2 ? 'h2' : 'h3';
  const tableNow = () => (typeof props.table === 'function' ? props.table() : props.table);
  const table = useMemo(() => (view === 'table' ? tableNow() : null), [view, props.table]);

  async function saveImage(): Promise<void> {
    if (!drawn || !figure.current) return;
    try {
      const below = [about, note].filter((text) => text !== null && text !== undefined);
      const words = { title, ...(below.length === 0 ? {} : { note: below.join(' · ') }) };
      const blob = await drawChartImage({ draw: drawn, ...words, element: figure.current });
      saveFile({ name: `${fileName}.png`, blob });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }

  function saveTable(): void {
    const blob = new Blob([tableToCsv(tableNow())], { type: 'text/csv;charset=utf-8' });
    saveFile({ name: `${fileName}.csv`, blob });
  }

  return (
    <figure ref={figure} class="chart" aria-labelledby={headingId}>
      <div class="chart__head">
        <div class="chart__words">
          <Heading id={headingId} class="chart__title">
            {title}
          </Heading>
          {note === undefined ? null : <p class="chart__note">{note}</p>}
        </div>
        {actions}
      </div>
      {table ? <TableView table={table} title={title} /> : null}
      {/* Hidden rather than gone: it still says what to save when the data change. */}
      <div hidden={table !== null}>
        <ChartContext.Provider value={link}>{children}</ChartContext.Provider>
      </div>
      {drawn ? (
        <div class="chart__tools">
          <Button
            small
            kind="quiet"
            name={t(view === 'chart' ? 'chart_table_of' : 'chart_chart_of', title)}
            onClick={() => setView(view === 'chart' ? 'table' : 'chart')}
          >
            {t(view === 'chart' ? 'chart_show_table' : 'chart_show_chart')}
          </Button>
          <Button
            small
            kind="quiet"
            name={t('chart_png_of', title)}
            onClick={() => void saveImage()}
          >
            {t('chart_save_png')}
          </Button>
          <Button small kind="quiet" name={t('chart_csv_of', title)} onClick={saveTable}>
            {t('chart_save_csv')}
          </Button>
          {failed ? (
            <p class="chart__failed" role="alert">
              {t('chart_png_failed')}
            </p>
          ) : null}
        </div>
      ) : null}
    </figure>
  );
}
