/** Amounts as strengths of one hue: where one strength ends and the next begins, and the legend. */
import { t } from '../text.ts';
import type { Measure } from './measure.ts';
import type { Canvas, Ink, Mark } from './picture.ts';
import { axisText, rectangle, SMALL } from './shapes.ts';

export interface HeatScale {
  /** Ascending; a value at a bound is of the stronger. */
  bounds: readonly number[];
  /** 0 for nothing, otherwise 1 … 5. */
  levelOf: (value: number) => number;
}

/** Of all amounts above zero, these shares are weaker: half of the days differ by two strengths. */
const QUANTILES = [0.25, 0.5, 0.75, 0.93];

export function createHeatScale(values: ArrayLike<number>, measure: Measure): HeatScale {
  const amounts = Float64Array.from(values)
    .filter((value) => value > 0)
    .toSorted();
  const most = amounts.at(-1) ?? 0;
  const bounds: number[] = [];
  for (const share of QUANTILES) {
    const bound = measure.round(amounts[Math.floor(share * amounts.length)] ?? 0);
    if (bound > (bounds.at(-1) ?? amounts[0] ?? 0) && bound <= most) bounds.push(bound);
  }
  // Few strengths are the stronger ones: one amount alone is not pale.
  const first = bounds.length === 0 ? 4 : bounds.length < 3 ? 2 : 1;
  return {
    bounds,
    levelOf(value) {
      if (!(value > 0)) return 0;
      let level = first;
      for (const bound of bounds) if (value >= bound) level++;
      return Math.min(5, level);
    },
  };
}

/** By level: nothing, then from weak to strong. */
export const HEAT: readonly Ink[] = ['heat-0', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5'];

const SWATCH = 12;

/** What each strength means, in a line that is as long as it must be. */
export function heatLegend(
  { bounds, levelOf }: HeatScale,
  measure: Measure,
  top: number,
  { width, textWidth }: Canvas,
): { marks: Mark[]; height: number } {
  const entries = [
    { level: 0, text: t('chart_heat_none') },
    ...(bounds.length === 0
      ? [{ level: levelOf(1), text: t('chart_heat_some') }]
      : [
          {
            level: levelOf(bounds[0]! / 2),
            text: t('chart_heat_under', measure.format(bounds[0]!)),
          },
        ]),
    ...bounds.map((bound) => ({
      level: levelOf(bound),
      text: t('chart_heat_from', measure.format(bound)),
    })),
  ];
  let [x, y] = [0, top];
  const marks = entries.flatMap(({ level, text }): Mark[] => {
    const long = SWATCH + 6 + textWidth(text, SMALL);
    if (x > 0 && x + long > width) [x, y] = [0, y + 20];
    const at = x;
    x += long + 16;
    const box = { x: at, y: y + 2, width: SWATCH, height: SWATCH };
    return [
      { kind: 'path', d: rectangle(box, 2), fill: HEAT[level]! },
      axisText(text, at + SWATCH + 6, y + SWATCH),
    ];
  });
  return { marks, height: y - top + 18 };
}
