/** Every way in which a sign-in can fail: each says what happened and leaves nothing half done. */
import { answerSignIn, connect, openSignIn } from '../support/sign-in.ts';
import { expect, test } from './fixtures.ts';

test('says that access was refused, and connects at the second try', async ({
  extension,
  standin,
}) => {
  const options = await extension.open('options.html');
  const window = await openSignIn(options, { extension, standin });
  await answerSignIn(window, { standin, as: 'mira', answer: 'Cancel' });
  await options.waitForText('Access was refused in the sign-in window');
  expect(await options.text()).not.toContain('Connected ·');

  const again = await openSignIn(options, { extension, standin });
  await again.clickButton('Agree');
  await options.waitForText(/Connected · /);
});

test(
  'says that the client ID is not known',
  { tag: '@chromium' },
  async ({ extension, standin }) => {
    const options = await extension.open('options.html');
    await options.fill('Client ID', '00112233445566778899aabbccddeeff');
    await options.clickButton('Connect Spotify');
    await options.waitForText('Spotify does not know this client ID.', 30_000);
    expect(await extension.hasPage(standin.accountsUrl)).toBe(false);
  },
);

test('says that the redirect URI is not registered', async ({ extension, standin }) => {
  await standin.control.set({ redirectUris: ['https://elsewhere.example/'] });
  const options = await extension.open('options.html');
  await options.fill('Client ID', standin.clientId);
  await options.clickButton('Connect Spotify');
  await options.waitForText('The redirect URI is not registered with your app at Spotify.', 30_000);
});

test('takes a closed window for a change of mind', async ({ extension, standin }) => {
  const options = await extension.open('options.html');
  const window = await openSignIn(options, { extension, standin });
  await window.close();
  await options.waitForText('The sign-in window was closed before it was done.');
});

test('lets the window be closed from the page', async ({ extension, standin }) => {
  const options = await extension.open('options.html');
  const window = await openSignIn(options, { extension, standin });
  await options.clickButton('Cancel');
  await window.waitForClose();
  await options.waitForButton('Connect Spotify');
});

test('allows one sign-in at a time', { tag: '@chromium' }, async ({ extension, standin }) => {
  const other = await extension.open('options.html');
  const options = await extension.open('options.html');
  const window = await openSignIn(options, { extension, standin });
  await other.waitForText('A sign-in window is open already');
  await answerSignIn(window, { standin, as: 'mira' });
  await other.waitForText(/Connected · /);
});

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
