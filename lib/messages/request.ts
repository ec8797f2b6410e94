/** What every message of ours looks like, and who may send one: known before any schema is built. */
import type { ErrorRecord } from '../domain/app-error.ts';
import type { Sender } from '../platform/runtime.ts';

export const REQUEST_TYPE = 'ostinato/request';

/** What goes over the wire in answer. */
export type Reply = { ok: true; value: unknown } | { ok: false; error: ErrorRecord };

/** This extension's id and origin: what a trusted sender must carry. */
export interface Self {
  id: string;
  origin: string;
}

/** The pages that may ask, by path below the extension's origin. */
const PAGES = new Set(['/popup.html', '/options.html', '/dashboard.html']);

/** Messages that are not requests are left to others. */
export function isRequest(
  message: unknown,
): message is { type: typeof REQUEST_TYPE; name?: unknown; request?: unknown } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === REQUEST_TYPE
  );
}

/**
 * Only a top frame of one of our own pages. A tab proves nothing (our pages open in tabs, too), and
 * the id alone would let a page of ours through that should have no business here.
 */
export function isOwnPage(sender: Sender, self: Self): boolean {
  if (sender.id !== self.id || !sender.url || !URL.canParse(sender.url)) return false;
  if (sender.origin !== undefined && sender.origin !== self.origin) return false;
  if (sender.frameId !== undefined && sender.frameId !== 0) return false;
  const { protocol, host, pathname } = new URL(sender.url);
  return `${protocol}//${host}` === self.origin && PAGES.has(pathname);
}
