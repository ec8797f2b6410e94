/** Where the page of an artist, an album or a song is: for links, and for names within charts. */
import type { DashboardActions } from './dashboard-actions.ts';

export type DetailKind = 'artist' | 'album' | 'song';

interface Named {
  name: string;
  /** Of an album or a song. */
  artist?: string | null;
}

/** The URL's hash of its own page. */
export function detailHref(
  actions: Pick<DashboardActions, 'hrefFor'>,
  kind: DetailKind,
  { name, artist = null }: Named,
): string {
  return actions.hrefFor({ page: kind, params: { name, artist: artist ?? '' } });
}
