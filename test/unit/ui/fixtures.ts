/** Invented accounts, overviews and snapshots for the tests of the pages' state. */
import { NOTHING_LOST } from '../../../lib/domain/losses.ts';
import type { AccountView, Overview } from '../../../lib/messages/contract.ts';
import type {
  PlayedSong,
  RangeFigures,
  RangeKey,
  Snapshot,
  TopEntry,
} from '../../../lib/domain/snapshot.ts';
import { INITIAL_SYNC_STATE } from '../../../lib/domain/sync-state.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings.ts';

/** 2026-11-21 12:00 in Berlin. */
export const NOW = Date.UTC(2026, 10, 21, 11);
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export function accountView(id = 'ada', changes: Partial<AccountView> = {}): AccountView {
  return {
    account: { id, displayName: `Listener ${id}`, clientId: 'a'.repeat(32), addedAt: NOW - DAY_MS },
    token: {
      accountId: id,
      status: 'connected',
      reason: null,
      expiresAt: NOW + HOUR_MS,
      refreshedAt: NOW - MINUTE_MS,
      authorizedAt: NOW - DAY_MS,
      renewBy: NOW + 180 * DAY_MS,
      renewalDue: false,
      notBefore: null,
      memoryOnly: false,
      lastError: null,
    },
    sync: {
      ...INITIAL_SYNC_STATE,
      last: { at: NOW - 4 * MINUTE_MS, received: 3, added: 2, possibleGap: false },
    },
    nextSyncAt: NOW + MINUTE_MS,
    syncing: false,
    kept: {
      streams: 1234,
      since: NOW - 400 * DAY_MS,
      lastSevenDays: [1, 2, 3, 4, 5, 6, 7],
      countedAt: NOW - 4 * MINUTE_MS,
    },
    ...changes,
  };
}

export function overviewOf(accounts: AccountView[], changes: Partial<Overview> = {}): Overview {
  return {
    revision: 1,
    accounts,
    former: [],
    imported: null,
    sample: null,
    selectedId: accounts[0]?.account.id ?? null,
    settings: DEFAULT_SETTINGS,
    passphrase: 'off',
    lost: NOTHING_LOST,
    signInRunning: false,
    redirectUri: 'https://example.chromiumapp.org/',
    proposedClientId: null,
    hostAccess: true,
    details: [],
    ...changes,
  };
}

export function topEntry(name: string, changes: Partial<TopEntry> = {}): TopEntry {
  return {
    name,
    artist: null,
    plays: 12,
    playedMs: 40 * MINUTE_MS,
    coverUrl: null,
    uri: null,
    ...changes,
  };
}

export function rangeFigures(changes: Partial<RangeFigures> = {}): RangeFigures {
  return {
    plays: 40,
    playedMs: 2 * HOUR_MS,
    before: { plays: 20, playedMs: HOUR_MS },
    steps: [
      { start: NOW - 2 * DAY_MS, playedMs: HOUR_MS, covered: true },
      { start: NOW - DAY_MS, playedMs: 0, covered: false },
    ],
    stepUnit: 'day',
    top: {
      source: 'history',
      artists: [topEntry('The Tidewater Choir')],
      songs: [topEntry('Lanterns', { artist: 'The Tidewater Choir' })],
      albums: [topEntry('Harbour Light', { artist: 'The Tidewater Choir' })],
    },
    ...changes,
  };
}

export function playedSong(changes: Partial<PlayedSong> = {}): PlayedSong {
  return {
    title: 'Lanterns',
    artist: 'The Tidewater Choir',
    album: 'Harbour Light',
    coverUrl: null,
    uri: 'spotify:track:5Zz1',
    at: NOW - 10 * MINUTE_MS,
    plays: 47,
    firstPlayedAt: Date.UTC(2019, 4, 12),
    ...changes,
  };
}

export function snapshotOf(accountId = 'ada', changes: Partial<Snapshot> = {}): Snapshot {
  const figures = rangeFigures();
  const ranges: Record<RangeKey, RangeFigures> = {
    today: { ...figures, stepUnit: 'hour' },
    '7-days': figures,
    '4-weeks': figures,
    'this-year': { ...figures, stepUnit: 'month' },
    'all-time': { ...figures, before: null, stepUnit: 'month' },
  };
  return {
    schema: 1,
    accountId,
    computedAt: NOW - 4 * MINUTE_MS,
    timeZone: 'Europe/Berlin',
    streams: 1234,
    since: Date.UTC(2019, 4, 12),
    lastSevenDays: [1, 2, 3, 4, 5, 6, 7],
    lastPlayed: playedSong(),
    ranges,
    ...changes,
  };
}
