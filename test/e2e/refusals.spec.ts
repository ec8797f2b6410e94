/** Every way in which a sign-in can fail: each says what happened and leaves nothing half done. */
import { answerSignIn, connect, openSignIn } from '../support/sign-in.ts';
import { expect, test } from './fixtures.ts';

test('says why nobody was signed in, and connects at the next try', async ({
  extension,
  standin,
}) => {
  const options = await extension.open('options.html');

  await test.step('the redirect URI is not registered', async () => {
    await standin.control.set({ redirectUris: ['https://elsewhere.example/'] });
    await options.fill('Client ID', standin.clientId);
    await options.clickButton('Connect Spotify');
    await options.waitForText(
      'The redirect URI is not registered with your app at Spotify.',
      30_000,
    );
    await standin.control.reset({ accounts: true });
  });

  await test.step('the window was closed', async () => {
    const window = await openSignIn(options, { extension, standin });
    await window.close();
    await options.waitForText('The sign-in window was closed before it was done.');
  });

  await test.step('it was closed from the page', async () => {
    const window = await openSignIn(options, { extension, standin });
    await options.clickButton('Cancel');
    await window.waitForClose();
    await options.waitForButton('Connect Spotify');
  });

  await test.step('access was refused', async () => {
    const window = await openSignIn(options, { extension, standin });
    await answerSignIn(window, { standin, as: 'mira', answer: 'Cancel' });
    await options.waitForText('Access was refused in the sign-in window');
    expect(await options.text()).not.toContain('Connected ·');
  });

  const again = await openSignIn(options, { extension, standin });
  await again.clickButton('Agree');
  await options.waitForText(/Connected · /);
});

// The same in both browsers: one is known before any window opens, the other by the background.
test(
  'says that the client ID is not known, and allows one sign-in at a time',
  { tag: '@chromium' },
  async ({ extension, standin }) => {
    const other = await extension.open('options.html');
    await other.fill('Client ID', '00112233445566778899aabbccddeeff');
    await other.clickButton('Connect Spotify');
    await other.waitForText('Spotify does not know this client ID.', 30_000);
    expect(await extension.hasPage(standin.accountsUrl)).toBe(false);

    const options = await extension.open('options.html');
    const window = await openSignIn(options, { extension, standin });
    await other.waitForText('A sign-in window is open already');
    await answerSignIn(window, { standin, as: 'mira' });
    await other.waitForText(/Connected · /);
  },
);

test('starts again after the background was killed during a sign-in', async ({
  extension,
  standin,
}) => {
  const options = await extension.open('options.html');
  const orphan = await openSignIn(options, { extension, standin });
  await extension.stopBackground();
  await options.waitForText('Connect again; the old window has been closed.');
  await orphan.waitForClose();
  await connect(options, { extension, standin, as: 'mira' });
});
