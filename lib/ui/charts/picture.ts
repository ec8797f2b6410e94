/**
 * What every chart is made of: a picture of plain shapes and texts, worked out from data and a width
 * alone. One component shows it as SVG (chart.tsx), one painter draws it into a file
 * (paint-picture.ts), and both see the same shapes, so that a saved chart is the chart on the screen.
 *
 * Why not a chart library. Measured, minified and gzipped, with what these charts would use of each:
 * d3-array and d3-shape 4.6 kB (`ticks`, `line`, `area`, a monotone curve) · d3-scale on top +9 kB, for
 * what is one multiplication here · frappe-charts 18 · uPlot 22 · Chart.js 56 · Observable Plot 86 ·
 * ECharts 195. uPlot and Chart.js paint on a canvas alone: nothing for forced colours, for paper or for
 * links. None of them reads its values by keyboard, hatches a gap, draws a file without an image from a
 * `data:` address (which the extension's policy refuses), or knows that an axis of time stops at hours
 * and days. So the arithmetic that is easy to get wrong comes from d3, and the shapes are ours: with
 * frame, table, keyboard and files 15 kB, and 5,500 days are drawn in 10 ms.
 */

/** A colour by its name in theme.css, without the dashes. */
export type Ink =
  | 'ink'
  | 'muted'
  | 'line'
  | 'line-strong'
  | 'surface'
  | 'sunken'
  | 'accent'
  | 'accent-soft'
  | `heat-${0 | 1 | 2 | 3 | 4 | 5}`
  | `cat-${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | 'cat-other';

/** Shapes of one look in one path (SVG syntax): thousands of days are six paths. */
export interface PathMark {
  kind: 'path';
  d: string;
  /** `hatch`: nothing was recorded there. */
  fill?: Ink | 'hatch';
  stroke?: Ink;
  strokeWidth?: number;
  /** 0 … 1, for what is set back; 1 when not given. */
  opacity?: number;
  /** Lengths of dashes and gaps. */
  dash?: readonly number[];
}

/** One line of text; `y` is its baseline. */
export interface TextMark {
  kind: 'text';
  x: number;
  y: number;
  text: string;
  size: number;
  ink: Ink;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  /** The whole text, where `text` had to be cut. */
  full?: string;
  /** Where a name leads to. */
  href?: string;
}

export type Mark = PathMark | TextMark;

/** One amount of a value that is read: a category of a stacked month, or the only one. */
export interface ReadingLine {
  name?: string;
  value: string;
  ink?: Ink;
}

/** One value of a chart, as the pointer and the arrow keys find it. */
export interface Reading {
  /** Where the tooltip points at. */
  x: number;
  y: number;
  title: string;
  lines: readonly ReadingLine[];
  /** Drawn over the chart while this value is read. */
  cursor: readonly Mark[];
  href?: string;
}

export type CursorKey =
  'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'PageUp' | 'PageDown' | 'Home' | 'End';

/** The values of a chart, one by one: numbered from 0, worked out when asked for. */
export interface Readings {
  count: number;
  /** Where reading by keyboard begins. */
  start: number;
  at: (index: number) => Reading;
  /** The value under a point, or null. */
  find: (x: number, y: number) => number | null;
  move: (index: number, key: CursorKey) => number;
}

export interface Picture {
  height: number;
  /** Heights at which a page of paper may end, from the top: for a picture that may be taller than one. */
  cuts?: readonly number[];
  marks: readonly Mark[];
  readings: Readings;
}

/** The width of a text in px. */
export type TextWidth = (text: string, size: number, bold?: boolean) => number;

export interface Canvas {
  /** px, above zero. */
  width: number;
  textWidth: TextWidth;
}

/** A chart with its data in it: draws itself for any width. Null: there is nothing to draw. */
export type Draw = ((canvas: Canvas) => Picture) | null;
