import { beforeAll, expect, it } from 'vitest';
import type { DetailState } from '../../../../lib/domain/detail-state.ts';
import { describeDetails } from '../../../../lib/ui/details-text.ts';
import { speakEnglish } from '../english.ts';
import { HOUR_MS, NOW } from '../fixtures.ts';

beforeAll(() => speakEnglish());

const counts = {
  albums: { done: 312, total: 1204 },
  artists: { done: 40, total: 320 },
  tracks: { done: 0, total: 9000 },
};

function say(changes: Partial<DetailState> = {}) {
  const state: DetailState = {
    accountId: 'ada',
    status: 'working',
    reason: null,
    until: null,
    counts,
    ...changes,
  };
  return describeDetails(state, NOW);
}

it('says how many albums are known, and of artists once all albums are', () => {
  expect(say()).toBe('Details of 312 of 1,204 albums fetched');
  const whole = { ...counts, albums: { done: 1204, total: 1204 } };
  expect(say({ counts: whole })).toBe('Details of all 1,204 albums fetched · 40 of 320 artists');
  const all = { ...whole, artists: { done: 320, total: 320 } };
  expect(say({ counts: all, status: 'done' })).toBe('Details of all 1,204 albums fetched');
});

it('says until when it rests and why', () => {
  const until = NOW + 2 * HOUR_MS + 5 * 60_000;
  expect(say({ status: 'paused', reason: 'quota', until })).toBe(
    'Details of 312 of 1,204 albums fetched · paused until 14:05, Spotify’s quota is spent',
  );
  expect(say({ status: 'paused', reason: 'offline' })).toMatch(/ · paused, this computer is off/);
  expect(say({ status: 'off' })).toMatch(/ · switched off$/);
});

it('says nothing before anything was counted, nor where there is no music', () => {
  expect(say({ counts: null })).toBeNull();
  expect(say({ counts: { ...counts, albums: { done: 0, total: 0 } } })).toBeNull();
});
