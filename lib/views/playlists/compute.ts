/** Ranks the playlists, and finds what is dead on them. */
import { isSong, type Playlist } from '../../domain/library.ts';
import { selectUntil } from '../../stats/selections.ts';
import { songsOf, topPlaylists } from '../../stats/top-playlists.ts';
import { type UnheardSongs, unheardSongs } from '../../stats/unheard-songs.ts';
import { describeKept } from '../kept-song.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { PlaylistsView } from './contract.ts';

export async function computePlaylists(
  setting: ViewSetting,
  { by, open }: { by: 'plays' | 'time'; open: string | null },
): Promise<PlaylistsView> {
  const { dataset, scope, today, history, accountId } = setting;
  const { zone, selection } = scope;
  const { playlists, playlistsAt } = await history.saved(accountId);
  const until = selectUntil(dataset.columns, zone, today);
  const unheardOf = ({ items }: Playlist) => {
    const songs = items.filter(isSong);
    return { items: songs, ...unheardSongs(dataset, until, zone, today, songs) };
  };
  const unheard = playlists.map(unheardOf);
  const ranking = topPlaylists(dataset, selection, playlists.map(songsOf), by);
  const opened =
    open === null
      ? (ranking.find(({ index }) => deadOf(unheard[index]!) > 0)?.index ?? -1)
      : playlists.findIndex(({ name }) => name === open);
  const found = unheard[opened];
  return {
    fromExport: playlistsAt === null,
    playlists: ranking.map((ranked) => {
      const { index, plays, playedMs, songs, songsPlayed, lastHeardAt } = ranked;
      const dead = deadOf(unheard[index]!);
      const neverPlayed = unheard[index]!.neverPlayed.length;
      const { name } = playlists[index]!;
      return { name, plays, playedMs, songs, songsPlayed, dead, neverPlayed, lastHeardAt };
    }),
    open: found
      ? {
          name: playlists[opened]!.name,
          neverPlayed: found.neverPlayed.map((song) => describeKept(dataset, found.items, song)),
          unheardForAYear: found.unheardForAYear.map((song) =>
            describeKept(dataset, found.items, song),
          ),
        }
      : null,
  };
}

function deadOf({ neverPlayed, unheardForAYear }: UnheardSongs): number {
  return neverPlayed.length + unheardForAYear.length;
}
