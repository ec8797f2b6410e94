/** Small multiples: the same columns for a few groups, such as the seasons, on one scale. */
import { FAINT, heard, highest, type Column } from './column-picture.ts';
import { fitText } from './fit-text.ts';
import { isolate } from '../isolate.ts';
import type { Measure } from './measure.ts';
import { moveInRow } from './move-cursor.ts';
import type { Canvas, Mark, Picture } from './picture.ts';
import { column, levelLine, NORMAL, outline } from './shapes.ts';
import { columnIn, hatchGaps, layOutPlot } from './time-plot.ts';

export interface Panel {
  name: string;
  columns: readonly Column[];
}

interface PanelsOptions {
  panels: readonly Panel[];
  measure: Measure;
  /** Of one panel. */
  height: number;
}

const NARROWEST = 150;
const GAP = 24;
const TITLE = 22;
const LEAST = 1.5;

export function drawPanels({
  panels,
  measure,
  height,
}: PanelsOptions): (canvas: Canvas) => Picture {
  const max = highest(panels.flatMap(({ columns }) => columns.map(({ value }) => value)));
  const places = panels.flatMap(({ columns }, panel) => columns.map((_, at) => ({ panel, at })));

  return ({ width, textWidth }) => {
    const fitting = Math.floor((width + GAP) / (NARROWEST + GAP));
    // Four as two and two rather than three and one.
    const rows = Math.ceil(panels.length / Math.max(1, fitting));
    const across = Math.max(1, Math.ceil(panels.length / Math.max(1, rows)));
    const wide = (width - (across - 1) * GAP) / across;

    const plots = panels.map(({ columns }, i) => {
      const left = (i % across) * (wide + GAP);
      const top = Math.floor(i / across) * (height + GAP);
      const canvas = { width: wide, textWidth };
      const origin = { x: left, y: top + TITLE };
      const options = { steps: columns, measure, max, height: height - TITLE, origin };
      return { place: { left, top }, ...layOutPlot(canvas, options) };
    });
    const boxOf = ({ panel, at }: { panel: number; at: number }) => {
      const plot = plots[panel]!;
      const { value } = panels[panel]!.columns[at]!;
      const tall = value > 0 ? Math.max(LEAST, plot.bottom - plot.y(value)) : 0;
      return { ...columnIn(plot, at), y: plot.bottom - tall, height: tall };
    };

    const marks = panels.flatMap(({ name, columns }, i): Mark[] => {
      const plot = plots[i]!;
      const title = fitText(name, wide, { textWidth, size: NORMAL, bold: true });
      const shapes = (isFaint: boolean) =>
        columns
          .flatMap(({ value, faint }, at) =>
            value > 0 && (faint !== undefined) === isFaint
              ? [column(boxOf({ panel: i, at }), 2)]
              : [],
          )
          .join('');
      return [
        {
          kind: 'text',
          text: isolate(title.text),
          x: plot.place.left,
          y: plot.place.top + 14,
          size: NORMAL,
          ink: 'ink',
          bold: true,
        },
        ...plot.axes,
        ...hatchGaps(columns, plot, (at) => boxOf({ panel: i, at }).y),
        { kind: 'path', d: shapes(true), ...FAINT },
        { kind: 'path', d: shapes(false), fill: 'accent' },
        levelLine(plot.left, plot.right, plot.bottom, 'line-strong'),
      ];
    });

    return {
      height: rows * height + (rows - 1) * GAP,
      marks,
      readings: {
        count: places.length,
        start: 0,
        at: (index) => {
          const place = places[index]!;
          const { name, columns } = panels[place.panel]!;
          const step = columns[place.at]!;
          const { label, value, instead, faint } = step;
          const box = boxOf(place);
          return {
            x: box.x + box.width / 2,
            y: box.y,
            title: `${isolate(name)} · ${label}`,
            lines: [
              {
                value:
                  instead ?? faint?.(measure.format(value)) ?? heard(value, step, measure).value,
              },
            ],
            cursor: outline(box),
          };
        },
        find: (x, y) => {
          const panel = plots.findIndex(
            ({ place: { left, top } }) =>
              x >= left && x < left + wide && y >= top && y < top + height,
          );
          const at = plots[panel]?.stepAt(x) ?? null;
          if (at === null) return null;
          return places.findIndex((place) => place.panel === panel && place.at === at);
        },
        move: (index, key) => moveInRow(index, key, places.length),
      },
    };
  };
}
