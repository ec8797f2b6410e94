import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { locale, setCatalogue, t, tOrdinal, tPlural } from '../../../lib/ui/text.ts';
import { lookUpEnglish, speakEnglish } from './english.ts';

beforeEach(() => speakEnglish());

describe('words', () => {
  it('fill in what they are given, in order', () => {
    expect(t('popup_nth_play', '47th', 'May 2019')).toBe('Your 47th play since May 2019');
  });

  it('leave a dollar sign in a stranger’s name alone', () => {
    expect(t('cover_alt', '$1 $2 $$')).toBe('Cover of $1 $2 $$');
  });

  it('choose the plural form by the count', () => {
    expect(tPlural('popup_plays_count', 1, '1')).toBe('1 play');
    expect(tPlural('popup_plays_count', 0, '0')).toBe('0 plays');
    expect(tPlural('popup_plays_count', 12, '12')).toBe('12 plays');
  });

  it('fall back to the general form where a language has one that the catalogue lacks', () => {
    const polish = new Map([
      ['language', 'pl'],
      ['popup_plays_count_other', 'odtworzeń'],
    ]);
    setCatalogue((key) => polish.get(key) ?? '', 'pl');
    expect(tPlural('popup_plays_count', 3, '3')).toBe('odtworzeń');
  });

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [47, '47th'],
    [122, '122nd'],
  ])('write %i as an ordinal', (count, written) => {
    expect(tOrdinal(count, String(count))).toBe(written);
  });
});

describe('the locale of formats', () => {
  it('is the browser’s where both speak the same language', () => {
    setCatalogue(lookUpEnglish, 'en-AU');
    expect(locale()).toBe('en-AU');
  });

  it('is the catalogue’s where the browser speaks another', () => {
    setCatalogue(lookUpEnglish, 'de-AT');
    expect(locale()).toBe('en');
  });
});

describe('the English catalogue', () => {
  it('has both forms of everything that is counted', () => {
    const keys = new Set(Object.keys(english));
    const counted = [...keys].filter((key) => key.endsWith('_other') && !key.startsWith('ordinal'));
    expect(counted.filter((key) => !keys.has(key.replace(/_other$/, '_one')))).toEqual([]);
  });

  it('uses only keys that both browsers allow', () => {
    expect(Object.keys(english).filter((key) => !/^[A-Za-z0-9_@]+$/.test(key))).toEqual([]);
  });

  it('never shouts', () => {
    const text = readFileSync(
      new URL('../../../public/_locales/en/messages.json', import.meta.url),
      'utf8',
    );
    expect(text).not.toContain('!');
  });
});
