import { expect, test } from 'vitest';
import { createEchoes } from '../../../../../lib/ui/dashboard/pages/top/echoes.ts';

test('knows what was typed when its answer comes late', () => {
  const echoes = createEchoes('');
  for (const text of ['z', 'zz', 'zzz']) echoes.typed(text);
  expect(['', 'z', 'zz', 'zzz'].map((text) => echoes.isForeign(text))).toEqual(
    Array(4).fill(false),
  );
});

test('knows it when answers in between never come', () => {
  const echoes = createEchoes('');
  for (const text of ['a', 'ab', 'abc']) echoes.typed(text);
  expect(echoes.isForeign('abc')).toBe(false);
  expect(echoes.isForeign('ab')).toBe(true);
});

test('knows it when it was typed twice', () => {
  const echoes = createEchoes('');
  for (const text of ['a', 'ab', 'a']) echoes.typed(text);
  expect(['a', 'ab', 'a'].map((text) => echoes.isForeign(text))).toEqual(Array(3).fill(false));
});

test('tells a text from elsewhere, and what is typed after it', () => {
  const echoes = createEchoes('abba');
  expect(echoes.isForeign('')).toBe(true);
  echoes.typed('x');
  expect(echoes.isForeign('')).toBe(false);
  expect(echoes.isForeign('x')).toBe(false);
  expect(echoes.isForeign('abba')).toBe(true);
});
