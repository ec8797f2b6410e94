import { describe, expect, it } from 'vitest';
import { ACCOUNTS, CLIENT_ID, createAccountsWorld } from './accounts-world.ts';
import { AppError } from '../../../lib/domain/app-error.ts';

const namesOf = (accounts: { account: { id: string } }[]) =>
  accounts.map(({ account }) => account.id);

describe('signing in', () => {
  it('takes a client ID as a person pastes it, and collects at once', async () => {
    const world = createAccountsWorld();
    const request = { clientId: ` ${CLIENT_ID.toUpperCase()}\n`, renew: 'mira' };
    expect(await world.live().signIn(request)).toBe('mira');
    expect(world.signedIn).toEqual([{ clientId: CLIENT_ID, renew: 'mira' }]);
    expect(world.synced).toEqual(['mira']);
    expect(world.woken).toBe(1);
    await expect.poll(() => world.listed).toEqual(['mira']);
  });

  it.each(['', 'f'.repeat(31), `${CLIENT_ID}&scope=x`, 'https://accounts.spotify.com'])(
    'opens no window for "%s"',
    async (clientId) => {
      const world = createAccountsWorld();
      await expect(world.live().signIn({ clientId, renew: null })).rejects.toMatchObject({
        code: 'message/invalid',
      });
      expect([world.signedIn, world.synced]).toEqual([[], []]);
    },
  );
});

describe('a sync that a person asks for', () => {
  it('brings playlists and liked songs along when they are due', async () => {
    const world = createAccountsWorld();
    await world.live().syncNow('jo');
    expect([world.synced, world.listed]).toEqual([['jo'], ['jo']]);
  });

  it('asks for nothing more where it failed itself', async () => {
    const world = createAccountsWorld();
    world.syncError = new AppError('api/offline');
    await expect(world.live().syncNow('jo')).rejects.toBe(world.syncError);
    expect(world.listed).toEqual([]);
  });

  it('does not fail for them', async () => {
    const world = createAccountsWorld();
    world.listsError = new AppError('history/damaged');
    await world.live().syncNow('jo');
    await expect.poll(() => world.noted).toEqual(['saved lists']);
  });
});

describe('disconnecting', () => {
  it('keeps the listening, under the name it had', async () => {
    const world = createAccountsWorld();
    const background = world.live();
    await background.disconnect('mira', false);
    expect(await world.live().former.all()).toEqual([
      { account: ACCOUNTS[0], streams: 10, since: 5 },
    ]);
    expect([...world.remembered]).toEqual(['jo', 'lists of jo']);
    expect([...world.questioned]).toEqual(['jo']);
    expect(background.changes()).toBe(1);
  });

  it('deletes the listening with it when asked to, and that of nobody else', async () => {
    const world = createAccountsWorld();
    await world.live().disconnect('mira', true);
    expect(await world.live().former.all()).toEqual([]);
    expect([...world.streams]).toEqual([['jo', 20]]);
    expect(world.connected.map(({ id }) => id)).toEqual(['jo']);
  });

  it('names all listening that is left, wherever the background dies', async () => {
    const { steps } = await dryRun();
    expect(steps.length).toBeGreaterThanOrEqual(5);
    for (const [count] of steps.entries()) {
      const world = createAccountsWorld();
      let left = count;
      void world.live(() => (left -= 1) < 0).disconnect('mira', true);
      await new Promise((resolve) => setImmediate(resolve));
      const next = world.live();
      const isConnected = world.connected.some(({ id }) => id === 'mira');
      const isNamed = isConnected || namesOf(await next.former.all()).includes('mira');
      expect(isNamed, `dead before ${steps[count]}`).toBe(world.streams.has('mira'));
      await (isConnected ? next.disconnect('mira', true) : next.deleteListening('mira'));
      expect([world.streams.has('mira'), world.remembered.has('mira')]).toEqual([false, false]);
    }
  });

  it('leaves the listening among the former when it cannot be deleted, and says so', async () => {
    const world = createAccountsWorld();
    world.historyError = new AppError('history/unavailable');
    const background = world.live();
    await expect(background.disconnect('mira', true)).rejects.toMatchObject({
      code: 'history/unavailable',
    });
    expect(background.changes()).toBe(1);
    world.historyError = null;
    expect(namesOf(await world.live().former.all())).toEqual(['mira']);
  });

  it('deletes nothing of an account that could not be disconnected', async () => {
    const world = createAccountsWorld();
    world.vaultError = new Error('the store is closed');
    const background = world.live();
    await expect(background.disconnect('mira', true)).rejects.toBe(world.vaultError);
    expect(world.streams.has('mira')).toBe(true);
    expect(await background.former.all()).toEqual([]);
  });
});

describe('deleting what a former account left', () => {
  it('refuses an account that is connected', async () => {
    const world = createAccountsWorld();
    await expect(world.live().deleteListening('mira')).rejects.toMatchObject({
      code: 'message/invalid',
    });
    expect(world.streams.has('mira')).toBe(true);
  });

  it('does not name one that is connected again, or that left nothing', async () => {
    const world = createAccountsWorld();
    await world.live().disconnect('mira', false);
    await world.live().disconnect('jo', false);
    world.streams.delete('jo');
    expect(namesOf(await world.live().former.all())).toEqual(['mira']);
    world.connected = [ACCOUNTS[0]!];
    expect(await world.live().former.all()).toEqual([]);
  });
});

async function dryRun() {
  const background = createAccountsWorld().live();
  await background.disconnect('mira', true);
  return background;
}
