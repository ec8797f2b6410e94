import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../lib/domain/app-error.ts';
import { findCondition, findLastError } from '../../../lib/ui/account-condition.ts';
import { MINUTE_MS, NOW } from './fixtures.ts';
import { makeView, type ViewChange } from './options/account-view.ts';

const LATER = NOW + MINUTE_MS;

function failed(code: ErrorCode, at = NOW) {
  return { at, error: { code, data: {} } };
}

function conditionOf(change: ViewChange, online = true) {
  return findCondition(makeView(change), NOW, online);
}

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
    expect(conditionOf(change, false)).toEqual({ name: 'reauthorize', reason: 'revoked' });
  });

  test('is the refused client ID, when Spotify refuses it', () => {
    expect(conditionOf({ token: { status: 'misconfigured' } })).toEqual({ name: 'misconfigured' });
  });

  test('tells a spent quota from a short limit', () => {
    const lastError = failed('api/rate-limited');
    expect(conditionOf({ sync: { notBefore: LATER, lastError } })).toEqual({
      name: 'rate-limited',
      until: LATER,
    });
    expect(conditionOf({ sync: { notBefore: LATER, lastError, quotaExceeded: true } })).toEqual({
      name: 'quota',
      until: LATER,
    });
    expect(conditionOf({ token: { notBefore: LATER } }).name).toBe('rate-limited');
  });

  test('forgets a limit that is over', () => {
    expect(conditionOf({ sync: { notBefore: NOW, quotaExceeded: true } }).name).toBe('connected');
  });

  test('is the missing network, by the word of the browser or of the last sync', () => {
    expect(conditionOf({}, false)).toEqual({ name: 'offline' });
    expect(conditionOf({ sync: { lastError: failed('api/offline') } })).toEqual({
      name: 'offline',
    });
  });

  test('is what failed last, and when it is tried again', () => {
    const lastError = failed('api/unavailable');
    expect(conditionOf({ sync: { notBefore: LATER, lastError } })).toEqual({
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

  test('is the later one of token and sync', () => {
    const view = makeView({
      token: { lastError: failed('token/unavailable', NOW) },
      sync: { lastError: failed('api/unavailable', NOW + 1) },
    });
    expect(findLastError(view)?.code).toBe('api/unavailable');
  });
});
