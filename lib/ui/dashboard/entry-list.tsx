/** A list of songs, artists or albums, each with its cover, its page and a few figures. */
import type { ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { ChartContext } from '../charts/chart-context.ts';
import {
  cellText,
  type ChartTable,
  type TableCell,
  type TableColumn,
} from '../charts/chart-table.ts';
import { Button } from '../components/button.tsx';
import { Cover } from '../components/cover.tsx';
import { formatNumber } from '../format.ts';
import { t } from '../text.ts';
import { ChartCard } from './chart-card.tsx';
import type { DashboardActions } from './dashboard-actions.ts';
import type { DetailKind } from './detail-href.ts';
import { drawList, type ListRow } from './list-picture.ts';
import { NameLink } from './name-link.tsx';

/** Of the picture that is saved. */
const MOST_IN_PICTURE = 50;
/** Come at once; all of them when they are asked for. */
const FIRST_ROWS = 25;

interface EntryListProps {
  /** States the finding. */
  title: string;
  note?: string;
  /** Without what follows the dot. */
  fileName: string;
  kind: DetailKind;
  /** Of the figures, after the name. */
  columns: readonly TableColumn[];
  /** Must stay the same object while they are the same. */
  rows: readonly ListRow[];
  actions: DashboardActions;
  /** What the marks of the rows are, where they have one; otherwise each has its place in a ranking. */
  markLabel?: string;
  /** Choices beside the heading. */
  choices?: ComponentChildren;
}

export function EntryList(props: EntryListProps) {
  const { title, note, fileName, kind, columns, rows, actions, markLabel, choices } = props;
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  const picture = useMemo(
    () => drawList({ rows, columns, most: MOST_IN_PICTURE }),
    [rows, columns],
  );
  return (
    <ChartCard
      title={title}
      {...(note === undefined ? {} : { note })}
      table={() => listTable({ kind, columns, rows, markLabel })}
      fileName={fileName}
      actions={choices}
    >
      <OfferPicture draw={picture} />
      <table class="entries">
        <thead>
          <tr>
            <th scope="col" class={markLabel ? 'entries__mark' : 'entries__place'}>
              {markLabel ?? <span class="visually-hidden">{t('list_place')}</span>}
            </th>
            <th scope="col" class="entries__name">
              {nameLabel(kind)}
            </th>
            {columns.map((column, i) => (
              <th key={i} scope="col" class="entries__figure">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ mark, entry, cells }, i) => (
            <tr key={i}>
              <td class={markLabel ? 'entries__mark' : 'entries__place'}>
                {mark ?? formatNumber(i + 1)}
              </td>
              <td class="entries__name">
                <div class="entries__who">
                  <Cover url={entry.coverUrl} size={44} alt="" name={entry.name} />
                  <div class="entries__names">
                    <NameLink kind={kind} {...entry} actions={actions} />
                    {entry.artist === null ? null : (
                      <span class="entries__artist">
                        <NameLink kind="artist" name={entry.artist} actions={actions} />
                      </span>
                    )}
                    <span class="entries__line">
                      {cells.map((cell, at) => labelled(cell, columns[at]!)).join(' · ')}
                    </span>
                  </div>
                </div>
              </td>
              {cells.map((cell, at) => (
                <td key={at} class="entries__figure" dir="auto">
                  <Cell cell={cell} column={columns[at]!} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length ? (
        <p>
          <Button small onClick={() => setAll(true)}>
            {t('chart_all_rows', formatNumber(rows.length))}
          </Button>
        </p>
      ) : null}
    </ChartCard>
  );
}

/** “Plays 6” */
function labelled(cell: TableCell, column: TableColumn): string {
  return t('list_labelled', column.label, cellText(cell, column));
}

function Cell({ cell, column }: { cell: TableCell; column: TableColumn }) {
  const text = cellText(cell, column);
  if (cell === null || typeof cell !== 'object' || cell.href === undefined) return <>{text}</>;
  return (
    <a class="link--quiet" href={cell.href}>
      {text}
    </a>
  );
}

/** Gives the frame around it the list as a picture that can be saved. */
export function OfferPicture({ draw }: { draw: ReturnType<typeof drawList> }) {
  const frame = useContext(ChartContext);
  useLayoutEffect(() => frame?.offer(draw), [frame, draw]);
  return null;
}

export function nameLabel(kind: DetailKind): string {
  return t(kind === 'song' ? 'list_song' : kind === 'album' ? 'list_album' : 'list_artist');
}

/** The same as a plain table, for the toggle and for the file. */
export function listTable({
  kind,
  columns,
  rows,
  markLabel,
}: Pick<EntryListProps, 'kind' | 'columns' | 'rows'> & {
  markLabel: string | undefined;
}): ChartTable {
  const whose = kind !== 'artist';
  return {
    columns: [
      ...(markLabel === undefined ? [] : [{ label: markLabel, kind: 'text' } as const]),
      { label: nameLabel(kind), kind: 'name' },
      ...(whose ? [{ label: t('list_artist'), kind: 'name' } as const] : []),
      ...columns,
    ],
    rows: rows.map(({ mark = null, entry, cells }) => [
      ...(markLabel === undefined ? [] : [mark]),
      entry.name,
      ...(whose ? [entry.artist] : []),
      ...cells,
    ]),
  };
}
