/** Holds the library against everything that was ever heard. */
import type { Dataset } from '../../dataset/dataset.ts';
import { isSong } from '../../domain/library.ts';
import { selectAll } from '../../dataset/selection.ts';
import { lovedNotLiked } from '../../stats/loved-not-liked.ts';
import type { Ranked } from '../../stats/ranking.ts';
import { selectUntil } from '../../stats/selections.ts';
import { unheardSongs, type UnheardSong } from '../../stats/unheard-songs.ts';
import { describeSong } from '../describe-entry.ts';
import { describeKept } from '../kept-song.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { LibraryView, LovedSong } from './contract.ts';

export async function computeLibrary(
  setting: ViewSetting,
  { limit }: { limit: number },
): Promise<LibraryView> {
  const { dataset, scope, today, history, accountId } = setting;
  const { library, libraryAt } = await history.saved(accountId);
  if (!library) return null;
  const { zone } = scope;
  const liked = library.saved.filter(isSong);
  const until = selectUntil(dataset.columns, zone, today);
  const found = unheardSongs(dataset, until, zone, today, liked);
  const describe = (unheard: readonly UnheardSong[]) => ({
    total: unheard.length,
    songs: unheard.slice(0, limit).map((song) => describeKept(dataset, liked, song)),
  });
  const loved = lovedNotLiked(dataset, selectAll(dataset.columns), liked, limit);
  return {
    fromExport: libraryAt === null,
    liked: found.songs,
    neverPlayed: describe(found.neverPlayed),
    unheardForAYear: describe(found.unheardForAYear),
    lovedNotLiked: {
      total: loved.total,
      songs: loved.songs.map((song) => describeLoved(dataset, song)),
    },
  };
}

function describeLoved(dataset: Dataset, { index, plays, playedMs }: Ranked): LovedSong {
  return { ...describeSong(dataset, index), plays, playedMs };
}
