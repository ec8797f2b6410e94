/** The Web API for one account: request, judgement and gate put together, one method per call in use. */
import type { ApiArtist, ApiTrack, ApiWholeAlbum } from './api-objects.ts';
import {
  albumCall,
  artistCall,
  currentlyPlayingCall,
  recentlyPlayedCall,
  topArtistsCall,
  topTracksCall,
  trackCall,
  type Call,
  type Page,
  type Playing,
  type RecentPage,
  type TopRange,
} from './calls.ts';
import type { Gate } from './gate.ts';
import {
  type ListedPage,
  playlistItemsCall,
  playlistsCall,
  savedTracksCall,
} from './list-calls.ts';
import { processAnswer } from './process-answer.ts';
import { sendRequest, type Transport } from './send-request.ts';
import { AppError } from '../domain/app-error.ts';
import type { PlaylistHead, PlaylistItem } from '../domain/library.ts';

/**
 * Every method fails with an AppError: `api/…` as the answer was (429 and outages with `retryAt`
 * where it is known), at once and without a request while the gate is closed, or `token/…` when
 * there is no access token to be had.
 */
export interface SpotifyClient {
  /** The newest `limit` plays, or those after or before a time (UTC ms, exclusive). */
  recentlyPlayed(options: { after?: number; before?: number; limit: number }): Promise<RecentPage>;
  currentlyPlaying(): Promise<Playing>;
  topArtists(range: TopRange, limit: number): Promise<Page<ApiArtist>>;
  topTracks(range: TopRange, limit: number): Promise<Page<ApiTrack>>;
  /** A page of a list, from the entry `offset` on. */
  playlists(offset: number): Promise<ListedPage<PlaylistHead>>;
  playlistItems(id: string, offset: number): Promise<ListedPage<PlaylistItem>>;
  /** The latest first. */
  savedTracks(offset: number): Promise<ListedPage<PlaylistItem>>;
  /** By id (`api/not-found` when there is none). */
  track(id: string): Promise<ApiTrack>;
  album(id: string): Promise<ApiWholeAlbum>;
  artist(id: string): Promise<ApiArtist>;
}

export interface ClientOptions extends Transport {
  /** A good access token; `rejected` is one that the Web API has just refused. */
  accessToken: (rejected?: string) => Promise<string>;
  gate: Gate;
  now: () => number;
}

export function createSpotifyClient(options: ClientOptions): SpotifyClient {
  const { accessToken, gate, now } = options;

  /** For the plays, which everything else stands behind: what happens to it moves the gate. */
  async function perform<T>(call: Call<T>): Promise<T> {
    await gate.pass();
    try {
      const value = await ask(call);
      await gate.succeeded();
      return value;
    } catch (error) {
      await gate.failed(error);
      throw error;
    }
  }

  /** For what can be done without: its trouble must not keep the plays from being collected. */
  async function performBeside<T>(call: Call<T>): Promise<T> {
    await gate.pass();
    try {
      return await ask(call);
    } catch (error) {
      await gate.heed(error);
      throw error;
    }
  }

  async function ask<T>(call: Call<T>): Promise<T> {
    const token = await accessToken();
    return attempt(call, token).catch(async (error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'api/unauthorized') throw error;
      return attempt(call, await accessToken(token));
    });
  }

  async function attempt<T>(call: Call<T>, token: string): Promise<T> {
    const { path, query } = call;
    return processAnswer(
      await sendRequest(options, { path, query, accessToken: token }),
      call,
      now(),
    );
  }

  return {
    recentlyPlayed: (query) => perform(recentlyPlayedCall(query)),
    currentlyPlaying: () => performBeside(currentlyPlayingCall()),
    topArtists: (range, limit) => performBeside(topArtistsCall(range, limit)),
    topTracks: (range, limit) => performBeside(topTracksCall(range, limit)),
    playlists: (offset) => performBeside(playlistsCall(offset)),
    playlistItems: (id, offset) => performBeside(playlistItemsCall(id, offset)),
    savedTracks: (offset) => performBeside(savedTracksCall(offset)),
    track: (id) => performBeside(trackCall(id)),
    album: (id) => performBeside(albumCall(id)),
    artist: (id) => performBeside(artistCall(id)),
  };
}
