import { beforeAll, describe, expect, it } from 'vitest';
import { plays } from '../../../../lib/ui/charts/measure.ts';
import type { Mark, TextWidth } from '../../../../lib/ui/charts/picture.ts';
import { monthStep } from '../../../../lib/ui/charts/steps.ts';
import { drawList } from '../../../../lib/ui/dashboard/list-picture.ts';
import { drawTrails } from '../../../../lib/ui/dashboard/trail-picture.ts';
import { speakEnglish } from '../english.ts';

const textWidth: TextWidth = (text, size) => text.length * size * 0.5;
const WIDTHS = [320, 480, 880, 1200];
const NAMES = ['Ann', '<img src=x>', 'נועה לבנון־כרמי', 'x'.repeat(300)];

beforeAll(() => speakEnglish('en-GB'));

function textsOf(marks: readonly Mark[]) {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
}

/** From where to where a text reaches. */
function spanOf({ x, text, size, anchor = 'start' }: ReturnType<typeof textsOf>[number]) {
  const long = textWidth(text.replaceAll(/[\u2068\u2069]/gu, ''), size);
  const from = anchor === 'end' ? x - long : x;
  return { from, to: from + long };
}

describe('rows of cells', () => {
  const steps = Array.from({ length: 24 }, (_, i) => monthStep(600 + i));
  const rows = NAMES.map((name, row) => ({
    name,
    href: `#${row}`,
    amount: '12 of 25',
    values: steps.map((_, i) => (i < row * 4 ? null : i)),
  }));
  const covered = steps.map((_, i) => i !== 2);
  const draw = drawTrails({ rows, steps, covered, measure: plays, form: 'cells' });

  it.each(WIDTHS)('keep every word within %i px', (width) => {
    const texts = textsOf(draw({ width, textWidth }).marks);
    for (const text of texts) {
      expect(spanOf(text).from).toBeGreaterThanOrEqual(-0.5);
      expect(spanOf(text).to).toBeLessThanOrEqual(width + 0.5);
    }
    expect(texts.filter(({ text }) => text === '12 of 25')).toHaveLength(4);
  });

  it('read what is pointed at, and what the arrow keys lead to', () => {
    const { readings } = draw({ width: 880, textWidth });
    const index = 24 + 20;
    const reading = readings.at(index);
    expect(reading.title).toContain('<img src=x>');
    expect(reading.lines).toEqual([{ value: '20 plays' }]);
    expect(reading.href).toBe('#1');
    expect(readings.find(reading.x, reading.y + 5)).toBe(index);
    expect(readings.move(index, 'ArrowUp')).toBe(20);
    expect(readings.find(880, 5)).toBeNull();
  });

  it.each(['cells', 'columns'] as const)('never show a gap as nothing, as %s', (form) => {
    const silent = { name: 'Bo', amount: '0', values: steps.map((_, i) => (i === 0 ? null : 0)) };
    const canvas = { width: 880, textWidth };
    const drawOf = (known: boolean[]) =>
      drawTrails({ rows: [silent], steps, covered: known, measure: plays, form })(canvas);
    const picture = drawOf(covered);
    const hatched = ({ marks }: typeof picture) =>
      marks.filter((mark) => mark.kind === 'path' && mark.fill === 'hatch');
    expect(hatched(picture)).toHaveLength(1);
    expect(hatched(drawOf(steps.map(() => true)))).toEqual([]);
    const read = (step: number) => picture.readings.at(step).lines[0]?.value;
    expect([read(0), read(2), read(3)]).toEqual(['no value', 'not recorded', '0 plays']);
  });

  it('have columns as tall as their part of the row’s most', () => {
    const picture = drawTrails({
      rows,
      steps,
      covered,
      measure: plays,
      form: 'columns',
      since: 20.5,
    })({
      width: 880,
      textWidth,
    });
    const fills = picture.marks.flatMap((mark) => (mark.kind === 'path' ? [mark.fill] : []));
    expect(fills).toContain('accent');
    expect(fills).toContain('accent-soft');
  });
});

describe('a list as a picture', () => {
  const rows = NAMES.map((name) => ({
    entry: { name, artist: name, coverUrl: null, uri: null },
    cells: [1234, 0.05, null],
  }));
  const columns = [
    { label: 'Plays', kind: 'count' },
    { label: 'Skipped', kind: 'share' },
    { label: 'Popularity', kind: 'count' },
  ] as const;

  it('keeps names clear of the figures', () => {
    const { marks } = drawList({ rows, columns, most: 50 })({ width: 880, textWidth });
    const texts = textsOf(marks);
    const figures = texts.filter(({ anchor }) => anchor === 'end').map((mark) => spanOf(mark).from);
    const names = texts.filter(({ anchor }) => anchor !== 'end').map((mark) => spanOf(mark).to);
    expect(Math.max(...names)).toBeLessThan(Math.min(...figures));
    expect(texts.map(({ text }) => text)).toContain('\u20681,234\u2069');
  });

  it('counts what it has no room for', () => {
    const { marks } = drawList({ rows, columns, most: 3 })({ width: 880, textWidth });
    expect(textsOf(marks).at(-1)?.text).toBe('and 1 more in the table');
  });
});
