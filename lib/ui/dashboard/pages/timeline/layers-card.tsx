/** Who the listening went to, month by month: the top artists of the range, and everybody else. */
import { useMemo } from 'preact/hooks';
import type { LayersView } from '../../../../views/timeline/contract.ts';
import { StackedColumns } from '../../../charts/charts.tsx';
import type { ChartTable, TableCell } from '../../../charts/chart-table.ts';
import { durations, plays as inPlays } from '../../../charts/measure.ts';
import type { Series } from '../../../charts/stack-picture.ts';
import { stepCell } from '../../../charts/steps.ts';
import { formatShare } from '../../../format.ts';
import { t } from '../../../text.ts';
import { ChartCard } from '../../chart-card.tsx';
import { detailHref } from '../../detail-href.ts';
import { fileNameOf } from '../../file-name.ts';
import { gapNotes } from '../../gap-notes.ts';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';

import { timeStep, unitName } from './time-steps.ts';

interface LayersCardProps extends PageProps {
  view: LayersView;
  by: 'plays' | 'time';
}

export function LayersCard({ view, by, route, actions }: LayersCardProps) {
  const { unit, first, covered, partly, artists, rest } = view;
  const series = useMemo(
    (): Series[] => [
      ...artists.map(({ entry }): Series => ({
        name: entry.name,
        href: detailHref(actions, 'artist', entry),
      })),
      ...(total(rest) > 0 ? [{ name: t('timeline_rest'), other: true }] : []),
    ],
    [artists, rest, actions],
  );
  const columns = useMemo(
    () =>
      covered.map((known, i) =>
        Object.assign(timeStep(unit, first, i), {
          covered: known,
          partly: partly[i]!,
          values: valuesAt(view, i),
        }),
      ),
    [view, unit, first, covered, partly],
  );
  const leader = artists[0];
  const all = [...artists.map(({ values }) => values), rest].reduce(
    (sum, it) => sum + total(it),
    0,
  );
  return (
    <ChartCard
      title={
        leader && all > 0
          ? t(
              by === 'plays' ? 'timeline_layers_title_plays' : 'timeline_layers_title_time',
              nameInWords(leader.entry.name),
              formatShare(total(leader.values) / all),
            )
          : t('timeline_layers_none')
      }
      note={[
        t(by === 'plays' ? `timeline_layers_plays_${unit}` : `timeline_layers_time_${unit}`),
        ...gapNotes(columns),
      ].join(' ')}
      table={() => layersTable(view, by)}
      fileName={fileNameOf('artists-over-time', route)}
    >
      <StackedColumns
        columns={columns}
        series={series}
        measure={by === 'plays' ? inPlays : durations}
      />
    </ChartCard>
  );
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Of each artist, and of the rest. */
function valuesAt({ artists, rest }: LayersView, step: number): number[] {
  return [...artists.map(({ values }) => values[step]!), rest[step]!];
}

function layersTable(view: LayersView, by: 'plays' | 'time'): ChartTable {
  const kind = by === 'plays' ? 'count' : 'duration';
  const { unit, first, covered, partly, artists } = view;
  return {
    columns: [
      { label: unitName(unit), kind: 'text' },
      ...artists.map(({ entry }) => ({ label: entry.name, kind }) as const),
      { label: t('timeline_rest'), kind },
    ],
    rows: covered.map((known, i): TableCell[] => {
      const name = stepCell({ ...timeStep(unit, first, i), partly: partly[i]! });
      const values: TableCell[] = valuesAt(view, i);
      const isGap = !known && values.every((value) => value === 0);
      return Array.of<TableCell>(name).concat(isGap ? values.map(() => null) : values);
    }),
  };
}
