/** Search by what a person types, in whatever case, with or without accents. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Subject } from '../../../lib/stats/grouping.ts';
import { groupingOf } from '../../../lib/stats/grouping.ts';
import { searchNames } from '../../../lib/stats/search-names.ts';
import { foldForSearch } from '../../../lib/stats/search-text.ts';
import { historyOf, play, times } from './a-history.ts';

describe('names folded for a search', () => {
  it.each([
    ['Beyoncé', 'beyonce'],
    ['BJÖRK', 'bjork'],
    ['Bjo\u0308rk', 'bjork'],
    ['Røyksopp', 'royksopp'],
    ['Łódź', 'lodz'],
    ['Æther', 'aether'],
    ['STRAẞE', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['Kız', 'kiz'],
    ['AC/DC', 'ac dc'],
    ['Don’t Stop (Live)', 'dont stop live'],
    ["Don't  stop", 'dont stop'],
    ['\uff21\uff58\uff45', 'axe'],
    ['\u{1d504}xe', 'axe'],
    ['÷', '÷'],
    ['!!!', '!!!'],
    ['? ? ?', '???'],
    ['A$AP Rocky', 'a$ap rocky'],
    ['Άλφα', 'αλφα'],
    ['ガラス', 'カラス'],
    ['line\nbreak\ttab\u0000nul', 'line break tab nul'],
    ['  ', ''],
  ])('%s is %s', (name, folded) => {
    expect(foldForSearch(name)).toBe(folded);
  });

  it('fold to themselves, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const folded = foldForSearch(name);
        expect(folded).not.toMatch(/[\n\t]|^ | $| {2}/u);
      }),
    );
  });
});

const dataset = historyOf(
  times(3, play('2024-01-01', 'Glass Harbour', { by: 'Inés Vale' })),
  times(2, play('2024-01-01', 'Harbour Glass', { by: 'Sea of Trees' })),
  times(5, play('2024-01-01', 'Underglass', { by: 'Moth' })),
  times(9, play('2024-01-01', 'Moth', { by: 'Glass Animals' })),
  play('2024-01-01', 'Sea', { by: 'Moth', playedMs: 1000, reasonEnd: 'fwdbtn' }),
);

function search(subject: Subject, typed: string, limit = 9) {
  const { namesOf } = groupingOf(dataset, subject);
  return searchNames(dataset, subject, typed, limit).map(({ index }) => namesOf(index)[0]);
}

describe('a search', () => {
  it('finds words of the name first, then of the artist, then within words; each by plays', () => {
    expect(search('songs', 'GLÁSS')).toEqual([
      'Glass Harbour',
      'Harbour Glass',
      'Moth',
      'Underglass',
    ]);
    expect(search('songs', 'glass', 2)).toEqual(['Glass Harbour', 'Harbour Glass']);
    expect(search('artists', 'glass')).toEqual(['Glass Animals']);
  });

  it('wants every word, in any order and in either name', () => {
    expect(search('songs', 'har gla')).toEqual(['Glass Harbour', 'Harbour Glass']);
    expect(search('songs', 'ines harb')).toEqual(['Glass Harbour']);
    expect(search('songs', 'glass nothing')).toEqual([]);
  });

  it('finds what was only skipped, with its figures', () => {
    expect(search('songs', 'sea')).toEqual(['Sea', 'Harbour Glass']);
    expect(searchNames(dataset, 'songs', 'sea', 1)).toMatchObject([{ plays: 0, playedMs: 1000 }]);
  });

  it('finds nothing for nothing', () => {
    expect(search('songs', '  ')).toEqual([]);
    expect(search('albums', '\n')).toEqual([]);
  });

  it('is of music alone', () => {
    const mixed = historyOf(play('2024-01-01', 'Talk'), [
      play('2024-01-01', 'x', {
        track: { ...play('2024-01-01', 'Talk Two').track, kind: 'podcast' },
      }),
    ]);
    expect(searchNames(mixed, 'songs', 'talk', 9)).toHaveLength(1);
    expect(searchNames(mixed, 'artists', 'talk', 9)).toHaveLength(1);
  });

  it('says the same as a walk over all names', () => {
    const word = fc.constantFrom('a', 'ab', 'Ábc', 'b a', 'bc', 'ca', 'É', '!!', 'a-b', 'x\n');
    const names = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const songs = fc.array(fc.tuple(names, names), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(songs, names, (list, typed) => {
        const any = historyOf(list.map(([title, by]) => play('2024-01-01', title, { by })));
        const { namesOf, groups } = groupingOf(any, 'songs');
        const found = searchNames(any, 'songs', typed, 99).map(({ index }) => index);
        const terms = foldForSearch(typed).split(' ');
        const fits = (index: number) => {
          const [name = '', by = ''] = namesOf(index).map(foldForSearch);
          return terms.every((term) => name.includes(term) || by.includes(term));
        };
        const all = Array.from({ length: groups - 1 }, (_, i) => i + 1);
        expect(found.toSorted((a, b) => a - b)).toEqual(all.filter(fits));
      }),
    );
  });
});
