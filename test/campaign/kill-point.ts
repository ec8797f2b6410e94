/** The places in the background where the campaign kills it, by the name both ends know. */

export type KillPoint =
  | 'lock-held'
  | 'intent-written'
  | 'headers-in'
  | 'body-parsed'
  | 'put-issued'
  | 'stored'
  | 'session-written'
  | 'before-the-alarm'
  | 'redirected'
  | 'user-known'
  | 'listed'
  /** Nothing dies here: the rig waits for it, so that no start goes on into the next run. */
  | 'started';

/** Below the stand-in's Web API; a release must not hold it. */
export const KILL_POINT_PATH = '/kill-points/';
