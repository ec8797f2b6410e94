/** The account's state in one line, with a mark that does not depend on colour. */
import { errorText } from '../error-text.ts';
import { formatUntil, formatRelative } from '../format.ts';
import { t } from '../text.ts';
import type { AccountCondition } from '../account-condition.ts';

interface ConditionLineProps {
  condition: AccountCondition;
  /** UTC ms. */
  now: number;
}

export function ConditionLine({ condition, now }: ConditionLineProps) {
  return (
    <p class={`condition condition--${toneOf(condition)}`}>
      <span class="condition__mark" aria-hidden="true" />
      <span>{describeCondition(condition, now)}</span>
    </p>
  );
}

const NEEDED: ReadonlySet<AccountCondition['name']> = new Set([
  'no-access',
  'locked',
  'signed-out',
  'reauthorize',
  'misconfigured',
]);

/** A full dot when all is well, a ring when something waits, a bar when a person is needed. */
function toneOf({ name }: AccountCondition): 'well' | 'waiting' | 'needed' {
  if (name === 'connected' || name === 'syncing') return 'well';
  return NEEDED.has(name) ? 'needed' : 'waiting';
}

function describeCondition(condition: AccountCondition, now: number): string {
  const { name } = condition;
  if (name === 'connected') {
    return condition.lastSyncAt === null
      ? t('options_state_connected_unsynced')
      : t('options_state_connected', formatRelative(condition.lastSyncAt, now));
  }
  if (name === 'failing') return errorText(condition.error, now).what;
  if (name === 'quota' || name === 'rate-limited') {
    return t(WAIT_WORDS[name], formatUntil(condition.until, now));
  }
  return t(STATE_WORDS[name]);
}

const WAIT_WORDS = {
  quota: 'options_state_quota',
  'rate-limited': 'options_state_rate_limited',
} as const;

const STATE_WORDS = {
  'no-access': 'options_state_no_access',
  locked: 'options_state_locked',
  'signed-out': 'options_state_reauthorize',
  syncing: 'options_state_syncing',
  reauthorize: 'options_state_reauthorize',
  misconfigured: 'options_state_misconfigured',
  offline: 'options_state_offline',
} as const;
