/** The two people who have accounts here: who they are, when they listen, what they like. */
import type { Genre } from './invented-names.ts';
import { base62Of } from './spotify-ids.ts';

export interface Listener {
  /** The name by which tests and the control endpoint call them. */
  key: ListenerKey;
  /** Spotify's immutable `account_id`. */
  accountId: string;
  /** Spotify's `id`, which is part of playlist and profile addresses. */
  userId: string;
  displayName: string;
  timeZone: string;
  country: string;
  platform: string;
  /** Mean number of sessions from Monday to Sunday. */
  sessionsByWeekday: readonly [number, number, number, number, number, number, number];
  /** Relative chance of a session's start for each local hour. */
  hours: { weekday: readonly number[]; weekend: readonly number[] };
  /** Mean number of tracks in a session. */
  sessionLength: number;
  /** Share of sessions that play an album from its start. */
  albumShare: number;
  skipChance: number;
  likes: Partial<Record<Genre, number>>;
}

export const LISTENER_KEYS = ['mira', 'tomas'] as const;
export type ListenerKey = (typeof LISTENER_KEYS)[number];

const hours = (text: string): number[] => text.split(' ').map(Number);

export const LISTENERS: Record<ListenerKey, Listener> = {
  mira: {
    key: 'mira',
    accountId: base62Of(['account', 'mira'], 28),
    userId: base62Of(['user', 'mira'], 25).toLowerCase(),
    displayName: 'Mira Lindqvist-Okoye',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    platform: 'Linux',
    sessionsByWeekday: [4.4, 4.2, 4.5, 4.3, 4.6, 3.4, 3.0],
    hours: {
      weekday: hours('1 0 0 0 0 1 5 12 10 8 7 5 4 6 7 6 6 9 8 7 8 7 5 2'),
      weekend: hours('3 1 0 0 0 0 1 2 5 8 9 8 6 6 6 6 6 6 7 8 9 9 8 6'),
    },
    sessionLength: 12,
    albumShare: 0.24,
    skipChance: 0.11,
    likes: {
      indie: 3,
      electronic: 2.2,
      folk: 1.6,
      ambient: 1.4,
      jazz: 1,
      soul: 0.8,
      pop: 0.7,
      chamber: 0.5,
    },
  },
  tomas: {
    key: 'tomas',
    accountId: base62Of(['account', 'tomas'], 28),
    userId: base62Of(['user', 'tomas'], 25).toLowerCase(),
    displayName: 'Tomás Arrebol',
    timeZone: 'America/New_York',
    country: 'US',
    platform: 'iOS 19.1 (iPhone16,1)',
    sessionsByWeekday: [1.8, 1.6, 1.9, 1.7, 2.2, 2.6, 1.9],
    hours: {
      weekday: hours('0 0 0 0 0 2 9 12 6 3 2 3 5 3 2 3 6 11 10 5 4 3 2 1'),
      weekend: hours('2 1 0 0 0 0 0 2 4 7 8 8 7 6 6 6 6 6 6 6 7 7 6 4'),
    },
    sessionLength: 10,
    albumShare: 0.12,
    skipChance: 0.2,
    likes: { hiphop: 3, soul: 2.2, pop: 1.8, metal: 1.5, jazz: 1.2, electronic: 0.8, indie: 0.6 },
  },
};

/** @returns the listener with this immutable account id, if any. */
export function findListener(accountId: string): Listener | undefined {
  return Object.values(LISTENERS).find((listener) => listener.accountId === accountId);
}
