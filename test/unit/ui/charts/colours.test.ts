import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../../lib/ui/styles/theme.css', import.meta.url), 'utf8');
const THEMES = [
  ['light', coloursOf(':root')],
  ['dark', coloursOf(":root[data-theme='dark']")],
] as const;

type Rgb = [number, number, number];

/** Colours under a selector, linear 0 … 1, by name. */
function coloursOf(selector: string): Map<string, Rgb> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    Array.from(block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g), ([, name = '', hex = '']) => [
      name,
      [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as Rgb,
    ]),
  );
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** How eyes without one kind of cone see (Machado, Oliveira, Fernandes 2009, severity 1). */
const EYES: Record<string, Rgb[]> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no long-wave cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no middle-wave cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no short-wave cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (rows: Rgb[], [a, b, c]: Rgb) =>
  rows.map(([x, y, z]) => Math.max(0, x * a + y * b + z * c)) as Rgb;

/** Where a colour lies in Oklab, in hundredths: 2 is what is just told apart side by side. */
function oklab(colour: Rgb): Rgb {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt) as Rgb;
  const lab: Rgb[] = [
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
  ];
  return lab.map(([x, y, z]) => 100 * (x * cones[0] + y * cones[1] + z * cones[2])) as Rgb;
}

const distance = (one: Rgb, other: Rgb) =>
  Math.hypot(...oklab(one).map((value, i) => value - oklab(other)[i]!));

const CATEGORIES = [1, 2, 3, 4, 5, 6, 7].map((n) => `cat-${n}`).concat('cat-other');
const HEAT = [0, 1, 2, 3, 4, 5].map((n) => `heat-${n}`);

describe.each(THEMES)('charts in the %s theme', (_, theme) => {
  const colour = (name: string) => theme.get(name) ?? ([0, 0, 0] as Rgb);
  const grounds = ['page', 'surface'].map(colour);

  it.each([...CATEGORIES, 'accent', 'hatch', 'heat-4', 'heat-5'])(
    'show %s on every ground, with a contrast of at least 3',
    (name) => {
      for (const ground of grounds) expect(contrast(colour(name), ground)).toBeGreaterThan(3);
    },
  );

  it.each(Object.keys(EYES))('have categories that eyes with %s tell apart', (eyes) => {
    const seen = CATEGORIES.map((name) => times(EYES[eyes]!, colour(name)));
    const pairs = seen.flatMap((one, i) => seen.slice(0, i).map((other) => distance(one, other)));
    expect(Math.min(...pairs)).toBeGreaterThan(7);
  });

  it('have strengths that grow evenly away from the ground', () => {
    const steps = HEAT.slice(1).map((name, i) => contrast(colour(name), colour(HEAT[i]!)));
    expect(Math.min(...steps)).toBeGreaterThan(1.18);
    const away = HEAT.map((name) => contrast(colour(name), colour('surface')));
    expect(away).toEqual(away.toSorted((a, b) => a - b));
  });
});
