import { expect, it } from 'vitest';
import { applyDetails } from '../../../lib/dataset/apply-details.ts';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { selectAll } from '../../../lib/dataset/selection.ts';
import { popularityOfSong, yearOfAlbum } from '../../../lib/stats/learned-facts.ts';
import { releaseYears } from '../../../lib/stats/release-years.ts';
import { details, type Said } from '../dataset/details.ts';
import { aStream, aTrack } from '../dataset/streams.ts';

const first = 'spotify:track:1';
const second = 'spotify:track:2';

function learned(said: Said) {
  const dataset = buildDataset([
    aStream({ track: aTrack({ uri: first }) }),
    aStream({ track: aTrack({ uri: second, album: 'Ebb' }) }),
  ]);
  const { dictionary, metadata } = dataset;
  return { ...dataset, metadata: applyDetails(dictionary, metadata, details(said)) };
}

it('reads the year of a release date, however exact it is', () => {
  const dataset = learned({
    tracks: { [first]: { albumUri: 'a' }, [second]: { albumUri: 'b' } },
    albums: { a: { releaseDate: '1998-04' }, b: { releaseDate: '2021' } },
  });
  const years = yearOfAlbum(dataset.metadata);
  expect(new Set(years.values())).toEqual(new Set([1998, 2021]));
  const found = releaseYears(dataset, selectAll(dataset.columns), years);
  expect(found.years.map(({ year }) => year)).toEqual([1998, 2021]);
});

it('takes a year nobody told for not known', () => {
  const dataset = learned({
    tracks: { [first]: { albumUri: 'a' } },
    albums: { a: { releaseDate: '0000' } },
  });
  expect(yearOfAlbum(dataset.metadata).size).toBe(0);
});

it('gives a song the popularity of its most popular track', () => {
  const dataset = learned({
    tracks: { [first]: { popularity: 7 }, [second]: { popularity: 40 } },
  });
  const [song] = dataset.dictionary.tracks.song;
  expect([...popularityOfSong(dataset)]).toEqual([[song, 40]]);
});
