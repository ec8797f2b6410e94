/** Usable by everybody: nothing for axe to find in either theme, and no mouse needed. */
import { ask } from '../support/ask.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import { answerSignIn, connect, openSignIn } from '../support/sign-in.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from './fixtures.ts';

const PAGES = ['popup.html', 'options.html', 'dashboard.html'] as const;

// What axe finds is the same in both browsers.
test(
  'has no accessibility fault, before and after connecting',
  { tag: '@chromium' },
  async ({ extension, standin }) => {
    async function lookAround(state: string) {
      for (const path of PAGES) {
        const page = await extension.open(path);
        await page.waitForText(/\w+/);
        await look(page, `${state} ${path}`);
        await page.close();
      }
    }

    await lookAround('not connected');
    const options = await extension.open('options.html');
    await connect(options, { extension, standin, as: 'mira' });
    await options.clickButton('Sync now');
    await options.waitForText(/Synced: /);
    await lookAround('connected');
  },
);

test(
  'has no accessibility fault where something is asked or went wrong',
  { tag: '@chromium' },
  async ({ extension, standin }) => {
    const { mira } = standin.listeners;
    const options = await extension.open('options.html');

    await test.step('a sign-in that failed', async () => {
      const window = await openSignIn(options, { extension, standin });
      await answerSignIn(window, { standin, as: 'mira', answer: 'Cancel' });
      await options.waitForText('Access was refused in the sign-in window');
      await look(options, 'failed sign-in');
    });

    await test.step('the guide for a second account', async () => {
      const window = await openSignIn(options, { extension, standin });
      await window.clickButton('Agree');
      await options.waitForText(`${mira.displayName} is connected`);
      await options.clickButton('Connect another account');
      await options.waitForButton('Connect Spotify');
      await look(options, 'second account');
      // A name that a screen reader can say in one breath; the explanation is read after it.
      expect(await options.has('switch', 'Forget sign-ins when the browser closes')).toBe(true);
    });

    await test.step('the question before a disconnect', async () => {
      await options.clickButton(`Disconnect ${mira.displayName}`);
      await options.waitForText(`Disconnect ${mira.displayName}?`);
      await look(options, 'disconnect dialog');
      await options.clickButton('Keep connected');
    });

    await test.step('the popup of an account whose grant was revoked', async () => {
      await standin.control.revoke({ listener: 'mira' });
      // By no button: the background, which may be reading playlists still, may have noticed already.
      await ask(options, 'token.refresh', { accountId: mira.accountId });
      await options.waitForText('Not connected: your sign-in is needed');
      await look(options, 'revoked grant');
      await options.close();
      const popup = await extension.open('popup.html');
      await popup.waitForText('The connection was ended at Spotify');
      await look(popup, 'revoked grant');
      await popup.clickButton('Sign in again');
    });

    await test.step('the renewal it leads to, refused and then granted', async () => {
      const window = await extension.waitForPage(standin.accountsUrl);
      const renewal = await extension.waitForPage(`${extension.origin()}/options.html#accounts`);
      await renewal.waitForText('Waiting for you');
      await look(renewal, 'waiting for the window');
      await window.clickButton('Cancel');
      await renewal.waitForText('Access was refused in the sign-in window');
      await look(renewal, 'refused renewal');

      await renewal.clickButton('Reconnect');
      const again = await extension.waitForPage(standin.accountsUrl);
      await again.clickButton('Agree');
      await renewal.waitForText(/Connected · /);
      await renewal.page.evaluate(makeOlder, 166);
      await renewal.close();
    });

    await test.step('a sign-in of nearly six months ago, and the click that renews it', async () => {
      const popup = await extension.open('popup.html');
      await popup.waitForText('Spotify ends this connection on');
      await look(popup, 'renewal due');
      await popup.close();
      const due = await extension.open('options.html');
      await due.waitForText('Spotify ends this sign-in on');
      await look(due, 'renewal due');
      // One click is all: Spotify knows who is there, and what was agreed to.
      await due.clickButton('Renew sign-in');
      await expect.poll(() => due.text()).not.toContain('Spotify ends this sign-in on');
      await due.waitForText(/Connected · /);
    });
  },
);

test('connects with the keyboard alone', async ({ extension, standin }) => {
  const options = await extension.open('options.html');
  await options.waitForButton('Connect Spotify');
  await tabTo(options, 'Client ID');
  await options.type(standin.clientId);
  await tabTo(options, 'Connect Spotify');
  await options.press('Enter');

  const window = await extension.waitForPage(standin.accountsUrl);
  const signIn = `Sign in as ${standin.listeners.mira.displayName}`;
  await window.waitForButton(signIn);
  await tabTo(window, signIn);
  await window.press('Enter');
  await window.waitForButton('Agree');
  await tabTo(window, 'Agree');
  await window.press('Enter');

  await options.waitForText(/Connected · /);
});

async function look(page: DrivenPage, state: string): Promise<void> {
  expect.soft(await page.findFaultsInBothThemes(), state).toEqual([]);
}

/** Runs in a page: all sign-ins are so many days older. */
async function makeOlder(days: number): Promise<void> {
  const opening = indexedDB.open('ostinato-vault');
  await new Promise((resolve, reject) => {
    opening.addEventListener('success', resolve);
    opening.addEventListener('error', () => reject(new Error('not opened')));
  });
  const write = opening.result.transaction('tokens', 'readwrite');
  const walk = write.objectStore('tokens').openCursor();
  walk.addEventListener('success', () => {
    if (!walk.result) return;
    const row = walk.result.value as { authorizedAt: number };
    walk.result.update({ ...row, authorizedAt: row.authorizedAt - days * 86_400_000 });
    walk.result.continue();
  });
  await new Promise((resolve) => {
    write.addEventListener('complete', resolve);
  });
  opening.result.close();
}
