/** Where in the guided section a failed sign-in is mended. */
import type { ErrorCode } from '../../domain/app-error.ts';

export type ConnectStep = 'create-app' | 'redirect-uri' | 'client-id' | 'connect';

/** The step to look at again; `connect` when trying again is all there is to do. */
export function findTroubledStep(code: ErrorCode): ConnectStep {
  if (code === 'oauth/not-allowed') return 'create-app';
  if (code === 'oauth/redirect-mismatch') return 'redirect-uri';
  if (code === 'oauth/wrong-client' || code === 'token/misconfigured') return 'client-id';
  return 'connect';
}
