/** A whole top list as a file, read in large pieces. */
import type { ViewScope } from '../../../../views/protocol.ts';
import { MOST_TOP_ROWS, type TopRow, type TopView } from '../../../../views/top/contract.ts';
import type { ChartTable, TableCell, TableColumn } from '../../../charts/chart-table.ts';
import { t } from '../../../text.ts';
import { inFileName } from '../../file-name.ts';
import type { AskView } from '../../page.ts';
import type { TopChoice } from './top-choice.ts';
import { NAME_WORDS, shareOf } from './top-words.ts';

/** @throws AppError as `AskHistory` does. */
export async function readWholeTop(ask: AskView, choice: TopChoice): Promise<ChartTable> {
  const rows: TopRow[] = [];
  for (;;) {
    const params = { ...choice, offset: rows.length, limit: MOST_TOP_ROWS };
    const { view } = await ask('top', params);
    rows.push(...view.rows);
    if (rows.length >= view.matching || view.rows.length === 0) {
      return topTable(rows, view, choice);
    }
  }
}

function topTable(rows: readonly TopRow[], view: TopView, { list, by }: TopChoice): ChartTable {
  const columns: { column: TableColumn; cell: (row: TopRow) => TableCell }[] = [
    { column: { label: t(NAME_WORDS[list]), kind: 'name' }, cell: ({ name }) => name },
    { column: { label: t('top_place'), kind: 'count' }, cell: ({ rank }) => rank },
    ...(view.compared
      ? [
          {
            column: { label: t('top_place_before'), kind: 'count' as const },
            cell: ({ rankBefore }: TopRow) => rankBefore,
          },
        ]
      : []),
    ...(list === 'songs' || list === 'albums'
      ? [
          {
            column: { label: t('top_artist'), kind: 'name' as const },
            cell: ({ artist }: TopRow) => artist,
          },
        ]
      : []),
    { column: { label: t('kept_plays'), kind: 'count' }, cell: ({ plays }) => plays },
    { column: { label: t('spark_column_heard'), kind: 'duration' }, cell: (row) => row.playedMs },
    { column: { label: t('top_share'), kind: 'share' }, cell: (row) => shareOf(row, view, by) },
    { column: { label: 'URI', kind: 'text' }, cell: ({ uri }) => uri },
  ];
  return {
    columns: columns.map(({ column }) => column),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/** “ostinato-top-songs-2024-01-01-2024-12-31”; with what it is filtered by. */
export function topFileName(
  { list, filter }: TopChoice,
  range: string,
  { days }: Pick<ViewScope, 'days'>,
) {
  const when = days ? range.replaceAll('..', '-') : 'all-time';
  const part = filter.trim() === '' ? '' : `-${inFileName(filter) || 'filtered'}`;
  return `ostinato-top-${list}${part}-${when}`;
}
