/** Asks Spotify one question about a track, an album or an artist, and says what came of it. */
import { AppError, type ErrorCode } from '../domain/app-error.ts';
import type { Details } from '../domain/details.ts';
import { parseItemUri } from '../domain/spotify-uri.ts';
import type { SpotifyClient } from '../spotify/client.ts';
import {
  detailsOfAlbum,
  detailsOfArtist,
  detailsOfMissing,
  detailsOfTrack,
} from '../spotify/to-details.ts';

export type AskedDetails =
  /** Also that there is no such thing. */
  | { outcome: 'told'; details: Details }
  /** Spotify's answer made no sense: because of this very thing, or of something on the way. */
  | { outcome: 'nonsense' }
  /** Nothing more may be asked before then (UTC ms). */
  | { outcome: 'stopped'; code: ErrorCode; until: number };

const MINUTE_MS = 60_000;
const PAUSE_MS = 15 * MINUTE_MS;
/** Not allowed at all: only a person can change that. */
const FORBIDDEN_MS = 60 * MINUTE_MS;

/** Never fails for what Spotify, the network or the vault did. */
export async function askDetails(
  client: Pick<SpotifyClient, 'track' | 'album' | 'artist'>,
  uri: string,
  now: () => number,
): Promise<AskedDetails> {
  try {
    return { outcome: 'told', details: await ask(client, uri, now) };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { code, data } = thrown;
    if (isAboutTheThing(thrown)) return { outcome: 'told', details: detailsOfMissing(uri, now()) };
    if (code === 'api/unreadable') return { outcome: 'nonsense' };
    if (!code.startsWith('api/') && !code.startsWith('token/')) throw thrown;
    const ownWaitMs = code === 'api/forbidden' ? FORBIDDEN_MS : PAUSE_MS;
    return { outcome: 'stopped', code, until: data.retryAt ?? now() + ownWaitMs };
  }
}

async function ask(
  client: Pick<SpotifyClient, 'track' | 'album' | 'artist'>,
  uri: string,
  now: () => number,
): Promise<Details> {
  const item = parseItemUri(uri);
  if (item?.kind === 'track') return detailsOfTrack(uri, await client.track(item.id), now());
  if (item?.kind === 'album') return detailsOfAlbum(uri, await client.album(item.id), now());
  if (item?.kind === 'artist') return detailsOfArtist(uri, await client.artist(item.id), now());
  throw new AppError('api/not-found');
}

/** 404, or another refusal of just this id (400, 410): everything else is about asking at all. */
function isAboutTheThing({ code, data: { status = 0 } }: AppError): boolean {
  return code === 'api/not-found' || (code === 'api/unreadable' && status >= 400 && status < 500);
}
