/** The servers a refresh is killed against, and what may become of a login at each. */
import type { Settings } from '../standin/settings.ts';
import type { Ending } from './ending.ts';
import type { Point } from './points.ts';

export interface Mode {
  name: string;
  rotation: Settings['rotation'];
  /** Whether the listener is still signed in to Spotify in this browser. */
  session: 'lives' | 'ended' | 'may be lost';
}

/** Where no login may be lost, whatever the point. */
export const FORGIVING: readonly Mode[] = [
  { name: 'no rotation', rotation: 'none', session: 'lives' },
  { name: 'grace', rotation: 'grace', session: 'lives' },
];

export const STRICT: readonly Mode[] = [
  { name: 'strict', rotation: 'strict', session: 'lives' },
  { name: 'strict, signed out', rotation: 'strict', session: 'ended' },
];

/** A browser that is killed may lose the cookie of a session with its token. */
export const AFTER_SIGKILL: readonly Mode[] = [
  ...FORGIVING,
  { name: 'strict', rotation: 'strict', session: 'may be lost' },
];

/** What is wrong with this ending; empty when it is as promised. */
export function judge(mode: Mode, point: Point, { kind, reason, wrong }: Ending): string[] {
  const mayLose = mode.rotation === 'strict' && point.losesAnswer;
  if (kind === 'kept' || kind === 'none yet') return wrong;
  if (!mayLose) return [...wrong, kind === 'lost' ? `login lost (${reason})` : 'token lost'];
  if (kind === 'repaired') return wrong;
  if (mode.session === 'lives') return [...wrong, `not repaired (${reason})`];
  return reason === 'rotation-lost' ? wrong : [...wrong, `the wrong reason: ${reason}`];
}
