/** How long a page waits for an access token when the background is asleep, beside a bare round trip. */
import type { DrivenPage } from '../../support/driven-page.ts';

/** Milliseconds from sending the message to its answer. */
export function measureAnswer(page: DrivenPage, message: unknown): Promise<number> {
  return page.page.evaluate(async (sent) => {
    const start = performance.now();
    const reply: unknown = await chrome.runtime.sendMessage(sent);
    const elapsed = performance.now() - start;
    if (reply === undefined || reply === null) throw new Error('No answer');
    if (typeof reply === 'object' && 'ok' in reply && reply.ok !== true) {
      throw new Error(JSON.stringify(reply));
    }
    return elapsed;
  }, message);
}
