/** When names mean the same, and how they are ordered. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints, foldName, hashText, trackKey } from '../../../lib/dataset/identity.ts';
import { aTrack } from './streams.ts';

describe('a name', () => {
  it.each([
    ['Straße', 'STRASSE'],
    ['GROẞ', 'gross'],
    ['Caf\u00e9', 'Cafe\u0301'],
    ['  Ode\t', 'ode'],
    ['ΟΔΟΣ', 'οδος'],
    ['ﬁn', 'FIN'],
    ['\u212bngström', 'ångström'],
  ])('%j is the same as %j', (a, b) => {
    expect(foldName(a)).toBe(foldName(b));
  });

  it.each([
    ['ı', 'i'],
    ['Ode', 'Öde'],
    ['Ode 1', 'Ode1'],
  ])('%j is another than %j', (a, b) => {
    expect(foldName(a)).not.toBe(foldName(b));
  });

  it('is empty when there is none', () => {
    expect([foldName(null), foldName(''), foldName(' \u00a0')]).toEqual(['', '', '']);
  });
});

describe('the order of names', () => {
  it('is that of code points, as in SQL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(
          Buffer.compare(Buffer.from(a), Buffer.from(b)),
        );
      }),
    );
    // U+FF21 comes before U+1D504, though its UTF-16 unit is the greater.
    expect(compareCodePoints('\uff21', '\u{1d504}')).toBeLessThan(0);
  });
});

describe('a track', () => {
  it('is what its URI names, whatever the names', () => {
    expect(trackKey(aTrack({ title: 'Other' }))).toBe(trackKey(aTrack()));
  });

  it('is its names where there is no URI', () => {
    const unnamed = aTrack({ uri: null });
    expect(trackKey(aTrack({ uri: null, title: 'GLASS harbour' }))).toBe(trackKey(unnamed));
    expect(trackKey(aTrack({ uri: null, album: 'Live' }))).not.toBe(trackKey(unnamed));
  });
});

it('hashes as it did when the first history was stored', () => {
  expect([hashText(''), hashText('a'), hashText('Straße')]).toEqual([
    -2128831035, -468965076, 98148515,
  ]);
});
