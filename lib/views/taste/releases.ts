/** How old the music is: time by the year its album was released, as far as Spotify has told it. */
import { yearOfAlbum } from '../../stats/learned-facts.ts';
import { releaseTrend } from '../../stats/release-trend.ts';
import { releaseYears } from '../../stats/release-years.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { ReleasesView } from './contract.ts';
import { albumsOfSpotify } from './spotify-list.ts';

export async function computeReleases(setting: ViewSetting): Promise<ReleasesView> {
  const { dataset, scope } = setting;
  const { selection, zone } = scope;
  const years = yearOfAlbum(dataset.metadata);
  return {
    ...releaseYears(dataset, selection, years),
    trend: releaseTrend(dataset, selection, zone, years),
    spotifyList: await albumsOfSpotify(setting),
  };
}
