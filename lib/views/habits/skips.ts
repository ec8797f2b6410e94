/** How often music is left before its end, and whose. */
import { skipRate, skipsBy } from '../../stats/skips.ts';
import { describeArtist, describeSong } from '../describe-entry.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { SkipsView } from './contract.ts';

/** One skip of one stream says nothing. */
const MIN_STREAMS = 10;
const LISTED = 25;

export function computeSkips({ dataset, scope: { selection } }: ViewSetting): SkipsView {
  const limits = { minStreams: MIN_STREAMS, limit: LISTED };
  const artists = skipsBy(dataset, selection, 'artists', limits);
  const songs = skipsBy(dataset, selection, 'songs', limits);
  return {
    ...skipRate(dataset, selection),
    minStreams: MIN_STREAMS,
    artists: artists.map(({ index, streams, skips, rate }) => {
      return { entry: describeArtist(dataset, index), streams, skips, rate };
    }),
    songs: songs.map(({ index, streams, skips, rate }) => {
      return { entry: describeSong(dataset, index), streams, skips, rate };
    }),
  };
}
