/** A passphrase: what it asks of a person, and what a copy of the profile is worth without it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalog, entryOf } from '../standin/catalog.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import { ask } from '../support/ask.ts';
import { findInFolder } from '../support/find-in-folder.ts';
import { connect } from '../support/sign-in.ts';
import { expect, test } from './fixtures.ts';

const PHRASE = 'seven lamps under water';
const LOCKED = 'Your sign-ins are locked.';

test('makes a copy of the profile worth nothing', async ({ extension, standin }) => {
  const { accountId } = standin.listeners.mira;
  const options = await extension.open('options.html');
  await connect(options, { extension, standin, as: 'mira' });
  expect(await ask(options, 'passphrase.turn-on', { passphrase: PHRASE })).toContain('"ok":true');
  const heldKey = await options.page.evaluate(findHeldKey);
  expect(heldKey).toMatch(/^.{44}$/);
  await extension.quit();

  const copy = mkdtempSync(join(tmpdir(), 'ostinato-copied-profile-'));
  try {
    cpSync(extension.profileDir, copy, { recursive: true });
    const bytes = Buffer.from(heldKey, 'base64');
    expect(findInFolder(copy, [heldKey, PHRASE, bytes.toString('hex'), bytes])).toEqual([]);
    const requests = await standin.control.count({});

    await extension.restart(copy);
    const stolen = await extension.open('options.html');
    await stolen.waitForText(LOCKED);
    // All that can be had of the vault from within, as code of ours would see it.
    const vault = await stolen.page.evaluate(lookIntoVault);
    expect(vault).toEqual({ keys: ['passphrase'], rows: 1, held: [] });
    expect(await ask(stolen, 'token.get', { accountId })).toContain('token/locked');
    expect(await standin.control.count({})).toBe(requests);

    // It is the passphrase that was missing, and nothing else.
    expect(await ask(stolen, 'passphrase.unlock', { passphrase: PHRASE })).toContain('"ok":true');
    expect(await ask(stolen, 'token.refresh', { accountId })).toContain('"ok":true');
  } finally {
    await extension.quit();
    rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('asks for the passphrase where it is needed @chromium', async ({ extension, standin }) => {
  let options = await extension.open('options.html');
  await connect(options, { extension, standin, as: 'mira' });

  await test.step('set one, long enough and twice the same', async () => {
    await options.clickButton('Set a passphrase');
    await fill(options, '#passphrase-next', 'short');
    await fill(options, '#passphrase-again', 'short');
    await options.clickButton('Set passphrase');
    await options.waitForText('Too short: at least 12 characters.');
    await fill(options, '#passphrase-next', PHRASE);
    await options.clickButton('Set passphrase');
    await options.waitForText('The two are not the same.');
    await look(options, 'the form');
    await fill(options, '#passphrase-again', PHRASE);
    await options.clickButton('Set passphrase');
    await options.waitForText('Set. You are asked for it when the browser starts again.');
  });

  await test.step('nobody is asked while the browser is open', async () => {
    await extension.stopBackground();
    await options.clickButton('Refresh now');
    await options.waitForText('Access refreshed.');
  });

  await test.step('every page says that it is locked, and what is kept can be seen', async () => {
    await extension.restart();
    const played = await standin.control.play({ listener: 'mira' });
    options = await extension.open('options.html');
    await options.waitForText(LOCKED);
    await options.waitForText('Locked: enter your passphrase');
    await look(options, 'locked options');
    await options.page.evaluate(syncLongAgo);
    const dashboard = await extension.open('dashboard.html');
    await dashboard.waitForText(LOCKED);
    await look(dashboard, 'locked dashboard');
    await dashboard.close();

    const popup = await extension.open('popup.html');
    await popup.waitForText(LOCKED);
    await fill(popup, '#unlock-passphrase', 'seven lamps over water');
    await popup.clickButton('Unlock');
    await popup.waitForText('This is not the passphrase.');
    await look(popup, 'locked popup');

    await fill(popup, '#unlock-passphrase', PHRASE);
    await popup.press('Enter');
    // Nobody asked for it: the sync goes on by itself.
    await popup.waitForText(entryOf(catalog.tracks, played.trackId).name);
    expect(await popup.text()).not.toContain(LOCKED);
    await options.waitForText(/Connected · synced /);
    expect(await standin.control.count({ grantType: 'authorization_code' })).toBe(1);
    await popup.close();
  });

  await test.step('it can be turned off again', async () => {
    await options.clickButton('Turn off passphrase');
    await fill(options, '#passphrase-current', PHRASE);
    await options.press('Enter');
    await options.waitForText('Turned off. Nobody is asked any more.');
    await extension.restart();
    options = await extension.open('options.html');
    await options.waitForText(/Connected · /);
    await options.clickButton('Refresh now');
    await options.waitForText('Access refreshed.');
  });
});

async function fill(page: DrivenPage, selector: string, value: string): Promise<void> {
  await page.page.locator(selector).setTimeout(10_000).fill(value);
}

async function look(page: DrivenPage, state: string): Promise<void> {
  const faults = await page.findFaultsInBothThemes(async (scheme) => {
    const pictures = process.env['OSTINATO_PICTURES'];
    if (pictures) await page.screenshot(`${pictures}/${state.replaceAll(' ', '-')}-${scheme}.png`);
  });
  expect.soft(faults, state).toEqual([]);
}

/** Runs in a page: as if the last sync were an hour old, for one that is fresh is not repeated. */
async function syncLongAgo(): Promise<void> {
  const stored: Record<string, unknown> = await chrome.storage.local.get('sync');
  const { sync } = JSON.parse(JSON.stringify(stored)) as {
    sync: { value: Record<string, { last: { at: number } }> };
  };
  for (const { last } of Object.values(sync.value)) last.at -= 3_600_000;
  await chrome.storage.local.set({ sync });
}

/** Runs in a page: the passphrase's key as the background holds it. */
async function findHeldKey(): Promise<string> {
  const held = await chrome.storage.session.get(null);
  const [, key] = Object.entries(held).find(([name]) => name.startsWith('vault.key:')) ?? [];
  return String(key);
}

/** Runs in a page: the names of all keys, how many rows, and what session storage holds. */
async function lookIntoVault() {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('ostinato-vault');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no vault')));
  });
  const read = (store: string, method: 'getAll' | 'getAllKeys') =>
    new Promise<unknown[]>((resolve) => {
      const reading = database.transaction(store).objectStore(store)[method]();
      reading.addEventListener('success', () => resolve(reading.result));
    });
  const [keys, rows] = [await read('keys', 'getAllKeys'), await read('tokens', 'getAll')];
  database.close();
  const held = Object.keys(await chrome.storage.session.get(null));
  return {
    keys,
    rows: rows.length,
    held: held.filter((name) => /vault\.(key|row|access)/.test(name)),
  };
}
