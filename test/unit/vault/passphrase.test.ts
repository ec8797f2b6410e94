/** A passphrase: the one thing that protects a copied profile, and that must lose nobody a sign-in. */
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAccountLocks } from '../../../lib/vault/account-lock.ts';
import { VAULT_DATABASE } from '../../../lib/vault/database.ts';
import { dieEverywhere, restart } from './death.ts';
import { CLIENT, createLocks, createWorld, DAY, HOUR, MIRA, signIn, TOMAS } from './world.ts';
import type { Life, World } from './world.ts';

const PHRASE = 'correct horse battery';
const OTHER = 'staple of the other kind';

let world: World;
let life: Life;

beforeEach(async () => {
  world = createWorld();
  await signIn(world);
  await signIn(world, 'tomas');
  life = world.live();
  await life.vault.passphrase.turnOn(PHRASE);
});

/** The browser closes and opens again: what was held in memory is gone. */
async function reopen(): Promise<Life> {
  world.restartBrowser();
  life = world.live();
  await life.vault.start();
  return life;
}

const status = async (accountId = MIRA) => (await life.vault.state(accountId)).status;
const requests = () => world.spotify.sent.length + world.spotify.opened.length;

/** Requests wait from now on, until they are let go. */
function holdRequests() {
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const { fetch } = world.spotify;
  world.spotify.fetch = async (url, init) => {
    reached.resolve();
    await released.promise;
    return fetch(url, init);
  };
  return { reached: reached.promise, letGo: () => released.resolve() };
}

async function everythingKept(): Promise<string> {
  const database = await openDB(VAULT_DATABASE);
  const [rows, names] = [await database.getAll('tokens'), await database.getAllKeys('keys')];
  const record: unknown = await database.get('keys', 'passphrase');
  database.close();
  return JSON.stringify([rows, names, record, [...world.local]]);
}

describe('turning it on', () => {
  it('asks for nothing until the browser closes, whatever happens to the background', async () => {
    expect(await life.vault.passphraseState()).toBe('unlocked');
    world.clock.now += HOUR;
    await life.vault.getAccessToken(MIRA);
    life = world.live();
    await life.vault.start();
    world.clock.now += HOUR;
    await life.vault.getAccessToken(TOMAS);
    expect(await status()).toBe('connected');
  });

  it('keeps neither the key nor the passphrase, and seals with the new key only', async () => {
    const held = [...world.session].find(([name]) => name.startsWith('vault.key:'))?.[1];
    expect(held).toMatch(/^.{44}$/);
    const kept = await everythingKept();
    expect(kept).not.toContain(held);
    expect(kept).not.toContain(PHRASE);
    expect(kept).toContain('["passphrase"]');
  });

  it.each(['too short', ' '.repeat(40)])('refuses "%s"', async (passphrase) => {
    await life.vault.passphrase.turnOff(PHRASE);
    const refused = life.vault.passphrase.turnOn(passphrase);
    await expect(refused).rejects.toMatchObject({ code: 'message/invalid' });
    expect(await life.vault.passphraseState()).toBe('off');
  });

  it('is refused a second time, and where nothing lies on the disk', async () => {
    const again = life.vault.passphrase.turnOn(OTHER);
    await expect(again).rejects.toMatchObject({ code: 'message/invalid' });
    await life.vault.passphrase.turnOff(PHRASE);
    world.settings.memoryOnly = true;
    const nowhere = life.vault.passphrase.turnOn(PHRASE);
    await expect(nowhere).rejects.toMatchObject({ code: 'message/invalid' });
  });

  it('changes nothing while the disk is full', async () => {
    await life.vault.passphrase.turnOff(PHRASE);
    world.disk.full = true;
    const refused = life.vault.passphrase.turnOn(PHRASE);
    await expect(refused).rejects.toMatchObject({ code: 'token/passphrase-not-stored' });
    world.disk.full = false;
    await reopen();
    expect(await life.vault.passphraseState()).toBe('off');
    await life.vault.refreshNow(MIRA);
  });

  it('waits for a refresh on its way', async () => {
    await life.vault.passphrase.turnOff(PHRASE);
    world.spotify.rotation = 'strict';
    world.clock.now += HOUR;
    const { reached, letGo } = holdRequests();
    life = world.live(undefined, createLocks());
    const refreshing = life.vault.getAccessToken(MIRA);
    await reached;
    const turning = life.vault.passphrase.turnOn(PHRASE);
    // Time enough for one that would not wait.
    for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
    letGo();
    await Promise.all([refreshing, turning]);
    await reopen();
    await life.vault.passphrase.unlock(PHRASE);
    await life.vault.refreshNow(MIRA);
  });

  it('keeps no account waiting for another', async () => {
    const locks = createAccountLocks(createLocks());
    const held = Promise.withResolvers<void>();
    const first = locks.request('account:a', {}, () => held.promise);
    expect(await locks.request('account:b', {}, async () => 'b')).toBe('b');
    held.resolve();
    await first;
  });

  it('brings along a row that the disk had refused', async () => {
    await life.vault.passphrase.turnOff(PHRASE);
    world.spotify.rotation = 'strict';
    world.broken = (step) => step === 'row.commit';
    await life.vault.refreshNow(MIRA);
    world.broken = () => false;
    await life.vault.passphrase.turnOn(PHRASE);
    await reopen();
    await life.vault.passphrase.unlock(PHRASE);
    await life.vault.refreshNow(MIRA);
  });
});

describe('while it is locked', () => {
  beforeEach(reopen);

  it('says so, gives no token, and leaves rows and Spotify alone', async () => {
    const before = [await everythingKept(), requests()];
    expect(await life.vault.passphraseState()).toBe('locked');
    expect(await status()).toBe('locked');
    for (const ask of [life.vault.getAccessToken(MIRA), life.vault.refreshNow(MIRA)]) {
      await expect(ask).rejects.toMatchObject({ code: 'token/locked' });
    }
    const signingIn = life.vault.signIn({ clientId: CLIENT, renew: MIRA });
    await expect(signingIn).rejects.toMatchObject({ code: 'token/locked' });
    expect([await everythingKept(), requests()]).toEqual(before);
    expect(world.windows.size).toBe(0);
  });

  it('does not sign in anew for a row that is lost', async () => {
    world.spotify.silent = true;
    await world.disk.rows.delete(MIRA);
    await reopen();
    expect(await status()).toBe('locked');
    expect(life.steps.filter((step) => step === 'post' || step === 'launch')).toEqual([]);
  });

  it('rings no alarm, and heeds none that is left from before', async () => {
    expect([...world.alarms]).toEqual([]);
    world.clock.now += 160 * DAY;
    for (const name of [`vault.refresh:${MIRA}`, `vault.silent:${MIRA}`]) {
      world.alarms.set(name, 0);
      expect(await life.vault.handleAlarm(name)).toBe(true);
    }
    expect([...world.alarms]).toEqual([]);
    expect(life.steps.filter((step) => step === 'post' || step === 'launch')).toEqual([]);
  });

  it('stays so with a wrong passphrase, and loses nothing by it', async () => {
    const before = await everythingKept();
    for (const wrong of [OTHER, '', PHRASE.toUpperCase()]) {
      const refused = life.vault.passphrase.unlock(wrong);
      await expect(refused).rejects.toMatchObject({ code: 'token/wrong-passphrase' });
    }
    expect(await life.vault.passphraseState()).toBe('locked');
    expect(await everythingKept()).toBe(before);
    await life.vault.passphrase.unlock(PHRASE);
    await life.vault.getAccessToken(MIRA);
  });

  it('goes on by itself once it is unlocked', async () => {
    await life.vault.passphrase.unlock(PHRASE);
    await life.vault.resume();
    expect(await status()).toBe('connected');
    expect([...world.alarms.keys()].toSorted()).toEqual(
      [MIRA, TOMAS].flatMap((id) => [`vault.refresh:${id}`, `vault.silent:${id}`]).toSorted(),
    );
    await life.vault.handleAlarm(`vault.refresh:${TOMAS}`);
    expect((await life.vault.state(TOMAS)).expiresAt).toBeGreaterThan(world.clock.now);
  });

  it('takes the same letters written another way', async () => {
    await life.vault.passphrase.change(PHRASE, 'über alle Berge');
    await reopen();
    await life.vault.passphrase.unlock('u\u0308ber alle Berge');
    expect(await life.vault.passphraseState()).toBe('unlocked');
  });

  it('can be left by forgetting the passphrase, which asks for a sign-in, or none', async () => {
    world.spotify.silent = true;
    world.spotify.visitor = 'mira';
    await life.vault.passphrase.forget();
    await life.vault.resume();
    expect(await life.vault.passphraseState()).toBe('off');
    expect(await status(MIRA)).toBe('connected');
    expect(await status(TOMAS)).toBe('reauthorize');
    world.spotify.visitor = 'tomas';
    await life.vault.signIn({ clientId: CLIENT, renew: TOMAS });
    expect(await status(TOMAS)).toBe('connected');
  });

  it('lets an account be disconnected', async () => {
    await life.vault.disconnect(MIRA);
    expect((await life.vault.accounts()).map(({ id }) => id)).toEqual([TOMAS]);
    expect(await world.row()).toBeNull();
  });
});

describe('changing it and turning it off', () => {
  it('wants the passphrase there is', async () => {
    const { passphrase } = life.vault;
    for (const refused of [passphrase.change(OTHER, PHRASE), passphrase.turnOff(OTHER)]) {
      await expect(refused).rejects.toMatchObject({ code: 'token/wrong-passphrase' });
    }
    await reopen();
    await life.vault.passphrase.unlock(PHRASE);
  });

  it('takes the new one only from then on', async () => {
    await life.vault.passphrase.change(PHRASE, OTHER);
    await life.vault.refreshNow(MIRA);
    await reopen();
    await expect(life.vault.passphrase.unlock(PHRASE)).rejects.toThrow('token/wrong-passphrase');
    await life.vault.passphrase.unlock(OTHER);
    await life.vault.refreshNow(MIRA);
    expect([...world.session.keys()].filter((name) => name.startsWith('vault.key:'))).toHaveLength(
      1,
    );
  });

  it('asks for none any more once it is off', async () => {
    await life.vault.passphrase.turnOff(PHRASE);
    expect([...world.session.keys()].filter((name) => name.startsWith('vault.key:'))).toEqual([]);
    await reopen();
    expect(await life.vault.passphraseState()).toBe('off');
    for (const accountId of [MIRA, TOMAS]) await life.vault.refreshNow(accountId);
  });

  it('does not bring back an account disconnected at the same moment', async () => {
    const changing = life.vault.passphrase.change(PHRASE, OTHER);
    await Promise.all([changing, life.vault.disconnect(MIRA)]);
    expect(await world.row()).toBeNull();
    await life.vault.refreshNow(TOMAS);
  });
});

describe('a background that dies while the passphrase changes', () => {
  it.each([
    ['is turned on', null, (vault: Life['vault']) => vault.passphrase.turnOn(PHRASE)],
    ['is changed', PHRASE, (vault: Life['vault']) => vault.passphrase.change(PHRASE, OTHER)],
    ['is turned off', PHRASE, (vault: Life['vault']) => vault.passphrase.turnOff(PHRASE)],
  ] as const)('leaves the old or the new when it %s', async (_, before, work) => {
    const deaths = await dieEverywhere(
      async () => {
        world = createWorld();
        world.databaseSteps = true;
        await signIn(world);
        if (before) await world.live().vault.passphrase.turnOn(before);
        return world;
      },
      ({ vault }) => work(vault),
      async (left) => {
        life = await restart(left);
        // Nobody is asked for a passphrase before the browser closes, with the old nor with the new.
        await life.vault.refreshNow(MIRA);
        await reopen();
        if ((await life.vault.passphraseState()) === 'locked') {
          await life.vault.passphrase
            .unlock(PHRASE)
            .catch(() => life.vault.passphrase.unlock(OTHER));
        }
        await life.vault.refreshNow(MIRA);
      },
    );
    expect(deaths).toBeGreaterThan(10);
  });
});
