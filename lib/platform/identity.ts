/** The browser's sign-in window: opens an authorization URL and catches the redirect. */
import { browser } from 'wxt/browser';
import { leadsElsewhere } from './leads-elsewhere.ts';

export interface Identity {
  /** Derived from the extension's stable id: the same on every machine. */
  redirectUri(): string;
  /**
   * Opens `url` and resolves with the redirect it ends in. Rejects with whatever the browser says
   * when the window is closed, when another one is open, or, without `interactive`, when a person
   * would have to act. `onWindow` gets the id of the window as soon as it is there.
   */
  launch(
    url: string,
    options: { interactive: boolean; onWindow?: (windowId: number) => void },
  ): Promise<string>;
  /** Closes a sign-in window that a dead background left behind; silent if it is gone. */
  closeWindow(windowId: number): Promise<void>;
  /**
   * Closes every popup window that shows a page below this address, which must be one we may reach;
   * not those whose address says that they sign in to something else.
   */
  closeWindowsAt(url: string): Promise<void>;
}

async function closeWindow(windowId: number): Promise<void> {
  await browser.windows.remove(windowId).catch(() => undefined);
}

export function browserIdentity(): Identity {
  return {
    redirectUri: () => browser.identity.getRedirectURL(),
    async launch(url, { interactive, onWindow }) {
      const noteWindow = (window: { id?: number | undefined; type?: string | undefined }) => {
        if (window.id === undefined || window.type !== 'popup') return;
        browser.windows.onCreated.removeListener(noteWindow);
        onWindow?.(window.id);
      };
      browser.windows.onCreated.addListener(noteWindow);
      try {
        const redirect = await browser.identity.launchWebAuthFlow({ url, interactive });
        if (!redirect) throw new Error('The sign-in window closed without a redirect');
        return redirect;
      } finally {
        browser.windows.onCreated.removeListener(noteWindow);
      }
    },
    closeWindow,
    async closeWindowsAt(url) {
      const { protocol, hostname } = new URL(url);
      // Where we may reach the host, its tabs show their addresses. A pattern takes no port.
      const tabs = await browser.tabs.query({
        url: `${protocol}//${hostname}/*`,
        windowType: 'popup',
      });
      const redirectUri = browser.identity.getRedirectURL();
      const found = tabs.filter(
        (tab) => tab.url?.startsWith(`${url}/`) && !leadsElsewhere(tab.url, redirectUri),
      );
      const windowIds = found.flatMap(({ windowId }) => windowId ?? []);
      await Promise.all(windowIds.map(closeWindow));
    },
  };
}
