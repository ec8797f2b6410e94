/** What several answers say of the same things. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDetails, pickNews } from '../../../lib/dataset/merge-details.ts';
import { countDetails, NO_DETAILS } from '../../../lib/domain/details.ts';
import { anyDetails, ASKED, details, type Said } from './details.ts';

const T = 'spotify:track:1';
const news = (known: Said, found: Said) => pickNews(details(known), details(found));

describe('an answer', () => {
  it('adds to what another said, and takes back nothing by leaving it out', () => {
    const one = details({ tracks: { [T]: { isrc: 'DE1', artistUris: ['spotify:artist:1'] } } });
    const other = details({ tracks: { [T]: { durationMs: 200_000, isrc: 'DE2' } } });
    expect(mergeDetails([one, other]).tracks.get(T)).toMatchObject({
      isrc: 'DE2',
      durationMs: 200_000,
      artistUris: ['spotify:artist:1'],
    });
  });

  it('that mentions a thing by the way does not hide that it was asked for', () => {
    const asked = details({ artists: { a: { imageUrl: 'https://i.scdn.co/image/1' } } });
    const mentioned = details({ artists: { a: { name: 'Ines Vale', askedAt: null } } });
    const merged = mergeDetails([asked, mentioned]).artists.get('a');
    expect(merged).toMatchObject({ askedAt: ASKED, imageUrl: 'https://i.scdn.co/image/1' });
  });

  it('ends a “no such thing”, and the other way round', () => {
    const gone = details({ albums: { a: { missing: true, coverUrl: 'c', askedAt: ASKED } } });
    const there = details({ albums: { a: { askedAt: ASKED + 1000 } } });
    expect(mergeDetails([gone, there]).albums.get('a')).toMatchObject({ missing: false });
    expect(mergeDetails([there, gone]).albums.get('a')).toMatchObject({
      missing: true,
      coverUrl: 'c',
    });
  });
});

describe('news', () => {
  it('are what was not known, or is different now', () => {
    const known = { tracks: { [T]: { isrc: 'DE1' } }, albums: { a: { coverUrl: 'old' } } };
    const found = {
      tracks: { [T]: { isrc: 'DE1' }, 'spotify:track:2': {} },
      albums: { a: { coverUrl: 'new' } },
    };
    const { tracks, albums } = news(known, found);
    expect([...tracks.keys()]).toEqual(['spotify:track:2']);
    expect(albums.get('a')?.coverUrl).toBe('new');
  });

  it('are not that the same was said again', () => {
    const again = { tracks: { [T]: { isrc: 'DE1', askedAt: ASKED + 1000 } } };
    expect(countDetails(news({ tracks: { [T]: { isrc: 'DE1' } } }, again))).toBe(0);
  });

  it('are that there is still no such thing: it is not asked for again soon', () => {
    const gone = (askedAt: number) => ({ tracks: { [T]: { missing: true, askedAt } } });
    expect(countDetails(news(gone(ASKED), gone(ASKED + 1000)))).toBe(1);
  });

  it('are all that is missing to know as much as all answers together', () => {
    fc.assert(
      fc.property(anyDetails, anyDetails, (known, found) => {
        const all = mergeDetails([known, found]);
        const told = mergeDetails([known, pickNews(known, found)]);
        const words = ({ tracks, albums, artists }: typeof all) =>
          [tracks, albums, artists].map((things) =>
            [...things].map(([uri, { askedAt, ...rest }]) => [uri, askedAt === null, rest]),
          );
        expect(words(told)).toEqual(words(all));
        expect(countDetails(pickNews(all, found))).toBe(0);
        expect(pickNews(NO_DETAILS, found)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });
});
