/**
 * Answers with a good access token before the router is there: a page that calls the Web API must not
 * wait for a sleeping background to build all its parts.
 */
import type { AccessToken } from '../domain/token-state.ts';
import type { Sender } from '../platform/runtime.ts';
import { isOwnPage, isRequest, type Reply, type Self } from './request.ts';

interface QuickAnswerOptions {
  self: Self;
  /** A token that is good for a while, or null for anything else. */
  peekToken: (accountId: string) => Promise<AccessToken | null>;
}

/**
 * Null for all but a `token.get` of one of our pages whose account has a good token: the router, which
 * would have answered the same, is to be asked then. Never rejects.
 */
export function createQuickAnswer({ self, peekToken }: QuickAnswerOptions) {
  return async (message: unknown, sender: Sender): Promise<Reply | null> => {
    if (!isRequest(message) || message.name !== 'token.get' || !isOwnPage(sender, self))
      return null;
    const accountId = readAccountId(message.request);
    if (accountId === null) return null;
    const value = await peekToken(accountId).catch(() => null);
    return value && { ok: true, value };
  };
}

function readAccountId(request: unknown): string | null {
  if (typeof request !== 'object' || request === null || !('accountId' in request)) return null;
  return typeof request.accountId === 'string' ? request.accountId : null;
}
