/** Fetches Spotify's own top lists, once a day at most, and keeps them; a failure costs no sync. */
import { hasElapsed } from './elapsed.ts';
import { toTops, type SpotifyTopLists } from './spotify-tops.ts';
import { mergeDetails } from '../dataset/merge-details.ts';
import { AccountId } from '../domain/account.ts';
import type { Details } from '../domain/details.ts';
import { z } from '../domain/schema.ts';
import { TopEntry } from '../domain/snapshot.ts';
import { PAGE_LIMIT, type TopRange } from '../spotify/calls.ts';
import type { SpotifyClient } from '../spotify/client.ts';
import type { Stored } from '../spotify/gate.ts';
import { detailsOfArtists, detailsOfTracks } from '../spotify/to-details.ts';

const Tops = z.object({
  artists: z.array(TopEntry),
  songs: z.array(TopEntry),
  albums: z.array(TopEntry),
});

const KeptLists = z.object({
  /** UTC ms of the last attempt, and of the last that went through. */
  triedAt: z.number(),
  fetchedAt: z.nullable(z.number()),
  lists: z.object({
    'spotify-4-weeks': z.optional(Tops),
    'spotify-year': z.optional(Tops),
  }),
});

export const TopListCache = z.record(AccountId, KeptLists);
export type TopListCache = z.infer<typeof TopListCache>;

const NOTHING_KEPT: TopListCache = {};
/** How the lists stand in storage.local. */
export const TOP_LISTS_ITEM = {
  key: 'spotify-tops',
  version: 1,
  schema: TopListCache,
  fallback: NOTHING_KEPT,
};

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export interface TopLists {
  /** True when a day has gone by since the last fetch, or an hour since one that failed. */
  isDue(accountId: string): Promise<boolean>;
  /** What is kept, fetched anew when due and a client is given. Never fails: at worst, empty. */
  current(accountId: string, client: SpotifyClient | null): Promise<SpotifyTopLists>;
  forget(accountId: string): Promise<void>;
}

export function createTopLists(options: {
  store: Stored<TopListCache>;
  /** Takes what the lists say of their artists and tracks: it need not be asked for. */
  learn: (accountId: string, details: Details) => Promise<void>;
  now: () => number;
}): TopLists {
  const { store, learn, now } = options;

  async function isDue(accountId: string): Promise<boolean> {
    const kept = (await store.get())[accountId];
    if (!kept) return true;
    return hasElapsed(kept.fetchedAt, DAY_MS, now()) && hasElapsed(kept.triedAt, HOUR_MS, now());
  }

  async function refresh(accountId: string, client: SpotifyClient): Promise<void> {
    const triedAt = now();
    const answers = await fetchLists(client).catch(() => null);
    for (const { artists, tracks } of answers ?? []) {
      const found = [
        detailsOfArtists(artists.items, triedAt),
        detailsOfTracks(tracks.items, triedAt),
      ];
      await learn(accountId, mergeDetails(found)).catch(() => undefined);
    }
    const lists = answers && toLists(answers);
    await store.update((cache) => {
      const kept = cache[accountId];
      const entry = lists
        ? { triedAt, fetchedAt: triedAt, lists }
        : { triedAt, fetchedAt: kept?.fetchedAt ?? null, lists: kept?.lists ?? {} };
      return { ...cache, [accountId]: entry };
    });
  }

  return {
    isDue,
    async current(accountId, client) {
      if (client && (await isDue(accountId))) await refresh(accountId, client);
      return (await store.get())[accountId]?.lists ?? {};
    },
    async forget(accountId) {
      await store.update((cache) =>
        Object.fromEntries(Object.entries(cache).filter(([id]) => id !== accountId)),
      );
    },
  };
}

/** One after the other: four requests are nothing to hurry about. */
async function fetchLists(client: SpotifyClient) {
  return [await fetchTops(client, 'short_term'), await fetchTops(client, 'long_term')] as const;
}

async function fetchTops(client: SpotifyClient, range: TopRange) {
  const artists = await client.topArtists(range, PAGE_LIMIT);
  const tracks = await client.topTracks(range, PAGE_LIMIT);
  return { artists, tracks };
}

function toLists([month, year]: Awaited<ReturnType<typeof fetchLists>>) {
  return {
    'spotify-4-weeks': toTops(month.artists.items, month.tracks.items),
    'spotify-year': toTops(year.artists.items, year.tracks.items),
  };
}
