/** Every place where something is killed: how it is reached, and what must stand on disk afterwards. */
import type { FaultInput } from '../standin/faults.ts';
import { KILL_POINT_PATH, type KillPoint } from './kill-point.ts';

/** What happens, after the kill, to a request that the server still holds. */
type Fate = 'dropped' | 'carried out late';

export interface Point {
  /** As the table says it. */
  name: string;
  /** What keeps a request where the kill is to come; null: the sign-in window is what is waited for. */
  fault: FaultInput | null;
  fate: Fate;
  /** Whether the token of before the kill, the next one, or either may stand on disk. */
  leaves: readonly ('old' | 'new')[];
  /** The server had carried out the request, and nothing of its answer could be stored. */
  losesAnswer: boolean;
}

const OLD = ['old'] as const;
const NEW = ['new'] as const;
const EITHER = ['old', 'new'] as const;

function inBackground(name: string, point: KillPoint, rest: Partial<Point> = {}): Point {
  const on = `/v1${KILL_POINT_PATH}${point}`;
  const fault: FaultInput = { kind: 'held', at: 'request', on, times: 1 };
  return { name, fault, fate: 'dropped', leaves: OLD, losesAnswer: false, ...rest };
}

type GrantType = 'refresh_token' | 'authorization_code';

function atServer(
  name: string,
  grantType: GrantType,
  at: 'request' | 'answer',
  fate: Fate,
  losesAnswer: boolean,
): Point {
  const fault: FaultInput = { kind: 'held', at, on: 'token', grantType, times: 1 };
  return { name, fault, fate, leaves: OLD, losesAnswer };
}

/** The request on its way, for both grants. */
const exchange = (grantType: GrantType): Point[] => [
  atServer('request sent', grantType, 'request', 'dropped', false),
  atServer('request carried out late', grantType, 'request', 'carried out late', true),
  atServer('server processed', grantType, 'answer', 'dropped', true),
  atServer('response held', grantType, 'answer', 'carried out late', true),
  inBackground('headers in', 'headers-in', { losesAnswer: true }),
];

/** The three steps at which the whole browser is killed, too. */
const STORAGE: readonly Point[] = [
  inBackground('put issued', 'put-issued', { leaves: EITHER, losesAnswer: true }),
  inBackground('stored', 'stored', { leaves: NEW }),
  inBackground('session written', 'session-written', { leaves: NEW }),
];

export const BROWSER_POINTS = STORAGE;

export const REFRESH_POINTS: readonly Point[] = [
  inBackground('holding the lock', 'lock-held'),
  inBackground('after the intent', 'intent-written'),
  ...exchange('refresh_token'),
  inBackground('body parsed', 'body-parsed', { losesAnswer: true }),
  ...STORAGE,
  inBackground('before the alarm', 'before-the-alarm', { leaves: NEW }),
];

export const SIGN_IN_POINTS: readonly Point[] = [
  {
    name: 'window on its way',
    // The first look at this page asks whether the window is worth opening.
    fault: { kind: 'held', at: 'request', on: 'authorize', skip: 1, times: 1 },
    fate: 'carried out late',
    leaves: OLD,
    losesAnswer: false,
  },
  { name: 'window open', fault: null, fate: 'dropped', leaves: OLD, losesAnswer: false },
  inBackground('code received', 'redirected'),
  ...exchange('authorization_code').map((point) => ({ ...point, name: `exchange: ${point.name}` })),
  inBackground('user known', 'user-known'),
  inBackground('holding the lock', 'lock-held'),
  inBackground('before the put', 'body-parsed'),
  ...STORAGE,
  inBackground('before the alarm', 'before-the-alarm', { leaves: NEW }),
  inBackground('account listed', 'listed', { leaves: NEW }),
];
