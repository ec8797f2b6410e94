/** A model of what Spotify remembers of one listener: the last plays, some of which arrive late. */
import { apiPlay, apiTrack } from '../spotify/api-samples.ts';
import { json } from '../spotify/scripted-fetch.ts';

export interface ModelPlay {
  /** Empty: Spotify sends a null track. */
  uri: string;
  /** UTC ms. */
  playedAt: number;
  arrivesAt: number;
}

export interface SpotifyWindow {
  plays: ModelPlay[];
  /** An on-time play, unless told when it arrives. */
  play(playedAt: number, arrivesAt?: number): ModelPlay;
  /** Answers `/me/player/recently-played` as Spotify does. */
  answer(url: URL, now: number): Response;
}

/** `remembered` is 50 at Spotify. */
export function createWindow(remembered = 50): SpotifyWindow {
  const plays: ModelPlay[] = [];
  return {
    plays,
    play(playedAt, arrivesAt = playedAt) {
      const play = { uri: `spotify:track:${plays.length}`, playedAt, arrivesAt };
      plays.push(play);
      return play;
    },
    answer(url, now) {
      const [after, before] = ['after', 'before'].map((name) => url.searchParams.get(name));
      const page = plays
        .filter(({ arrivesAt }) => arrivesAt <= now)
        .toSorted((a, b) => b.playedAt - a.playedAt)
        .slice(0, remembered)
        .filter(({ playedAt }) => playedAt > Number(after ?? Number.NEGATIVE_INFINITY))
        .filter(({ playedAt }) => playedAt < Number(before ?? Number.POSITIVE_INFINITY))
        .slice(0, Number(url.searchParams.get('limit')));
      const items = page.map(({ uri, playedAt }) =>
        apiPlay(playedAt, uri === '' ? null : apiTrack({ uri })),
      );
      const [newest, oldest] = [page.at(0), page.at(-1)];
      const cursors = newest &&
        oldest && { after: String(newest.playedAt), before: String(oldest.playedAt) };
      return json({ items, cursors: cursors ?? null, limit: 50 });
    },
  };
}
