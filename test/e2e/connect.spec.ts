/** The long way round: connected once, a person stays connected, whatever happens to the browser. */
import { catalog, entryOf } from '../standin/catalog.ts';
import { answerSignIn, connect, openSignIn } from '../support/sign-in.ts';
import { expect, test } from './fixtures.ts';

test('connects, survives kills and restarts, and keeps two accounts apart', async ({
  extension,
  standin,
}) => {
  const { mira, tomas } = standin.listeners;
  let options = await extension.open('options.html');

  await test.step('connect through the real sign-in window', async () => {
    await connect(options, { extension, standin, as: 'mira' });
    expect(await standin.control.count({ grantType: 'authorization_code', status: 200 })).toBe(1);
  });

  await test.step('plays appear in the popup', async () => {
    const played = await standin.control.play({ listener: 'mira' });
    await options.clickButton('Sync now');
    await options.waitForText(/Synced: \d+ new play|Synced: 0 new plays/);
    const popup = await extension.open('popup.html');
    await popup.waitForText(entryOf(catalog.tracks, played.trackId).name);
    await popup.close();
  });

  await test.step('a limit is understood even where no page could read the answer', async () => {
    // As Spotify sends it at times: without a body, and without the headers that CORS asks for.
    const bare = { kind: 'rate-limited', cors: false, body: 'none', times: 1 } as const;
    // Playlists and liked songs are read beside the plays, and would take the fault for themselves.
    const on = '/v1/me/player/recently-played';
    await standin.control.fault({ ...bare, on, retryAfterSeconds: 1 });
    await options.clickButton('Sync now');
    await options.waitForText('Spotify asked to slow down.');
    await standin.control.fault({ ...bare, on: 'token', retryAfterSeconds: 1 });
    await options.clickButton('Refresh now');
    await options.waitForText('Spotify asked to wait before the sign-in is refreshed.');
    for (const [button, done] of [
      ['Sync now', /Synced: /],
      ['Refresh now', /Access refreshed\./],
    ] as const)
      await expect(async () => {
        await options.clickButton(button);
        await options.waitForText(done, 1000);
      }).toPass();
  });

  await test.step('still connected after the background was killed', async () => {
    const refreshes = () => standin.control.count({ grantType: 'refresh_token', status: 200 });
    const before = await refreshes();
    await extension.stopBackground();
    // On a page that has not said so before.
    await options.close();
    options = await extension.open('options.html');
    await options.clickButton('Refresh now');
    await options.waitForText('Access refreshed.');
    expect(await refreshes()).toBe(before + 1);
  });

  await test.step('still connected after the browser was restarted', async () => {
    await extension.restart();
    const refreshes = await standin.control.count({ grantType: 'refresh_token' });
    options = await extension.open('options.html');
    await options.waitForText(/Connected · /);
    await options.clickButton('Sync now');
    await options.waitForText(/Synced: /);
    // The access token lived in session storage, which is gone: the refresh token brought a new one.
    expect(await standin.control.count({ grantType: 'refresh_token' })).toBeGreaterThan(refreshes);
    expect(await standin.control.count({ grantType: 'authorization_code' })).toBe(1);
  });

  await test.step('a second account comes beside the first', async () => {
    await standin.control.endSessions();
    await options.clickButton('Connect another account');
    const window = await openSignIn(options, { extension, standin });
    await answerSignIn(window, { standin, as: 'tomas' });
    await options.waitForButton(`Disconnect ${tomas.displayName}`);
    await options.waitForButton(`Disconnect ${mira.displayName}`);
  });

  await test.step('disconnecting one leaves the other as it was', async () => {
    await options.waitForText(/Connected · synced [\s\S]*Connected · synced /);
    const [signIns, refreshes] = await Promise.all([
      standin.control.count({ grantType: 'authorization_code' }),
      standin.control.count({ grantType: 'refresh_token' }),
    ]);
    await options.clickButton(`Disconnect ${mira.displayName}`);
    await options.clickButton('Disconnect');
    await options.waitForText(`${mira.displayName} is disconnected`);
    await options.clickButton('Close');
    await expect.poll(() => options.has('button', `Disconnect ${mira.displayName}`)).toBe(false);

    await options.clickButton('Sync now');
    await options.waitForText(/Synced: /);
    const popup = await extension.open('popup.html');
    await popup.waitForText(tomas.displayName);
    expect(await popup.text()).not.toContain(mira.displayName);
    // The other one's tokens were good all the time.
    expect(await standin.control.count({ grantType: 'authorization_code' })).toBe(signIns);
    expect(await standin.control.count({ grantType: 'refresh_token' })).toBe(refreshes);
    const traces = await popup.page.evaluate(tracesOfTokens);
    expect(traces).toContain(tomas.accountId);
    expect(traces).not.toContain(mira.accountId);
    await popup.close();
  });

  await test.step('what was kept is named, shown, and deleted when asked to', async () => {
    await options.waitForText('Kept listening');
    const dashboard = await extension.open(`dashboard.html#account=${mira.accountId}`);
    await dashboard.waitForText('Recent streams');
    await dashboard.close();
    await options.clickButton(`Delete the listening of ${mira.displayName}`);
    await options.clickButton('Delete for good');
    await expect.poll(() => options.text()).not.toContain('Kept listening');
  });

  await test.step('saying no in the window leaves everything as it was', async () => {
    await options.clickButton('Connect another account');
    const window = await openSignIn(options, { extension, standin });
    await window.clickButton('Cancel');
    await window.waitForClose();
    await options.waitForText('Access was refused in the sign-in window');
    await options.waitForText(tomas.displayName);
  });
});

test('forgets the sign-in with the browser, and keeps the listening, when told to', async ({
  extension,
  standin,
}) => {
  let options = await extension.open('options.html');
  await connect(options, { extension, standin, as: 'mira' });
  await options.waitForText('synced just now');
  await options.clickText('Forget sign-ins when the browser closes');
  await options.waitForText('Saved');

  await extension.restart();
  options = await extension.open('options.html');
  await options.waitForText('Not connected: your sign-in is needed');
  await options.waitForText(/plays? kept since/);
});

/** Runs in a page: all that stands in alarms, session storage and the vault's database, as text. */
async function tracesOfTokens(): Promise<string> {
  const opening = indexedDB.open('ostinato-vault');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
  });
  const stores = [...database.objectStoreNames];
  const keys = await Promise.all(
    stores.map(
      (name) =>
        new Promise<IDBValidKey[]>((resolve, reject) => {
          const request = database.transaction(name).objectStore(name).getAllKeys();
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
        }),
    ),
  );
  database.close();
  const alarms = await chrome.alarms.getAll();
  return JSON.stringify([keys, alarms, await chrome.storage.session.get(null)]);
}
