import { beforeEach, describe, expect, it } from 'vitest';
import { ErrorCode } from '../../../lib/domain/app-error.ts';
import { errorText } from '../../../lib/ui/error-text.ts';
import { ERROR_WORDS } from '../../../lib/ui/error-words.ts';
import { speakEnglish } from './english.ts';
import { HOUR_MS, NOW } from './fixtures.ts';

const codes = ErrorCode.options;
const adviceToWait = (retryAt: number) =>
  errorText({ code: 'api/rate-limited', data: { retryAt } }, NOW).advice;
const words = (code: ErrorCode) => errorText({ code, data: {} }, NOW);

beforeEach(() => speakEnglish());

describe('the table of errors', () => {
  it.each(codes)('has words for %s: what happened, what is safe, what to do', (code) => {
    const { what, safe, advice } = words(code);
    for (const text of [what, safe, advice]) expect(text).toMatch(/^\S.*\.$/s);
  });

  it('gives each outcome of a sign-in its own sentence', () => {
    const outcomes = codes.filter((code) => code.startsWith('oauth/'));
    expect(new Set(outcomes.map((code) => words(code).what)).size).toBe(outcomes.length);
  });

  it('has no row for a code that does not exist', () => {
    expect(Object.keys(ERROR_WORDS).toSorted()).toEqual(codes.toSorted());
  });

  it('says why an account must sign in again', () => {
    const data = { reason: 'expired-after-six-months' } as const;
    expect(errorText({ code: 'token/reauthorize', data }, NOW).what).toContain('six months');
  });

  it('says until when to wait, where that is known and still to come', () => {
    expect(adviceToWait(NOW + 2 * HOUR_MS)).toContain('Not before 14:00.');
    expect(adviceToWait(NOW - 1)).not.toContain('Not before');
    expect(adviceToWait(NOW + 30 * HOUR_MS)).toContain('22 Nov 2026');
  });

  it('never shows what an error carries for the diagnostics', () => {
    const text = JSON.stringify(errorText({ code: 'internal', data: { detail: 'SECRET' } }, NOW));
    expect(text).not.toContain('SECRET');
  });
});
