/**
 * The first lines of the background: registers every listener before anything is awaited, and wakes
 * the rest for what comes in. A good access token is handed out without it.
 */
import { defineBackground } from 'wxt/utils/define-background';
import { createQuickAnswer } from '../../lib/messages/quick-answer.ts';
import { isRequest, type Reply } from '../../lib/messages/request.ts';
import {
  answerMessages,
  onAlarm,
  onBrowserStart,
  onFirstInstall,
  onHostAccessChanged,
  ownIdentity,
  readSession,
} from '../../lib/platform/first-script.ts';
import type { Sender } from '../../lib/platform/runtime.ts';
import { prepareSecondScript } from '../../lib/platform/second-script.ts';
import { createTokenPeek } from '../../lib/vault/token-freshness.ts';
import type { Background } from './start-background.ts';

/** Time for a token to be handed out first, when that is what the background was started for. */
const WAKE_AFTER_MS = 50;

export default defineBackground(() => {
  let background: Background | null = null;
  const runParts = prepareSecondScript('/background-parts.js');
  const self = ownIdentity();
  const peekToken = createTokenPeek({ readSession, now: Date.now });
  const answerQuickly = createQuickAnswer({ self, peekToken });

  function wake(): Background {
    if (background) return background;
    if (!globalThis.startBackground) runParts();
    if (!globalThis.startBackground) throw new Error('The background has lost its parts');
    background = globalThis.startBackground(self);
    return background;
  }

  async function answer(message: unknown, sender: Sender): Promise<Reply | undefined> {
    return (await answerQuickly(message, sender)) ?? wake().route(message, sender);
  }

  answerMessages((message, sender) => (isRequest(message) ? answer(message, sender) : undefined));
  onAlarm((name) => wake().onRing(name));
  onBrowserStart(() => wake().onBrowserStart());
  onFirstInstall(() => wake().onFirstInstall());
  onHostAccessChanged(() => wake().onHostAccessChanged());
  setTimeout(wake, WAKE_AFTER_MS);
});
