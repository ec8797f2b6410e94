/** The Web API for one account: request, judgement and gate put together, one method per call in use. */
import type { ApiArtist, ApiTrack } from './api-objects.ts';
import {
  currentlyPlayingCall,
  meCall,
  recentlyPlayedCall,
  topArtistsCall,
  topTracksCall,
  type Call,
  type Identity,
  type Page,
  type Playing,
  type RecentPage,
  type TopRange,
} from './calls.ts';
import type { Gate } from './gate.ts';
import { processAnswer } from './process-answer.ts';
import { sendRequest, type Transport } from './send-request.ts';
import { AppError } from '../domain/app-error.ts';

/**
 * Every method fails with an AppError: `api/…` as the answer was (429 and outages with `retryAt`
 * where it is known), at once and without a request while the gate is closed, or `token/…` when
 * there is no access token to be had.
 */
export interface SpotifyClient {
  me(): Promise<Identity>;
  /** The newest `limit` plays, or those after or before a time (UTC ms, exclusive). */
  recentlyPlayed(options: { after?: number; before?: number; limit: number }): Promise<RecentPage>;
  currentlyPlaying(): Promise<Playing>;
  topArtists(range: TopRange, limit: number): Promise<Page<ApiArtist>>;
  topTracks(range: TopRange, limit: number): Promise<Page<ApiTrack>>;
}

export interface ClientOptions extends Transport {
  /** A good access token; `rejected` is one that the Web API has just refused. */
  accessToken: (rejected?: string) => Promise<string>;
  gate: Gate;
  now: () => number;
}

export function createSpotifyClient(options: ClientOptions): SpotifyClient {
  const { accessToken, gate, now } = options;

  async function perform<T>(call: Call<T>): Promise<T> {
    await gate.pass();
    const token = await accessToken();
    try {
      const value = await attempt(call, token).catch(async (error: unknown) => {
        if (!(error instanceof AppError) || error.code !== 'api/unauthorized') throw error;
        return attempt(call, await accessToken(token));
      });
      await gate.succeeded();
      return value;
    } catch (error) {
      await gate.failed(error);
      throw error;
    }
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
    me: () => perform(meCall()),
    recentlyPlayed: (query) => perform(recentlyPlayedCall(query)),
    currentlyPlaying: () => perform(currentlyPlayingCall()),
    topArtists: (range, limit) => perform(topArtistsCall(range, limit)),
    topTracks: (range, limit) => perform(topTracksCall(range, limit)),
  };
}
