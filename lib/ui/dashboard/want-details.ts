/** Tells the background which covers and pictures the page misses, each once while the page lives. */
import type { AccountId } from '../../domain/account.ts';
import { parseItemUri } from '../../domain/spotify-uri.ts';
import type { Client } from '../../messages/client.ts';

/** Never fails: a page without covers is a page. */
export type WantDetails = (accountId: AccountId, uris: readonly string[]) => void;

export function createWants(client: Pick<Client, 'ask'>): WantDetails {
  const told = new Set<string>();
  return (accountId, uris) => {
    const news = uris.filter(
      // One that Spotify cannot have given, out of a file, must not spoil the question for the others.
      (uri) => parseItemUri(uri) !== null && !told.has(`${accountId} ${uri}`),
    );
    if (news.length === 0) return;
    for (const uri of news) told.add(`${accountId} ${uri}`);
    client.ask('details.want', { accountId, uris: news }).catch(() => undefined);
  };
}
