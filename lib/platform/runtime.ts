/** Messages, versions and pages of the extension itself. */
import { browser } from 'wxt/browser';

/** Who sent a message, as far as it can be trusted. */
export interface Sender {
  id: string | undefined;
  origin: string | undefined;
  url: string | undefined;
  frameId: number | undefined;
}

/** Sends to the background; rejects when nothing listens there. */
export function sendMessage(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** Tells every open page; no page is open most of the time, and that is fine. */
export async function broadcast(message: unknown): Promise<void> {
  await browser.runtime.sendMessage(message).catch(() => undefined);
}

/**
 * Answers messages. A listener that returns undefined leaves the message to others. Must be called
 * synchronously when the background starts.
 */
export function onMessage(
  listener: (message: unknown, sender: Sender) => Promise<unknown> | undefined,
): void {
  // oxlint-disable-next-line typescript/no-misused-promises -- a promise is the reply, through the polyfill
  browser.runtime.onMessage.addListener((message: unknown, sender: SenderLike) =>
    listener(message, {
      id: sender.id,
      origin: sender.origin,
      url: sender.url,
      frameId: sender.frameId,
    }),
  );
}

interface SenderLike {
  id?: string;
  origin?: string;
  url?: string;
  frameId?: number;
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** A new tab: an options page that is open already may be in the middle of something. */
export async function openOptionsAt(hash: `#${string}`): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html${hash}`) });
}

export async function openDashboard(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') });
}
