/** Says how far asking about an account's music has come, and why it rests. Pure. */
import { spentUntil, type Allowance } from './detail-allowance.ts';
import type { Pause } from './detail-memory.ts';
import type { ErrorCode } from '../domain/app-error.ts';
import type { DetailPlan } from '../domain/detail-plan.ts';
import type { DetailState } from '../domain/detail-state.ts';
import type { GateState } from '../spotify/gate.ts';

interface Circumstances {
  accountId: string;
  plan: DetailPlan;
  isEnabled: boolean;
  isOnline: boolean;
  /** Of the account whose access token would be used; null when nobody is signed in. */
  carrier: {
    pause: Pause | null;
    gate: Pick<GateState, 'notBefore' | 'wait'>;
    allowance: Allowance;
  } | null;
}

export function describeDetails(circumstances: Circumstances): DetailState {
  const { accountId, plan, isEnabled } = circumstances;
  const state = { accountId, reason: null, until: null, counts: plan.counts };
  if (!isEnabled) return { ...state, status: 'off' };
  if (plan.plannedAt !== null && plan.next.length === 0 && plan.wanted.length === 0) {
    return { ...state, status: 'done' };
  }
  const pause = findPause(circumstances);
  return pause ? { ...state, status: 'paused', ...pause } : { ...state, status: 'working' };
}

function findPause({
  isOnline,
  carrier,
}: Circumstances): Pick<DetailState, 'reason' | 'until'> | null {
  if (!carrier) return { reason: 'signed-out', until: null };
  if (!isOnline) return { reason: 'offline', until: null };
  const { gate, pause, allowance } = carrier;
  if (gate.notBefore !== null) {
    return { reason: reasonOf(gate.wait?.code ?? 'api/unavailable'), until: gate.notBefore };
  }
  if (pause) return { reason: reasonOf(pause.code), until: pause.until };
  const until = spentUntil(allowance);
  return until === null ? null : { reason: 'daily-limit', until };
}

function reasonOf(code: ErrorCode): NonNullable<DetailState['reason']> {
  if (code === 'api/quota-exceeded') return 'quota';
  if (code === 'api/rate-limited' || code === 'token/rate-limited') return 'rate-limited';
  if (code === 'api/offline') return 'offline';
  if (code === 'token/reauthorize' || code === 'token/unknown-account') return 'signed-out';
  return 'failing';
}
