import { describe, expect, it } from 'vitest';
import { fitText } from '../../../../lib/ui/charts/fit-text.ts';
import { isolate } from '../../../../lib/ui/isolate.ts';
import { wrapText } from '../../../../lib/ui/charts/wrap-text.ts';
import { textWidth } from './type-widths.ts';

const font = { textWidth, size: 10 };

describe('a name', () => {
  it('that has room is left as it is', () => {
    expect(fitText('Nocturne', 48, font)).toEqual({ text: 'Nocturne', cut: false });
  });

  it('that has none is cut, and says so', () => {
    expect(fitText('Nocturne', 40, font)).toEqual({ text: 'Noctu…', cut: true });
  });

  it('is not cut before a space', () => {
    expect(fitText('Ash and Elm', 33, font).text).toBe('Ash…');
  });

  it('is not cut within a letter', () => {
    const family = '👩‍👩‍👧';
    const name = `A${family.repeat(3)}`;
    const fitted = fitText(name, 42, { textWidth: widthOfLetters, size: 10 });
    expect(fitted.text).toBe(`A${family}…`);
  });

  it('of 300 letters is cut without being measured whole', () => {
    const measured: string[] = [];
    const watching = (text: string) => {
      measured.push(text);
      return textWidth(text, 10);
    };
    expect(fitText('x'.repeat(300), 60, { textWidth: watching, size: 10 }).text).toBe('xxxxxxxxx…');
    expect(measured.every((text) => text.length <= 201)).toBe(true);
  });

  it('disappears where not even the ellipsis has room', () => {
    expect(fitText('Nocturne', 3, font)).toEqual({ text: '', cut: true });
  });

  it('is kept from turning its neighbours, invisibly', () => {
    expect(isolate('أم كلثوم')).toBe('\u2068أم كلثوم\u2069');
  });
});

describe('a title', () => {
  it('is broken between words', () => {
    expect(wrapText('one two three four', 60, font)).toEqual(['one two', 'three four']);
  });

  it('has three lines at most', () => {
    const lines = wrapText('word '.repeat(40), 60, font);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/…$/);
  });

  it('of nothing has no line', () => {
    expect(wrapText('  ', 60, font)).toEqual([]);
  });
});

/** A family is as wide as any other letter. */
function widthOfLetters(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length * 14;
}
