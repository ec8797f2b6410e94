/** A look at the token without the vault must see what the vault would hand out as it is, and no more. */
import { beforeEach, expect, it } from 'vitest';
import { accessTokenKey, createTokenPeek } from '../../../lib/vault/token-freshness.ts';
import { createWorld, MINUTE, MIRA, signIn, TOMAS, type World } from './world.ts';

let world: World;
let peek: ReturnType<typeof createTokenPeek>;

beforeEach(async () => {
  world = createWorld();
  await signIn(world);
  const readSession = async (key: string) => world.session.get(key);
  peek = createTokenPeek({ readSession, now: () => world.clock.now });
});

it('sees the token that the vault hands out, as long as it does', async () => {
  const { vault } = world.live();
  expect(await peek(MIRA)).toEqual(await vault.getAccessToken(MIRA));
  expect(await peek(TOMAS)).toBeNull();
  world.clock.now += 54 * MINUTE;
  expect(await peek(MIRA)).toEqual(await vault.getAccessToken(MIRA));
  world.clock.now += MINUTE;
  expect(await peek(MIRA)).toBeNull();
});

it('sees none from the future, as after a clock set back', async () => {
  world.clock.now -= MINUTE;
  expect(await peek(MIRA)).toBeNull();
});

it('sees none in what is no token', async () => {
  const token = { accessToken: 'a', expiresAt: world.clock.now + 9e6, savedAt: world.clock.now };
  const damaged: unknown[] = [
    null,
    'a',
    { ...token, accessToken: 7 },
    { ...token, expiresAt: '9' },
    { ...token, savedAt: NaN },
    { accessToken: 'a' },
  ];
  for (const value of damaged) {
    world.session.set(accessTokenKey(MIRA), value);
    expect(await peek(MIRA)).toBeNull();
  }
  world.session.set(accessTokenKey(MIRA), token);
  expect(await peek(MIRA)).toEqual({ accessToken: 'a', expiresAt: token.expiresAt });
});
