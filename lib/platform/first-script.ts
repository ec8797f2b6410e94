/**
 * What the background's first script needs of the browser, without webextension-polyfill: to load and
 * to run that takes longer (2 to 3 ms) than a stopped background has to hand out a token. The rest of
 * the background, and every page, goes through `wxt/browser`. All of it must be called synchronously
 * when the background starts.
 */
import type { browser as polyfilled } from 'wxt/browser';
import type { Sender } from './runtime.ts';

type Native = Pick<typeof polyfilled, 'alarms' | 'permissions' | 'storage'> & {
  runtime: Omit<typeof polyfilled.runtime, 'onMessage'> & { onMessage: NativeMessages };
};

/** As both browsers know it; a promise as an answer is not for Chromium 120. */
interface NativeMessages {
  addListener(
    listener: (
      message: unknown,
      sender: Partial<Sender>,
      respond: (reply: unknown) => void,
    ) => boolean,
  ): void;
}

declare global {
  var browser: Native | undefined;
}

declare const chrome: Native;

function native(): Native {
  // By its full name: WXT imports the polyfill for the word alone.
  return globalThis.browser ?? chrome;
}

/** Answers messages; a listener that returns undefined leaves the message to others. */
export function answerMessages(
  listener: (message: unknown, sender: Sender) => Promise<unknown> | undefined,
): void {
  native().runtime.onMessage.addListener((message, { id, origin, url, frameId }, respond) => {
    const reply = listener(message, { id, origin, url, frameId });
    // A listener that fails must not leave the page waiting: no reply is an answer, too.
    reply?.then(respond, () => respond(undefined));
    // Tells the browser that the answer comes later.
    return reply !== undefined;
  });
}

export function onAlarm(listener: (name: string) => void): void {
  native().alarms.onAlarm.addListener(({ name }) => listener(name));
}

/** Listening is what makes the browser start the background with itself. */
export function onBrowserStart(listener: () => void): void {
  native().runtime.onStartup.addListener(listener);
}

/** Runs after installing, in the first start of the background. */
export function onFirstInstall(listener: () => void): void {
  native().runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') listener();
  });
}

export function onHostAccessChanged(listener: () => void): void {
  const { onAdded, onRemoved } = native().permissions;
  onAdded.addListener(listener);
  onRemoved.addListener(listener);
}

/** This extension's id and origin (`chrome-extension://…` or `moz-extension://…`, no slash). */
export function ownIdentity(): { id: string; origin: string } {
  const { runtime } = native();
  return { id: runtime.id, origin: new URL(runtime.getURL('')).origin };
}

export async function readSession(key: string): Promise<unknown> {
  return (await native().storage.session.get(key))[key];
}
