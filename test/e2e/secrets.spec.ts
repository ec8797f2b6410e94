/** Tokens stay where they belong: not on the disk as text, not in logs, not in messages. */
import type { MessageName, RequestOf } from '../../lib/messages/contract.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import { ask } from '../support/ask.ts';
import { findInFolder } from '../support/find-in-folder.ts';
import { answerSignIn, connect } from '../support/sign-in.ts';
import { expect, test } from './fixtures.ts';

type Requests = { [N in MessageName]: RequestOf<N> };

/** A text that must be found where a leaked token would be. */
const CANARY = 'canary-7f3a91c2e8d045b6af12';

const PHRASE = 'four words make a passphrase';

test('leaves no token in the profile or the log', async ({ extension, standin }) => {
  await standin.control.set({ rotation: 'grace' });
  const options = await extension.open('options.html');
  await connect(options, { extension, standin, as: 'mira' });
  await extension.stopBackground();
  await options.clickButton('Refresh now');
  await options.waitForText('Access refreshed.');
  await options.clickButton('Sync now');
  await options.waitForText(/Synced: /);
  await options.page.evaluate(async (canary) => {
    console.log(canary);
    await chrome.storage.local.set({ canary });
  }, CANARY);
  await extension.quit();

  const { accessTokens, refreshTokens } = await standin.control.issuedTokens();
  const tokens = [...accessTokens, ...refreshTokens];
  expect(tokens.length).toBeGreaterThan(3);
  expect(findInFolder(extension.profileDir, [CANARY])).not.toEqual([]);
  expect(findInFolder(extension.profileDir, tokens)).toEqual([]);
  expect(extension.log()).toContain(CANARY);
  expect(tokens.filter((token) => extension.log().includes(token))).toEqual([]);
});

test(
  'gives a page the access token it asks for, no other',
  { tag: '@waits' },
  async ({ extension, standin }) => {
    const page = await extension.open('dashboard.html');
    await listenToBroadcasts(page);
    const accountId = standin.listeners.mira.accountId;
    const signIn = ask(page, 'sign-in.start', { clientId: standin.clientId, renew: null });
    const window = await extension.waitForPage(standin.accountsUrl);
    await answerSignIn(window, { standin, as: 'mira' });

    // In this order: the account is gone at the end.
    const requests: Omit<Requests, 'sign-in.start'> = {
      'overview.get': {},
      'sign-in.cancel': {},
      'account.select': { accountId },
      'token.get': { accountId },
      'token.state': { accountId },
      'token.refresh': { accountId },
      'sync.now': { accountId },
      'saved.refresh': { accountId },
      'saved.state': { accountId },
      'history.changed': { accountId },
      'details.want': { accountId, uris: [] },
      'snapshot.get': { accountId },
      'now-playing.get': { accountId },
      'settings.set': { syncIntervalMinutes: 5 },
      'diagnostics.get': { accountId },
      'passphrase.turn-on': { passphrase: PHRASE },
      'passphrase.unlock': { passphrase: PHRASE },
      'passphrase.change': { current: PHRASE, next: `${PHRASE}, too` },
      'passphrase.turn-off': { current: `${PHRASE}, too` },
      'passphrase.forget': {},
      'losses.dismiss': {},
      'account.disconnect': { accountId, deleteHistory: false },
      'listening.delete': { accountId },
    };
    const replies: Record<string, string> = { 'sign-in.start': await signIn };
    for (const [name, request] of Object.entries(requests)) {
      replies[name] = await ask(page, name, request);
    }

    const { accessTokens, refreshTokens } = await standin.control.issuedTokens();
    for (const [name, reply] of Object.entries(replies)) {
      expect.soft(reply, name).toContain('"ok":true');
      const secrets = name === 'token.get' ? refreshTokens : [...accessTokens, ...refreshTokens];
      expect
        .soft(
          secrets.filter((secret) => reply.includes(secret)),
          name,
        )
        .toEqual([]);
    }
    expect(accessTokens.some((token) => replies['token.get']?.includes(token))).toBe(true);

    const broadcasts = await page.page.evaluate(
      () => document.documentElement.dataset['heard'] ?? '',
    );
    expect(broadcasts).toContain('ostinato/revision');
    const secrets = [...accessTokens, ...refreshTokens];
    expect(secrets.filter((secret) => broadcasts.includes(secret))).toEqual([]);
  },
);

/** Notes every broadcast on the page itself, where a later look finds it. */
async function listenToBroadcasts(page: DrivenPage): Promise<void> {
  await page.page.evaluate(() => {
    chrome.runtime.onMessage.addListener((message: unknown) => {
      const { dataset } = document.documentElement;
      dataset['heard'] = (dataset['heard'] ?? '') + JSON.stringify(message);
    });
  });
}
