/** Where tokens live: sealed on disk, in memory only, or wherever there is room. */
import { beforeEach, describe, expect, it } from 'vitest';
import { VAULT_DATABASE } from '../../../lib/vault/database.ts';
import { CLIENT, createWorld, HOUR, MINUTE, MIRA, signIn, TOMAS } from './world.ts';
import type { Life, World } from './world.ts';

let world: World;
let life: Life;

beforeEach(async () => {
  world = createWorld();
  await signIn(world);
  life = world.live();
});

const everything = async () =>
  JSON.stringify([...world.session, ...world.local, ...(await world.disk.rows.all())]);

describe('on disk', () => {
  it('no token stands as it is, in any store', async () => {
    world.spotify.rotation = 'strict';
    await life.vault.refreshNow(MIRA);
    const { accessToken } = await life.vault.getAccessToken(MIRA);
    const refreshTokens = world.spotify.issued.filter((token) => token.startsWith('refresh'));
    const text = await everything();
    for (const token of refreshTokens) expect(text).not.toContain(token);
    expect(JSON.stringify([...world.local, ...(await world.disk.rows.all())])).not.toContain(
      accessToken,
    );
  });

  it("a token copied into another account's row does not open, and that account is not mixed up", async () => {
    await signIn(world, 'tomas');
    const [mira, tomas] = [await world.row('mira'), await world.row('tomas')];
    await world.disk.rows.replace({ ...tomas!, sealed: mira!.sealed }, tomas!.revision);
    await expect(life.vault.refreshNow(TOMAS)).rejects.toMatchObject({ code: 'token/reauthorize' });
    expect(world.spotify.sent).toEqual([]);
    expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  });

  it('an older token put back does not open', async () => {
    world.spotify.rotation = 'grace';
    const old = await world.row();
    await life.vault.refreshNow(MIRA);
    const current = await world.row();
    await world.disk.rows.replace({ ...current!, sealed: old!.sealed }, current!.revision);
    await expect(life.vault.refreshNow(MIRA)).rejects.toMatchObject({ code: 'token/reauthorize' });
    expect(world.spotify.sent).toHaveLength(1);
  });

  it('a damaged row is a lost row', async () => {
    const row = await world.row();
    await world.disk.rows.replace({ ...row!, generation: 0.5 }, row!.revision);
    await expect(life.vault.refreshNow(MIRA)).rejects.toMatchObject({ code: 'token/reauthorize' });
    await life.vault.signIn({ clientId: 'f'.repeat(32), renew: MIRA });
    expect(await life.vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  });
});

describe('in memory only', () => {
  beforeEach(async () => {
    world.settings.memoryOnly = true;
    await life.vault.moveTokens();
  });

  it('nothing of the token stays on disk, and it works on', async () => {
    expect(await world.disk.rows.all()).toEqual([]);
    world.spotify.rotation = 'strict';
    for (let i = 0; i < 3; i += 1) await life.vault.refreshNow(MIRA);
    expect(await world.disk.rows.all()).toEqual([]);
    expect(await life.vault.state(MIRA)).toMatchObject({ memoryOnly: true, status: 'connected' });
    life.kill();
    expect(await world.live().vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
  });

  it('a new sign-in goes there at once', async () => {
    await signIn(world, 'tomas');
    expect(await world.disk.rows.all()).toEqual([]);
    expect(await life.vault.refreshNow(TOMAS)).toMatchObject({ status: 'connected' });
  });

  it('the browser closing signs out, and nothing signs in again without a person', async () => {
    world.spotify.silent = true;
    world.restartBrowser();
    const next = world.live();
    await next.vault.start();
    expect(await next.vault.state(MIRA)).toMatchObject({
      status: 'reauthorize',
      reason: null,
      expiresAt: null,
      refreshedAt: null,
    });
    await expect(next.vault.getAccessToken(MIRA)).rejects.toMatchObject({
      code: 'token/reauthorize',
    });
    expect(world.spotify.opened).toHaveLength(1);
  });

  it('they stay in memory where the browser has lost the setting', async () => {
    life.kill();
    world.settings.memoryOnly = false;
    const next = world.live();
    await next.vault.start();
    world.clock.now += HOUR;
    await next.vault.refreshNow(MIRA);
    await signIn(world, 'tomas');
    expect(await world.disk.rows.all()).toEqual([]);
    expect(await next.vault.state(MIRA)).toMatchObject({ memoryOnly: true, status: 'connected' });
  });

  it('and back on disk nothing stays in memory', async () => {
    await life.vault.releaseTokens();
    world.settings.memoryOnly = false;
    await life.vault.moveTokens();
    expect(world.session.has(`vault.row:${MIRA}`)).toBe(false);
    world.restartBrowser();
    expect(await world.live().vault.refreshNow(MIRA)).toMatchObject({ memoryOnly: false });
  });
});

describe('with a full disk', () => {
  it('sends nothing while the disk has the good token, and says why', async () => {
    world.disk.full = true;
    await expect(life.vault.refreshNow(MIRA)).rejects.toMatchObject({ code: 'token/not-stored' });
    expect(world.spotify.sent).toEqual([]);
    world.disk.full = false;
    expect(await life.vault.refreshNow(MIRA)).toMatchObject({
      status: 'connected',
      lastError: null,
    });
    expect(world.session.has(`vault.row:${MIRA}`)).toBe(false);
  });

  it.each([false, true])(
    'keeps a token it could not commit, and stores it later (background killed: %s)',
    async (isKilled) => {
      world.spotify.rotation = 'strict';
      const { fetch } = world.spotify;
      world.spotify.fetch = async (url, init) => {
        const answer = await fetch(url, init);
        world.disk.full = true;
        return answer;
      };
      await life.vault.refreshNow(MIRA);
      world.spotify.fetch = fetch;
      expect(await life.vault.state(MIRA)).toMatchObject({
        status: 'connected',
        lastError: { error: { code: 'token/not-stored' } },
      });
      expect((await life.vault.getAccessToken(MIRA)).accessToken).toMatch(/^access/);
      const name = `vault.refresh:${MIRA}`;
      expect(world.alarms.get(name)).toBe(world.clock.now + MINUTE);

      if (isKilled) life.kill();
      const next = isKilled ? world.live() : life;
      // Still full: it goes on from memory, with the token that is good now.
      await next.vault.handleAlarm(name);
      await next.vault.refreshNow(MIRA);
      world.disk.full = false;
      await next.vault.handleAlarm(name);
      expect(await world.row()).toMatchObject({ generation: 3, lastError: null });
      world.restartBrowser();
      expect(await world.live().vault.refreshNow(MIRA)).toMatchObject({ status: 'connected' });
    },
  );

  it('keeps it in memory when session storage is full, too', async () => {
    world.spotify.rotation = 'strict';
    const { fetch } = world.spotify;
    world.spotify.fetch = async (url, init) => {
      const answer = await fetch(url, init);
      world.disk.full = true;
      world.sessionFull = true;
      return answer;
    };
    await life.vault.refreshNow(MIRA);
    await life.vault.refreshNow(MIRA);
    expect(world.spotify.sent).toHaveLength(2);
    world.disk.full = false;
    await life.vault.handleAlarm(`vault.refresh:${MIRA}`);
    expect((await world.row())?.generation).toBe(3);
  });

  it('signs in all the same, and says that it will not last', async () => {
    world.disk.full = true;
    world.spotify.visitor = 'tomas';
    await life.vault.signIn({ clientId: 'f'.repeat(32), renew: null });
    expect(await life.vault.state(TOMAS)).toMatchObject({
      status: 'connected',
      lastError: { error: { code: 'token/not-stored' } },
    });
    world.disk.full = false;
    await life.vault.handleAlarm(`vault.refresh:${TOMAS}`);
    expect((await world.row('tomas'))?.generation).toBe(1);
  });

  it('is told to whoever wants the tokens back on disk', async () => {
    world.settings.memoryOnly = true;
    await life.vault.moveTokens();
    await life.vault.releaseTokens();
    world.settings.memoryOnly = false;
    world.disk.full = true;
    await expect(life.vault.moveTokens()).rejects.toMatchObject({ code: 'token/not-stored' });
    expect(await life.vault.state(MIRA)).toMatchObject({ status: 'connected' });
  });

  it('which has room for one account, takes that one, and the other when it has room', async () => {
    world.settings.memoryOnly = true;
    await life.vault.moveTokens();
    await signIn(world, 'tomas');
    await life.vault.releaseTokens();
    world.settings.memoryOnly = false;
    const { rows } = world.disk;
    world.disk.rows = {
      ...rows,
      replace: async (row, expected) => {
        if (row.accountId === MIRA) throw new DOMException('', 'QuotaExceededError');
        return rows.replace(row, expected);
      },
    };
    const before = life.changes();
    await expect(life.vault.moveTokens()).rejects.toMatchObject({ code: 'token/not-stored' });
    expect(life.changes()).toBeGreaterThan(before);
    expect([await world.row(), (await world.row('tomas'))?.accountId]).toEqual([null, TOMAS]);
    const [mira, tomas] = await life.vault.states();
    expect(mira).toMatchObject({ lastError: { error: { code: 'token/not-stored' } } });
    expect(tomas).toMatchObject({ status: 'connected', lastError: null });
    const name = `vault.refresh:${MIRA}`;
    expect(world.alarms.get(name)).toBe(world.clock.now + MINUTE);
    world.disk.rows = rows;
    await life.vault.handleAlarm(name);
    expect(await world.row()).toMatchObject({ lastError: null });
  });
});

describe('diagnostics', () => {
  it('say what is known and hold no token', async () => {
    world.clock.now += HOUR;
    await life.vault.getAccessToken(MIRA);
    const report = await life.vault.diagnostics(MIRA);
    const text = JSON.stringify(report);
    for (const token of world.spotify.issued) expect(text).not.toContain(token);
    const row = await world.row();
    expect(text).not.toContain(row!.sealed!.ciphertext);
    expect(report).toMatchObject({
      row: { generation: 2, status: 'connected', hasRefreshToken: true },
      accessToken: { expiresAt: world.clock.now + HOUR },
      alarms: { [`vault.refresh:${MIRA}`]: world.clock.now + 55 * MINUTE },
    });
  });
});

describe('what is stored after the browser lost the database lasts', () => {
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
});
