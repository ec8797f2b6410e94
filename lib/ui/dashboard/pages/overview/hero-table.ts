/** The large figures of the range as a table: a row for its days, and one for those compared with. */
import type { ViewScope } from '../../../../views/protocol.ts';
import type { Amounts, OverviewView } from '../../../../views/overview/contract.ts';
import type { ChartTable, TableCell } from '../../../charts/chart-table.ts';
import { t } from '../../../text.ts';
import { daysCell } from '../../date-cells.ts';

export function heroTable(
  { amounts, before }: Pick<OverviewView, 'amounts' | 'before'>,
  { days, comparedDays }: Pick<ViewScope, 'days' | 'comparedDays'>,
): ChartTable {
  return {
    columns: [
      { label: t('spark_column_when'), kind: 'text' },
      { label: t('spark_column_heard'), kind: 'duration' },
      { label: t('kept_plays'), kind: 'count' },
      { label: t('top_songs'), kind: 'count' },
      { label: t('top_artists'), kind: 'count' },
    ],
    rows: [
      rowOf(days ? daysCell(days) : t('range_all_time'), amounts),
      ...(before && comparedDays ? [rowOf(daysCell(comparedDays), before)] : []),
    ],
  };
}

function rowOf(when: TableCell, { playedMs, plays, songs, artists }: Amounts): TableCell[] {
  return [when, playedMs, plays, songs, artists];
}
