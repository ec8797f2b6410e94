/** How a run of the campaign ended. */
import type { TokenState } from '../../lib/domain/token-state.ts';

export interface Ending {
  /**
   * `kept`: the refresh token survived. `repaired`: it did not, and the browser got another one
   * without a person. `none yet`: a first sign-in had stored nothing so far. `lost`: a person had to
   * sign in.
   */
  kind: 'kept' | 'repaired' | 'none yet' | 'lost';
  /** What a person was told of the loss. */
  reason: string | null;
  /** What must never be, whatever the kind. */
  wrong: string[];
}

export function describeLoss({ status, reason, lastError }: TokenState): Ending {
  return { kind: 'lost', reason: reason ?? `${status}: ${lastError?.error.code}`, wrong: [] };
}
