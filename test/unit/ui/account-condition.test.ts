import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../lib/domain/app-error.ts';
import { findCondition, findLastError } from '../../../lib/ui/account-condition.ts';
import { MINUTE_MS, NOW } from './fixtures.ts';
import { makeView, type ViewChange } from './options/account-view.ts';

const LATER = NOW + MINUTE_MS;

function failed(code: ErrorCode, at = NOW) {
  return { at, error: { code, data: {} } };
}

function conditionOf(change: ViewChange, { online = true, hostAccess = true } = {}) {
  return findCondition(makeView(change), { now: NOW, online, hostAccess });
}

const wait = (code: ErrorCode, named = true) => ({ notBefore: LATER, wait: { code, named } });

describe('the one thing to read about an account', () => {
  test('is that it is connected, when nothing is wrong', () => {
    expect(conditionOf({})).toEqual({ name: 'connected', lastSyncAt: NOW - 4 * MINUTE_MS });
    expect(conditionOf({ sync: { last: null } })).toEqual({ name: 'connected', lastSyncAt: null });
    expect(conditionOf({ syncing: true })).toEqual({ name: 'syncing' });
  });

  test('is the sign-in, before anything that a sign-in would mend', () => {
    const change: ViewChange = {
      token: { status: 'reauthorize', reason: 'revoked' },
      sync: { notBefore: LATER, quotaExceeded: true },
    };
    expect(conditionOf(change, { online: false })).toEqual({
      name: 'reauthorize',
      reason: 'revoked',
    });
  });

  test('is the passphrase, before everything that waits for it', () => {
    const change: ViewChange = {
      token: { status: 'locked', reason: 'revoked' },
      sync: { lastError: failed('api/offline') },
    };
    expect(conditionOf(change)).toEqual({ name: 'locked' });
    expect(conditionOf(change, { hostAccess: false })).toEqual({ name: 'no-access' });
  });

  test('is the access taken back, before all that fails of it', () => {
    const change: ViewChange = { sync: { lastError: failed('api/offline') } };
    expect(conditionOf(change, { online: false, hostAccess: false })).toEqual({
      name: 'no-access',
    });
  });

  test('is the listener’s own choice when sign-ins go with the browser', () => {
    const token = { status: 'reauthorize', reason: null, memoryOnly: true } as const;
    expect(conditionOf({ token })).toEqual({ name: 'signed-out' });
    expect(conditionOf({ token: { ...token, reason: 'revoked' } }).name).toBe('reauthorize');
    expect(conditionOf({ token: { ...token, memoryOnly: false } }).name).toBe('reauthorize');
  });

  test('is the refused client ID, when Spotify refuses it', () => {
    expect(conditionOf({ token: { status: 'misconfigured' } })).toEqual({ name: 'misconfigured' });
  });

  test('tells a spent quota from a short limit', () => {
    const lastError = failed('api/rate-limited');
    expect(conditionOf({ sync: { ...wait('api/rate-limited'), lastError } })).toEqual({
      name: 'rate-limited',
      until: LATER,
    });
    const spent = { ...wait('api/quota-exceeded'), quotaExceeded: true };
    expect(conditionOf({ sync: { ...spent, lastError } })).toEqual({
      name: 'quota',
      until: LATER,
    });
    expect(conditionOf({ token: { notBefore: LATER } }).name).toBe('rate-limited');
  });

  test('is a limit that no sync has met, but another call', () => {
    expect(conditionOf({ sync: wait('api/rate-limited') }).name).toBe('rate-limited');
  });

  test('is no limit while we only back off by ourselves', () => {
    expect(conditionOf({ sync: wait('api/unavailable', false) })).toEqual({
      name: 'failing',
      error: { code: 'api/unavailable', data: {} },
      until: LATER,
    });
    expect(conditionOf({ sync: wait('api/offline', false) })).toEqual({ name: 'offline' });
    const over = { ...wait('api/unavailable', false), notBefore: NOW };
    expect(conditionOf({ sync: over }).name).toBe('connected');
  });

  test('forgets a limit that is over', () => {
    expect(conditionOf({ sync: { notBefore: NOW, quotaExceeded: true } }).name).toBe('connected');
  });

  test('is the missing network, by the word of the browser or of the last sync', () => {
    expect(conditionOf({}, { online: false })).toEqual({ name: 'offline' });
    expect(conditionOf({ sync: { lastError: failed('api/offline') } })).toEqual({
      name: 'offline',
    });
    const error = { code: 'token/unavailable', data: { detail: 'offline' } } as const;
    expect(conditionOf({ token: { lastError: { at: NOW, error } } })).toEqual({ name: 'offline' });
  });

  test('is what failed last, and when it is tried again', () => {
    const lastError = failed('api/unavailable');
    expect(conditionOf({ sync: { ...wait('api/unavailable', false), lastError } })).toEqual({
      name: 'failing',
      error: lastError.error,
      until: LATER,
    });
  });
});

describe('the last error', () => {
  test('is over once the same thing has succeeded', () => {
    const before = NOW - 600 * MINUTE_MS;
    expect(findLastError(makeView({ sync: { lastError: failed('api/offline', before) } }))).toBe(
      null,
    );
    expect(
      findLastError(makeView({ token: { lastError: failed('token/unavailable', before) } })),
    ).toBe(null);
  });

  test('stands although the refresh went through: the disk refused what it brought', () => {
    const token = { refreshedAt: NOW, lastError: failed('token/not-stored', NOW) };
    expect(findLastError(makeView({ token }))?.code).toBe('token/not-stored');
  });

  test('is the later one of token and sync', () => {
    const view = makeView({
      token: { lastError: failed('token/unavailable', NOW) },
      sync: { lastError: failed('api/unavailable', NOW + 1) },
    });
    expect(findLastError(view)?.code).toBe('api/unavailable');
  });
});
