/** Tells what plays at this moment, and what the history knows of it. */
import { hasElapsed } from './elapsed.ts';
import type { Account } from '../domain/account.ts';
import type { PlayedSong } from '../domain/snapshot.ts';
import type { Track } from '../domain/stream.ts';
import type { History } from '../history/history.ts';
import type { AccountClients } from '../spotify/account-clients.ts';
import { toTrack } from '../spotify/to-stream.ts';
import { songHistory, type SongHistory } from '../stats/song-history.ts';

export interface NowPlaying {
  /**
   * Asks Spotify once in ten seconds at most, however many pages ask. Never fails: null when nothing
   * plays, or no track, or nothing can be asked now.
   */
  get(accountId: string): Promise<PlayedSong | null>;
}

interface Options {
  accounts: () => Promise<readonly Pick<Account, 'id' | 'clientId'>[]>;
  clients: AccountClients;
  history: Pick<History, 'load' | 'extent'>;
  /** False when this computer knows that it has no network. */
  isOnline: () => boolean;
  now: () => number;
}

const PACE_MS = 10_000;

export function createNowPlaying(options: Options): NowPlaying {
  const { accounts, clients, history, isOnline, now } = options;
  const answers = new Map<string, { askedAt: number; answer: Promise<PlayedSong | null> }>();
  const lookups = new Map<string, { key: string; found: SongHistory }>();

  async function ask(accountId: string): Promise<PlayedSong | null> {
    const account = (await accounts()).find(({ id }) => id === accountId);
    if (!account || !isOnline()) return null;
    const at = now();
    const playing = await clients.of(account).client.currentlyPlaying();
    if (playing.kind !== 'track') return null;
    const track = toTrack(playing.track);
    const { title, artist, album, coverUrl, uri } = track;
    if (title === null) return null;
    return { title, artist, album, coverUrl, uri, at, ...(await lookUp(accountId, title, track)) };
  }

  /** The history is read again only when the song is another, or streams were added. */
  async function lookUp(accountId: string, title: string, { artist }: Track): Promise<SongHistory> {
    const { streams, lastAt } = await history.extent(accountId);
    const key = JSON.stringify([title, artist, streams, lastAt]);
    const known = lookups.get(accountId);
    if (known?.key === key) return known.found;
    const found = songHistory(await history.load(accountId), title, artist);
    lookups.set(accountId, { key, found });
    return found;
  }

  return {
    get(accountId) {
      const last = answers.get(accountId);
      if (last && !hasElapsed(last.askedAt, PACE_MS, now())) return last.answer;
      const answer = ask(accountId).catch(() => null);
      answers.set(accountId, { askedAt: now(), answer });
      return answer;
    },
  };
}
