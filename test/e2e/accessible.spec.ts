/** Usable by everybody: nothing for axe to find in either theme, and no mouse needed. */
import type { DrivenPage } from '../support/driven-page.ts';
import { connect } from '../support/sign-in.ts';
import { expect, test } from './fixtures.ts';

const PAGES = ['popup.html', 'options.html', 'dashboard.html'] as const;
const SCHEMES = ['light', 'dark'] as const;

test('has no accessibility fault, before and after connecting', async ({ extension, standin }) => {
  async function look(state: string) {
    for (const path of PAGES) {
      const page = await extension.open(path);
      await page.waitForText(/\w+/);
      for (const scheme of SCHEMES) {
        await page.setColorScheme(scheme);
        await page.waitForStillness();
        expect.soft(await page.findAccessibilityFaults(), `${state} ${path} ${scheme}`).toEqual([]);
      }
      await page.close();
    }
  }

  await look('not connected');
  const options = await extension.open('options.html');
  await connect(options, { extension, standin, as: 'mira' });
  await options.clickButton('Sync now');
  await options.waitForText(/Synced: /);
  await look('connected');
});

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

async function tabTo(page: DrivenPage, label: string): Promise<void> {
  const passed: string[] = [];
  while ((await page.focused()) !== label) {
    expect(passed.length, `Tab never reached "${label}", only: ${passed.join(', ')}`).toBeLessThan(
      60,
    );
    await page.press('Tab');
    passed.push(await page.focused());
  }
}
