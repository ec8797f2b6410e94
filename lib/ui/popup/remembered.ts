/**
 * What the popup shows before the background has answered: the last known figures, mirrored in
 * localStorage because nothing else can be read in time for the first paint.
 */
import type { AccountId } from '../../domain/account.ts';
import type { ErrorRecord } from '../../domain/app-error.ts';
import type {
  PlayedSong,
  RangeFigures,
  RangeKey,
  Snapshot,
  TopEntry,
} from '../../domain/snapshot.ts';
import { ERROR_WORDS } from '../error-words.ts';
import {
  isArrayOf,
  isBoolean,
  isMissingOr,
  isNullOr,
  isNumber,
  isOneOf,
  isShapeOf,
  isString,
  type Check,
} from './shape.ts';
import { forgetPicture } from './remembered-picture.ts';
import type { Trouble } from './trouble.ts';

const KEY = 'ostinato/popup';

/** An account as the popup names it. */
export interface AccountName {
  id: AccountId;
  name: string | null;
}

export interface Remembered {
  /** Grows when the shape changes; anything else is forgotten. */
  version: 1;
  accounts: AccountName[];
  selectedId: AccountId;
  /** UTC ms. */
  lastSyncAt: number | null;
  trouble: Trouble | null;
  range: RangeKey;
  snapshot: Snapshot | null;
}

/** Null when nothing is remembered, or when it is not whole. Never throws. */
export function recallPopup(mirror: Storage): Remembered | null {
  try {
    const remembered: unknown = JSON.parse(mirror.getItem(KEY) ?? 'null');
    return isRemembered(remembered) ? remembered : null;
  } catch {
    return null;
  }
}

/** A full or forbidden storage costs the next first paint, nothing else. */
export function rememberPopup(remembered: Remembered, mirror: Storage): void {
  try {
    mirror.setItem(KEY, JSON.stringify(remembered));
  } catch {
    forgetPopup(mirror);
  }
}

/** To be called when an account's history is deleted: its figures stand here too. */
export function forgetPopup(mirror: Storage): void {
  mirror.removeItem(KEY);
  forgetPicture(mirror);
}

const isTopEntry = isShapeOf<TopEntry>({
  name: isString,
  artist: isNullOr(isString),
  plays: isNullOr(isNumber),
  playedMs: isNullOr(isNumber),
  coverUrl: isNullOr(isString),
  uri: isNullOr(isString),
  releaseYear: isMissingOr(isNumber),
});

const isTopList = isArrayOf(isTopEntry);

const isFigures = isShapeOf<RangeFigures>({
  plays: isNumber,
  playedMs: isNumber,
  before: isNullOr(
    isShapeOf<{ plays: number; playedMs: number }>({ plays: isNumber, playedMs: isNumber }),
  ),
  steps: isArrayOf(
    isShapeOf<RangeFigures['steps'][number]>({
      start: isNumber,
      playedMs: isNumber,
      covered: isBoolean,
    }),
  ),
  stepUnit: isOneOf('hour', 'day', 'month'),
  top: isShapeOf<RangeFigures['top']>({
    source: isOneOf('history', 'spotify-4-weeks', 'spotify-year'),
    artists: isTopList,
    songs: isTopList,
    albums: isTopList,
  }),
});

const isPlayedSong = isShapeOf<PlayedSong>({
  title: isString,
  artist: isNullOr(isString),
  album: isNullOr(isString),
  coverUrl: isNullOr(isString),
  uri: isNullOr(isString),
  at: isNumber,
  plays: isNumber,
  firstPlayedAt: isNullOr(isNumber),
});

const isSnapshot = isShapeOf<Snapshot>({
  schema: isOneOf(1),
  accountId: isString,
  computedAt: isNumber,
  timeZone: isString,
  streams: isNumber,
  since: isNullOr(isNumber),
  lastSevenDays: isArrayOf(isNumber),
  lastPlayed: isNullOr(isPlayedSong),
  ranges: isShapeOf<Snapshot['ranges']>({
    today: isFigures,
    '7-days': isFigures,
    '4-weeks': isFigures,
    'this-year': isFigures,
    'all-time': isFigures,
  }),
});

const isError: Check<ErrorRecord> = (value): value is ErrorRecord =>
  isShapeOf<{ code: string; data: unknown }>({
    code: (code): code is string => isString(code) && Object.hasOwn(ERROR_WORDS, code),
    data: (data): data is unknown => typeof data === 'object' && data !== null,
  })(value);

const isRemembered = isShapeOf<Remembered>({
  version: isOneOf(1),
  accounts: isArrayOf(isShapeOf<AccountName>({ id: isString, name: isNullOr(isString) })),
  selectedId: isString,
  lastSyncAt: isNullOr(isNumber),
  trouble: isNullOr(
    isShapeOf<Trouble>({
      name: isOneOf(
        'error',
        'no-access',
        'locked',
        'signed-out',
        'renewal-due',
        'possible-gap',
        'history-lost',
        'settings-lost',
      ),
      error: isNullOr(isError),
      at: isNullOr(isNumber),
    }),
  ),
  range: isOneOf('today', '7-days', '4-weeks', 'this-year', 'all-time'),
  snapshot: isNullOr(isSnapshot),
});
