/** The browser loses the vault's database while the background lives: what is stored next must last. */
import { beforeEach, expect, it } from 'vitest';
import { VAULT_DATABASE } from '../../../lib/vault/database.ts';
import { CLIENT, createWorld, MIRA, signIn, type Life, type World } from './world.ts';

let world: World;
let life: Life;

beforeEach(async () => {
  world = createWorld();
  await signIn(world);
  life = world.live();
});

function empty(): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const deleting = indexedDB.deleteDatabase(VAULT_DATABASE);
  deleting.addEventListener('success', () => resolve());
  deleting.addEventListener('error', () => reject(new Error('not deleted')));
  return promise;
}

/** A token has been stored over the loss: the next background, and the next browser, can use it. */
async function expectLasting(): Promise<void> {
  world.spotify.silent = false;
  expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  life.kill();
  world.restartBrowser();
  life = world.live();
  await life.vault.start();
  expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
}

it('where the browser can renew the sign-in by itself', async () => {
  await life.vault.refreshNow(MIRA);
  await empty();
  world.spotify.silent = true;
  expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  await expectLasting();
});

it('where a person signs in again', async () => {
  await life.vault.refreshNow(MIRA);
  await empty();
  await expect(life.vault.refreshNow(MIRA)).rejects.toMatchObject({ code: 'token/reauthorize' });
  await life.vault.signIn({ clientId: CLIENT, renew: MIRA });
  await expectLasting();
});

it('where a passphrase was set, which is gone with it', async () => {
  await life.vault.passphrase.turnOn('correct horse battery');
  await life.vault.refreshNow(MIRA);
  await empty();
  expect(await life.vault.passphraseState()).toBe('off');
  await life.vault.signIn({ clientId: CLIENT, renew: MIRA });
  await expectLasting();
});
