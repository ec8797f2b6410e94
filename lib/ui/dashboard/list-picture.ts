/** A list of names with a few figures each as a picture: what “Save PNG” makes of it. */
import { cellText, type TableCell, type TableColumn } from '../charts/chart-table.ts';
import { fitText } from '../charts/fit-text.ts';
import { isolate } from '../isolate.ts';
import type { Canvas, Mark, Picture } from '../charts/picture.ts';
import { axisText, levelLine, NORMAL, SMALL, widest } from '../charts/shapes.ts';
import { t } from '../text.ts';
import { formatNumber } from '../format.ts';
import type { Entry } from '../../views/entry.ts';

export interface ListRow {
  /** Before the name, instead of the place in a ranking. */
  mark?: string;
  entry: Entry;
  /** One a column. */
  cells: readonly TableCell[];
}

interface ListPictureOptions {
  rows: readonly ListRow[];
  columns: readonly TableColumn[];
  /** More rows are counted, not drawn. */
  most: number;
}

const HEAD = 24;
const ROW = 44;
const GAP = 24;

export function drawList({ rows, columns, most }: ListPictureOptions): (canvas: Canvas) => Picture {
  const shown = rows.slice(0, most);
  const hidden = rows.length - shown.length;
  const marks = shown.map(({ mark }, row) => mark ?? formatNumber(row + 1));
  const texts = shown.map(({ cells }) => cells.map((cell, i) => cellText(cell, columns[i]!)));

  return ({ width, textWidth }) => {
    const wide = columns.map(({ label }, i) =>
      Math.max(
        widest([label], textWidth),
        widest(
          texts.map((cells) => cells[i]!),
          textWidth,
          NORMAL,
        ),
      ),
    );
    /** The right edge of each column. */
    const edges = wide.map((_, i) => width - wide.slice(i + 1).reduce((x, w) => x + w + GAP, 0));
    const left = widest(marks, textWidth, NORMAL) + GAP / 2;
    const room = Math.max(80, width - left - wide.reduce((x, w) => x + w + GAP, 0));

    const heads = columns.map(({ label }, i) => axisText(label, edges[i]!, 12, 'end'));
    const body = shown.flatMap(({ entry }, row): Mark[] => {
      const top = HEAD + row * ROW;
      const name = fitText(entry.name, room, { textWidth, size: NORMAL, bold: true });
      const artist = fitText(entry.artist ?? '', room, { textWidth, size: SMALL });
      return [
        levelLine(0, width, top, 'line'),
        axisText(marks[row]!, 0, top + 27),
        {
          kind: 'text',
          text: isolate(name.text),
          x: left,
          y: top + (entry.artist === null ? 27 : 19),
          size: NORMAL,
          ink: 'ink',
          bold: true,
        },
        ...(entry.artist === null ? [] : [axisText(isolate(artist.text), left, top + 36)]),
        ...texts[row]!.map((text, i): Mark => ({
          kind: 'text',
          text: isolate(text),
          x: edges[i]!,
          y: top + 27,
          size: NORMAL,
          ink: 'ink',
          anchor: 'end',
        })),
      ];
    });
    const bottom = HEAD + shown.length * ROW;
    const more =
      hidden > 0 ? [axisText(t('chart_more_rows', formatNumber(hidden)), 0, bottom + 18)] : [];
    return {
      height: bottom + (hidden > 0 ? 28 : 0),
      marks: [...heads, ...body, ...more],
      readings: NO_READINGS,
    };
  };
}

/** It is read as a table: there is nothing for a cursor to find. */
const NO_READINGS: Picture['readings'] = {
  count: 0,
  start: 0,
  at: () => ({ x: 0, y: 0, title: '', lines: [], cursor: [] }),
  find: () => null,
  move: (index) => index,
};
