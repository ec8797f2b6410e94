/** Asks the background as a page of the extension does. */
import type { DrivenPage } from './driven-page.ts';

/** What a page of the extension gets for a message, as JSON. */
export function ask(page: DrivenPage, name: string, request: object): Promise<string> {
  return page.page.evaluate(
    async (message) => JSON.stringify(await chrome.runtime.sendMessage(message)),
    { type: 'ostinato/request', name, request },
  );
}
