/** What Spotify's own top lists say in the place of a history that is too young to say it itself. */
import type { RangeFigures, TopEntry } from '../../domain/snapshot.ts';
import { spotifyTops } from '../spotify-tops.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { SpotifyList } from './contract.ts';

type Tops = RangeFigures['top'];
type Setting = Pick<ViewSetting, 'accountId' | 'history'>;

/** About the last 4 weeks, and about the last year; null unless Spotify's lists are shown for both. */
async function bothLists(setting: Setting): Promise<{ lately: Tops; year: Tops } | null> {
  const lately = await spotifyTops({ ...setting, range: '4-weeks' });
  const year = await spotifyTops({ ...setting, range: 'all-time' });
  return lately && year ? { lately, year } : null;
}

/** Artists of the year who are also those of the last weeks. */
export async function lastingOfSpotify(setting: Setting): Promise<SpotifyList> {
  const lists = await bothLists(setting);
  if (!lists) return null;
  const { lately, year } = lists;
  return listOf(year.source, year.artists.filter(isIn(lately.artists)));
}

/** Artists of the year who are not those of the last weeks. */
export async function fallingOfSpotify(setting: Setting): Promise<SpotifyList> {
  const lists = await bothLists(setting);
  if (!lists) return null;
  const { lately, year } = lists;
  const isLately = isIn(lately.artists);
  return listOf(
    year.source,
    year.artists.filter((artist) => !isLately(artist)),
  );
}

/** Artists of the last weeks who are not those of the year. */
export async function risingOfSpotify(setting: Setting): Promise<SpotifyList> {
  const lists = await bothLists(setting);
  if (!lists) return null;
  const { lately, year } = lists;
  const isOfYear = isIn(year.artists);
  return listOf(
    lately.source,
    lately.artists.filter((artist) => !isOfYear(artist)),
  );
}

/** The albums that the year's songs are from. */
export async function albumsOfSpotify(setting: Setting): Promise<SpotifyList> {
  const year = await spotifyTops({ ...setting, range: 'all-time' });
  return year && listOf(year.source, year.albums);
}

function listOf(source: Tops['source'], entries: TopEntry[]): SpotifyList {
  return entries.length > 0 ? { source, entries } : null;
}

/** By URI, or by name where there is none. */
function isIn(list: readonly TopEntry[]): (entry: TopEntry) => boolean {
  const known = new Set(list.map(({ uri, name }) => uri ?? name));
  return ({ uri, name }) => known.has(uri ?? name);
}
