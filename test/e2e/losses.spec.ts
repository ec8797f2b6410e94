/** Files that a disk has spoilt: the browser opens them as if they were new, and says nothing. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../support/ask.ts';
import { connect } from '../support/sign-in.ts';
import { expect, test } from './fixtures.ts';

test('tells of a store that came back empty, and goes on collecting', async ({
  extension,
  standin,
}) => {
  let options = await extension.open('options.html');
  await connect(options, { extension, standin, as: 'mira' });

  await test.step('the databases are spoilt', async () => {
    await extension.quit();
    const host = new URL(extension.origin()).host;
    expect(spoil(extension.profileDir, (path) => isDatabase(path, host))).toBeGreaterThan(1);
    await extension.restart();
    options = await extension.open('options.html');
    await options.waitForText('The browser lost your listening.');
    // The sign-in was lost with it; Spotify still knows who is there, and nobody has to click.
    await options.waitForText(/Connected · synced /);
    if (process.env['OSTINATO_PICTURES']) await photograph();
    await options.clickButton('To the backups');
    expect(await options.focused()).toBe('Backup');
  });

  async function photograph() {
    for (const scheme of ['light', 'dark'] as const) {
      await options.setColorScheme(scheme);
      await options.waitForStillness();
      await options.screenshot(`${process.env['OSTINATO_PICTURES']!}/lost-${scheme}.png`);
    }
  }

  await test.step('nobody is told twice', async () => {
    await options.clickButton('Close');
    await expect.poll(() => options.text()).not.toContain('The browser lost');
    await extension.stopBackground();
    await options.clickButton('Sync now');
    await options.waitForText('plays kept since');
    expect(await options.text()).not.toContain('The browser lost');
  });

  await test.step('the settings are gone', async () => {
    const host = new URL(extension.origin()).host;
    await extension.quit();
    expect(spoil(extension.profileDir, (path) => isLocalStore(path, host))).toBeGreaterThan(0);
    await extension.restart();
    const popup = await extension.open('popup.html');
    await popup.waitForText('The browser lost Ostinato’s settings.');
    // Who is connected stands beside the tokens, too.
    await popup.waitForText(standin.listeners.mira.displayName);
    await popup.close();
    options = await extension.open('options.html');
  });

  await test.step('the tokens go while the background lives', async () => {
    await options.clickButton('Refresh now');
    await options.waitForText('Access refreshed.');
    const signIns = await standin.control.count({ grantType: 'authorization_code' });
    await options.page.evaluate(deleteTokens);
    // Spotify still knows who is there; what is sealed now must open when nothing is remembered. Asked
    // as the button asks: that the answer is there says that the new tokens are stored.
    const { accountId } = standin.listeners.mira;
    expect(await ask(options, 'token.refresh', { accountId })).toContain('"ok":true');
    expect(await standin.control.count({ grantType: 'authorization_code' })).toBe(signIns + 1);
    await standin.control.endSessions();
    await extension.stopBackground();
    const sent = () => standin.control.count({ grantType: 'refresh_token', status: 200 });
    const before = await sent();
    await options.clickButton('Refresh now');
    await expect.poll(sent).toBe(before + 1);
    expect(await options.text()).toMatch(/Connected · /);
  });
});

/** Writes nonsense over the files of the profile that are meant; says how many there were. */
function spoil(profileDir: string, isMeant: (path: string) => boolean): number {
  const files = readdirSync(profileDir, { recursive: true, encoding: 'utf8' })
    .filter(isMeant)
    .map((path) => join(profileDir, path))
    .filter((path) => statSync(path).isFile());
  for (const file of files) writeFileSync(file, 'spoilt'.repeat(1000));
  return files.length;
}

/** Firefox keeps storage.local in a database, too, under a name of its own. */
const FIREFOX_LOCAL = 'userContextId';

function isDatabase(path: string, host: string): boolean {
  const isOurs = path.includes(host) && !path.includes(FIREFOX_LOCAL);
  return isOurs && /indexeddb\.leveldb|[/\\]idb[/\\]/.test(path);
}

function isLocalStore(path: string, host: string): boolean {
  if (!path.includes(host)) return false;
  return path.includes('Local Extension Settings') || /userContextId.*[/\\]idb[/\\]/.test(path);
}

/** Runs in a page: the vault's database, as if the browser had never had it. */
function deleteTokens(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('ostinato-vault');
    deleting.addEventListener('success', () => resolve());
    deleting.addEventListener('error', () => reject(new Error('not deleted')));
  });
}
