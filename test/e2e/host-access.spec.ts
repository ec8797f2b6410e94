/** Firefox lets a person take back the access to Spotify's hosts: it is asked for again, where it is missed. */
import { connect } from '../support/sign-in.ts';
import { expect, test } from './fixtures.ts';

test.skip(({ target }) => target !== 'firefox', 'Chromium knows no such switch for two hosts');

test('asks for the access it has lost, and goes on', async ({ extension, standin }) => {
  const options = await extension.open('options.html');
  await connect(options, { extension, standin, as: 'mira' });
  const removed = await options.page.evaluate(() => {
    const origins = chrome.runtime.getManifest().host_permissions ?? [];
    return chrome.permissions.remove({ origins });
  });
  expect(removed).toBe(true);
  await options.waitForText('This browser keeps Ostinato from reaching Spotify');
  const popup = await extension.open('popup.html');
  await popup.waitForText('Ostinato may not reach Spotify');
  await popup.close();

  await options.clickButton('Allow access');
  await expect.poll(() => options.text()).not.toContain('keeps Ostinato from reaching Spotify');
  await options.clickButton('Sync now');
  await options.waitForText(/Synced: /);
});
