/** What a person reads about each error: what happened, what is safe, and what can be done. */
import type { ErrorRecord, ReauthorizeReason } from '../domain/app-error.ts';
import { ERROR_WORDS, type ErrorAction } from './error-words.ts';
import { formatUntil } from './format.ts';
import { t, type MessageKey } from './text.ts';

const REASONS: Readonly<Record<ReauthorizeReason, MessageKey>> = {
  revoked: 'error_reason_revoked',
  'expired-after-six-months': 'error_reason_expired',
  'rotation-lost': 'error_reason_rotation_lost',
};

/** An error in words. */
export interface ErrorText {
  what: string;
  safe: string;
  advice: string;
  action: ErrorAction;
}

/** The words for an error, with its reason and the time to wait for where it carries them. */
export function errorText({ code, data }: ErrorRecord, now: number): ErrorText {
  const { what, safe, advice, action } = ERROR_WORDS[code];
  const { reason, retryAt } = data;
  const advices = [t(advice)];
  if (retryAt !== undefined && retryAt > now) {
    advices.push(t('error_retry_at', formatUntil(retryAt, now)));
  }
  return {
    what: reason && code === 'token/reauthorize' ? t(REASONS[reason]) : t(what),
    safe: t(safe),
    advice: advices.join(' '),
    action,
  };
}
