/** What is wrong with the account the popup shows, if anything: one thing, with one way to mend it. */
import type { ErrorRecord } from '../../domain/app-error.ts';
import type { AccountView, Overview } from '../../messages/contract.ts';
import { errorText } from '../error-text.ts';
import type { ErrorAction } from '../error-words.ts';
import { formatDate } from '../format.ts';
import { findCondition } from '../account-condition.ts';
import { t, type MessageKey } from '../text.ts';

/** Flat, so that it can be remembered for the next first paint. */
export interface Trouble {
  name:
    | 'error'
    | 'no-access'
    | 'locked'
    | 'signed-out'
    | 'history-lost'
    | 'settings-lost'
    | 'passphrase-lost'
    | 'renewal-due'
    | 'possible-gap';
  /** Of an `error`. */
  error: ErrorRecord | null;
  /** UTC ms: until when to renew, or when the gap was noticed. */
  at: number | null;
}

/**
 * The gravest first; null when all is well. Being offline is no trouble: the state line says it, and
 * there is nothing to mend.
 */
export function findTrouble(
  overview: Overview,
  view: AccountView,
  { now, online }: { now: number; online: boolean },
): Trouble | null {
  const { hostAccess } = overview;
  const condition = findCondition(view, { now, online, hostAccess });
  switch (condition.name) {
    case 'no-access':
    case 'locked':
    case 'signed-out':
      return { name: condition.name, error: null, at: null };
    case 'reauthorize': {
      const { reason } = condition;
      return failed({ code: 'token/reauthorize', data: reason === null ? {} : { reason } });
    }
    case 'misconfigured':
      return failed({ code: 'token/misconfigured', data: {} });
    case 'quota':
      return failed({ code: 'api/quota-exceeded', data: { retryAt: condition.until } });
    case 'rate-limited':
      return failed({ code: 'api/rate-limited', data: { retryAt: condition.until } });
    case 'failing':
      return failed(condition.error);
    case 'offline':
      return null;
    case 'syncing':
    case 'connected':
      break;
  }
  const { token, sync } = view;
  const { lost } = overview;
  if (lost.history !== null) return { name: 'history-lost', error: null, at: lost.history };
  if (lost.passphrase !== null) {
    return { name: 'passphrase-lost', error: null, at: lost.passphrase };
  }
  if (lost.settings !== null) return { name: 'settings-lost', error: null, at: lost.settings };
  if (token.renewalDue) return { name: 'renewal-due', error: null, at: token.renewBy };
  if (sync.last?.possibleGap) return { name: 'possible-gap', error: null, at: sync.last.at };
  return null;
}

function failed(error: ErrorRecord): Trouble {
  return { name: 'error', error, at: null };
}

export interface TroubleText {
  tone: 'info' | 'warning' | 'danger';
  title: string;
  text: string;
  action: ErrorAction;
}

/** They pass by themselves. */
const WAITING: ReadonlySet<string> = new Set(['api/rate-limited', 'api/quota-exceeded']);

/** Whatever is not an error has fixed words. */
const WORDS: Readonly<
  Record<
    Exclude<Trouble['name'], 'error'>,
    { tone: TroubleText['tone']; what: MessageKey; advice: MessageKey; action: ErrorAction }
  >
> = {
  'no-access': {
    tone: 'warning',
    what: 'trouble_no_access',
    advice: 'trouble_no_access_do',
    action: 'open-options',
  },
  locked: {
    tone: 'warning',
    what: 'locked',
    advice: 'locked_do',
    action: 'open-options',
  },
  'signed-out': {
    tone: 'info',
    what: 'signed_out',
    advice: 'signed_out_do',
    action: 'reconnect',
  },
  'history-lost': {
    tone: 'danger',
    what: 'lost_history',
    advice: 'trouble_lost_do',
    action: 'open-options',
  },
  'passphrase-lost': {
    tone: 'danger',
    what: 'lost_passphrase',
    advice: 'trouble_lost_do',
    action: 'open-options',
  },
  'settings-lost': {
    tone: 'warning',
    what: 'lost_settings',
    advice: 'trouble_lost_do',
    action: 'open-options',
  },
  'renewal-due': {
    tone: 'info',
    what: 'trouble_renewal',
    advice: 'trouble_renewal_do',
    action: 'reconnect',
  },
  'possible-gap': {
    tone: 'info',
    what: 'trouble_gap',
    advice: 'trouble_gap_do',
    action: 'none',
  },
};

/** What a person reads about a trouble, and the button that mends it. */
export function troubleText({ name, error, at }: Trouble, now: number): TroubleText {
  if (name !== 'error') {
    const { tone, what, advice, action } = WORDS[name];
    const date = at === null ? '' : formatDate(at, 'day-of-year');
    return { tone, title: t(what, date), text: t(advice), action };
  }
  const { what, safe, advice, action } = errorText(error ?? { code: 'internal', data: {} }, now);
  const tone = error && WAITING.has(error.code) ? 'warning' : 'danger';
  return { tone, title: what, text: `${safe} ${advice}`, action };
}
