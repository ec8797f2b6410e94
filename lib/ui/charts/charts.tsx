/** The charts themselves: plain data in, a picture out. Put one into a `ChartFrame`. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { drawBars, type BarRow } from './bar-picture.ts';
import { drawCalendar, type CalendarDays } from './calendar-picture.ts';
import { Chart } from './chart.tsx';
import { drawColumns, type Column } from './column-picture.ts';
import { drawHours } from './hours-picture.ts';
import { drawLines, type LineSeries } from './line-picture.ts';
import type { Measure } from './measure.ts';
import { drawPanels, type Panel } from './panels-picture.ts';
import { drawParts, type Part, type PartRow } from './part-picture.ts';
import type { Draw } from './picture.ts';
import { drawStacks, type Series, type StackedColumn } from './stack-picture.ts';
import type { TimeStep } from './time-plot.ts';
import { weekStartOf, type Weekday } from './week.ts';

interface SharedProps {
  /** How the amounts are written, and where the axis stops: `durations`, `plays`, `counts(key)`, `shares`. */
  measure: Measure;
  /** What the chart shows; the frame's title when not given. */
  label?: string;
  /** Said in place of the chart when there is nothing to draw. */
  empty?: ComponentChildren;
}

interface BarChartProps extends SharedProps {
  /** Ranked: drawn in their order. */
  rows: readonly BarRow[];
  /** More rows are counted, not drawn; 50 when not given. */
  most?: number;
}

/** Horizontal bars of ranked things, each with its name and its amount. */
export function BarChart({ rows, measure, most = 50, ...rest }: BarChartProps) {
  const draw = useDraw(rows.length > 0, () => drawBars({ rows, measure, most }), [
    rows,
    measure,
    most,
  ]);
  return <Chart draw={draw} {...rest} />;
}

interface PartChartProps extends SharedProps {
  rows: readonly PartRow[];
  /** From the left; the share of the first is written at each bar's end. */
  parts: readonly Part[];
  /** More rows are counted, not drawn; 50 when not given. */
  most?: number;
}

/** Bars of one length, each divided into the same few parts. */
export function PartChart({ rows, parts, measure, most = 50, ...rest }: PartChartProps) {
  const draw = useDraw(rows.length > 0, () => drawParts({ rows, parts, measure, most }), [
    rows,
    parts,
    measure,
    most,
  ]);
  return <Chart draw={draw} {...rest} />;
}

interface ColumnChartProps extends SharedProps {
  columns: readonly Column[];
  /** An amount to compare each column with, as a line over it. */
  before?: { name: string; values: readonly (number | null)[] };
  height?: number;
}

/** Columns over months, days, years or release years; steps without a record are hatched. */
export function ColumnChart(props: ColumnChartProps) {
  const { columns, measure, before, height = 260, ...rest } = props;
  const some = columns.some(({ value }) => value > 0);
  const compared = before ? { before } : {};
  const draw = useDraw(some, () => drawColumns({ columns, measure, height, ...compared }), [
    columns,
    measure,
    height,
    before,
  ]);
  return <Chart draw={draw} {...rest} />;
}

interface StackedColumnsProps extends SharedProps {
  columns: readonly StackedColumn[];
  /** From the bottom up: at most seven, and one with `other` for the rest. */
  series: readonly Series[];
  height?: number;
}

/** Columns over time, each stacked by the same categories. */
export function StackedColumns(props: StackedColumnsProps) {
  const { columns, series, measure, height = 320, ...rest } = props;
  const some = columns.some(({ values }) => values.some((value) => value > 0));
  const draw = useDraw(some, () => drawStacks({ columns, series, measure, height }), [
    columns,
    series,
    measure,
    height,
  ]);
  return <Chart draw={draw} {...rest} />;
}

interface LineChartProps extends SharedProps {
  steps: readonly TimeStep[];
  /** One line is drawn in the accent over its own ground, several (up to seven) in colours. */
  series: readonly LineSeries[];
  /** For ranks: 1 on top. */
  inverted?: boolean;
  height?: number;
}

/** Lines over time: what added up, or ranks. */
export function LineChart(props: LineChartProps) {
  const { steps, series, measure, inverted = false, height = 300, ...rest } = props;
  const some = series.some(({ values }) => values.some((value) => value !== null));
  const draw = useDraw(some, () => drawLines({ steps, series, measure, inverted, height }), [
    steps,
    series,
    measure,
    inverted,
    height,
  ]);
  return <Chart draw={draw} {...rest} />;
}

interface CalendarHeatmapProps extends SharedProps, CalendarDays {
  /** Monday 1 … Sunday 7; that of the reader's country when not given. */
  weekStart?: Weekday;
}

/** Every day of one to many years as a cell. */
export function CalendarHeatmap(props: CalendarHeatmapProps) {
  const { firstDay, values, covered, measure, weekStart = weekStartOf(), ...rest } = props;
  const days = { firstDay, values, ...(covered ? { covered } : {}) };
  const draw = useDraw(values.length > 0, () => drawCalendar({ ...days, measure, weekStart }), [
    firstDay,
    values,
    covered,
    measure,
    weekStart,
  ]);
  return <Chart draw={draw} {...rest} />;
}

interface HourWeekProps extends SharedProps {
  /** Seven weekdays, Monday first, of 24 hours of the local clock each. */
  values: readonly ArrayLike<number>[];
  weekStart?: Weekday;
  /** Monday first; false where none of a weekday was recorded. All were when not given. */
  recorded?: readonly boolean[];
}

/** The hours of the week as a heat map of 7 × 24 cells. */
export function HourWeek(props: HourWeekProps) {
  const { values, measure, weekStart = weekStartOf(), recorded, ...rest } = props;
  const some = values.some((day) => Array.from(day).some((value) => value > 0));
  const known = recorded && { recorded };
  const draw = useDraw(some, () => drawHours({ values, measure, weekStart, ...known }), [
    values,
    measure,
    weekStart,
    recorded,
  ]);
  return <Chart draw={draw} {...rest} />;
}

interface SmallColumnsProps extends SharedProps {
  panels: readonly Panel[];
  /** Of one panel. */
  height?: number;
}

/** The same columns for a few groups side by side, such as the seasons, on one scale. */
export function SmallColumns({ panels, measure, height = 180, ...rest }: SmallColumnsProps) {
  const some = panels.some(({ columns }) => columns.some(({ value }) => value > 0));
  const draw = useDraw(some, () => drawPanels({ panels, measure, height }), [
    panels,
    measure,
    height,
  ]);
  return <Chart draw={draw} {...rest} />;
}

/** Drawn anew only when one of the inputs is another object: give arrays that stay the same. */
function useDraw(some: boolean, make: () => NonNullable<Draw>, inputs: readonly unknown[]): Draw {
  return useMemo(() => (some ? make() : null), [some, ...inputs]);
}
