/** What the soak and its build of the background say to each other, by names that no release may hold. */

export const SOAK = 'ostinato-soak';

/** In storage.local, so that it outlives the browser: ms by which the clock is ahead of the machine's. */
export const CLOCK_KEY = `${SOAK}.clock`;
/** In storage.local: attempts to get through the authorization so far. */
export const WINDOWS_KEY = `${SOAK}.windows`;
/** In storage.session, as a browser's own alarms may be gone with it. */
export const ALARM_PREFIX = `${SOAK}.alarm:`;

export interface SoakAlarm {
  /** UTC ms by the moved clock. */
  at: number;
  everyMinutes?: number | undefined;
}

export interface Windows {
  /** For a person to act in. */
  opened: number;
  silent: number;
}

export type SoakMessage =
  /** The alarm rings; answered with `Rest` when nothing of it is left to do. */
  | { type: typeof SOAK; name: 'ring'; alarm: string }
  /** Starts a background that was stopped; answered with `Rest` as well. */
  | { type: typeof SOAK; name: 'rest' }
  /** Answered with `SoakHistory`. */
  | { type: typeof SOAK; name: 'history'; accountId: string };

export interface Rest {
  /** Another one for each start of the background. */
  life: string;
}

export interface SoakHistory {
  /** `uri@endedAt`, oldest first. */
  kept: string[];
  coverage: { from: number; to: number }[];
}
