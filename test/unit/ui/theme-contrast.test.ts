import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../lib/ui/styles/theme.css', import.meta.url), 'utf8');

/** The colours set under a selector, by name. */
function colours(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    Array.from(block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g), ([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const light = colours(':root');
const dark = colours(":root[data-theme='dark']");

const TEXT_PAIRS = [
  ...['page', 'surface', 'sunken'].flatMap((ground) =>
    ['ink', 'muted', 'accent', 'accent-strong', 'danger', 'warning'].map((text) => [text, ground]),
  ),
  ...['ink', 'muted', 'accent'].map((text) => [text, 'accent-soft']),
  ...['ink', 'muted', 'danger'].map((text) => [text, 'danger-soft']),
  ...['ink', 'muted', 'warning'].map((text) => [text, 'warning-soft']),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
] as [string, string][];

const SHAPE_PAIRS = ['page', 'surface', 'sunken'].map(
  (ground) => ['line-strong', ground] as [string, string],
);

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_, theme) => {
  it.each(TEXT_PAIRS)('is readable: %s on %s has a contrast of at least 4.5', (text, ground) => {
    expect(contrast(theme.get(text) ?? '', theme.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPE_PAIRS)('shows its controls: %s on %s has at least 3', (line, ground) => {
    expect(contrast(theme.get(line) ?? '', theme.get(ground) ?? '')).toBeGreaterThanOrEqual(3);
  });
});

it('is the same dark, whether the system or the listener chose it', () => {
  expect(colours(":root:not([data-theme='light'])")).toEqual(dark);
  expect(dark.size).toBeGreaterThan(10);
  expect([...dark.keys()].toSorted()).toEqual([...light.keys()].toSorted());
});
