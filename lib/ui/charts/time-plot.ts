/** The ground of charts over time: an honest axis from zero, steps side by side, gaps hatched. */
import type { Measure } from './measure.ts';
import type { Canvas, Mark } from './picture.ts';
import { axisText, levelLine, rectangle, SMALL, widest } from './shapes.ts';
import { chooseTicks, type Step } from './steps.ts';

export interface TimeStep extends Step {
  /** False where the history has a gap through the whole step: hatched, never zero. */
  covered: boolean;
  /** True where only a part of the step was seen: the room above its amount is hatched. */
  partly?: boolean;
}

interface PlotOptions {
  steps: readonly Step[];
  measure: Measure;
  /** The largest value: the top of the axis. */
  max: number;
  /** Of the whole picture, in px. */
  height: number;
  /** Kept free at the right, for labels. */
  rightRoom?: number;
  /** A rank: the smallest value, 1, on top. */
  inverted?: boolean;
  /** Where the plot begins, for one of several in a picture; 0, 0 when not given. */
  origin?: { x: number; y: number };
}

export interface TimePlot {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** From one step to the next. */
  pitch: number;
  /** The left edge of a step. */
  x: (index: number) => number;
  y: (value: number) => number;
  /** The step at `x`, or null beside the plot. */
  stepAt: (x: number) => number | null;
  axes: readonly Mark[];
}

const WIDEST_COLUMN = 56;
/** Lower is no hatching that anybody sees. */
const LEAST_HATCH = 8;
/** At least, between two names that one of them was moved towards. */
const NAME_GAP = 6;
/** Room for the names of steps below the plot, and for half a line of text above it. */
const FOOT = 22;
const HEAD = 10;

export function layOutPlot({ width, textWidth }: Canvas, options: PlotOptions): TimePlot {
  const { steps, measure, height, rightRoom = 0, inverted = false } = options;
  const origin = options.origin ?? { x: 0, y: 0 };
  const max = Math.max(options.max, inverted ? 2 : 0);
  const count = Math.max(1, steps.length);
  const [top, bottom] = [origin.y + HEAD, origin.y + height - FOOT];
  const foot = origin.y + height - 4;
  const values = axisValues(measure, max, inverted);
  const words = values.map((value) => measure.short(value));
  const left = origin.x + widest(words, textWidth) + 8;
  const room = Math.max(1, origin.x + width - left - rightRoom);
  const pitch = room / count;
  const right = left + pitch * count;
  const x = (index: number) => left + index * pitch;
  const share = (value: number) => {
    if (inverted) return max > 1 ? (max - value) / (max - 1) : 1;
    return max > 0 ? value / max : 0;
  };
  const y = (value: number) => bottom - share(value) * (bottom - top);

  const names = chooseTicks(steps, pitch, textWidth);
  /** Where the name before ends. */
  let taken = -Infinity;
  const axes: Mark[] = [
    ...values.map((value) => levelLine(left, right, y(value), 'line')),
    ...values.map((value, i) => axisText(words[i]!, left - 8, y(value) + 4, 'end')),
    ...names.flatMap(({ index, text }) => nameOnAxis(text, index)),
  ];

  /** Under the middle of a wide step, from the beginning of a thin one, moved in at the very end. */
  function nameOnAxis(text: string, index: number): Mark[] {
    const long = textWidth(text, SMALL);
    const middle = x(index) + pitch / 2;
    if (pitch >= long) return [axisText(text, middle, foot, 'middle')];
    const from = Math.min(x(index), origin.x + width - long);
    if (from < taken) return [];
    taken = from + long + NAME_GAP;
    const mark = `M${Math.round(x(index)) + 0.5} ${bottom + 1}v5`;
    return [
      { kind: 'path', d: mark, stroke: 'line-strong', strokeWidth: 1 },
      axisText(text, from, foot),
    ];
  }

  return {
    left,
    right,
    top,
    bottom,
    pitch,
    x,
    y,
    stepAt: (at) => {
      const index = Math.floor((at - left) / pitch);
      return steps.length > 0 && index >= 0 && index < count ? index : null;
    },
    axes,
  };
}

function axisValues(measure: Measure, max: number, inverted: boolean): number[] {
  if (!inverted) return measure.ticks(max, 4);
  const ranks = measure.ticks(max, 4);
  // Not a 2 on the heels of the 1.
  const step = (ranks[1] ?? 1) - (ranks[0] ?? 0);
  return [1, ...ranks.filter((rank) => rank - 1 > step * 0.6)];
}

/**
 * One hatched ground over each run of steps that nothing was recorded in; above what is known of a step
 * that was recorded in part, where `topOf` says how high that stands.
 */
export function hatchGaps(
  steps: readonly Pick<TimeStep, 'covered' | 'partly'>[],
  plot: TimePlot,
  topOf?: (index: number) => number,
): Mark[] {
  const parts: string[] = [];
  const hatch = (from: number, to: number, bottom: number) => {
    const box = { x: plot.x(from), y: plot.top, width: plot.x(to) - plot.x(from) };
    if (bottom > plot.top) parts.push(rectangle({ ...box, height: bottom - plot.top }));
  };
  let from: number | null = null;
  for (let index = 0; index <= steps.length; index++) {
    const step = steps[index];
    if (step && !step.covered) from ??= index;
    else if (from !== null) {
      hatch(from, index, plot.bottom);
      from = null;
    }
    if (step?.covered && step.partly && topOf) {
      const top = topOf(index);
      // The highest of all has no room above it: the ground beside it is hatched.
      hatch(index, index + 1, top - plot.top < LEAST_HATCH ? plot.bottom : top);
    }
  }
  return parts.length > 0 ? [{ kind: 'path', d: parts.join(''), fill: 'hatch' }] : [];
}

/** Where a column stands within its step: with air beside it, unless it is as thin as a hair. */
export function columnIn(plot: TimePlot, index: number): { x: number; width: number } {
  const gap = plot.pitch < 3 ? 0 : Math.max(1, plot.pitch * 0.22);
  const width = Math.min(WIDEST_COLUMN, plot.pitch - gap);
  return { x: plot.x(index) + (plot.pitch - width) / 2, width };
}
