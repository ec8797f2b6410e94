/** Signing in: every way it can end, each with its own code, none with something half done. */
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../lib/domain/app-error.ts';
import { dated, json } from './fake-spotify.ts';
import { setUpSignIn } from './sign-in-rig.ts';
import { CLIENT, DAY, HOUR, MIRA, TOMAS } from './world.ts';

let { world, life, start } = setUpSignIn();

beforeEach(() => {
  ({ world, life, start } = setUpSignIn());
});

/** Waits until the sign-in window is open. */
async function windowOpen(): Promise<void> {
  while (world.windows.size === 0) await new Promise((resolve) => setImmediate(resolve));
}

async function expectNothingHalfDone(): Promise<void> {
  expect(life.vault.isSigningIn()).toBe(false);
  expect(await life.vault.accounts()).toEqual([]);
  expect(await world.disk.rows.all()).toEqual([]);
  expect([...world.session.keys(), ...world.alarms.keys()]).toEqual([]);
}

describe('a sign-in that succeeds', () => {
  it('names the account, keeps it with its client ID, and hands out its token', async () => {
    expect(await start()).toBe(MIRA);
    expect(await life.vault.accounts()).toEqual([
      { id: MIRA, displayName: 'mira', clientId: CLIENT, addedAt: world.clock.now },
    ]);
    expect(await life.vault.state(MIRA)).toEqual({
      accountId: MIRA,
      status: 'connected',
      reason: null,
      expiresAt: world.clock.now + HOUR,
      refreshedAt: world.clock.now,
      authorizedAt: world.clock.now,
      renewBy: Date.UTC(2027, 4, 21, 9),
      renewalDue: false,
      notBefore: null,
      memoryOnly: false,
      lastError: null,
    });
    const { accessToken } = await life.vault.getAccessToken(MIRA);
    expect((await world.spotify.identify(accessToken)).id).toBe(MIRA);
    expect(world.session.has('vault.sign-in')).toBe(false);
  });

  it('opens no window before it knows that the page would be the right one', async () => {
    await start();
    expect(life.steps.indexOf('look')).toBeLessThan(life.steps.indexOf('launch'));
  });

  it('needs no display name', async () => {
    world.spotify.me = () => ({ id: MIRA, displayName: null });
    await start();
    expect(await life.vault.accounts()).toMatchObject([{ displayName: null }]);
  });

  it('adds a second account beside the first, from a page where the user can be changed', async () => {
    await start();
    expect(world.spotify.opened[0]?.url.searchParams.has('show_dialog')).toBe(false);
    world.spotify.visitor = 'tomas';
    expect(await start()).toBe(TOMAS);
    expect(world.spotify.opened[1]?.url.searchParams.get('show_dialog')).toBe('true');
    expect((await life.vault.accounts()).map(({ id }) => id)).toEqual([MIRA, TOMAS]);
  });

  it('says so while the window is open, and when it is not any more', async () => {
    world.spotify.answer = 'wait';
    const signingIn = start();
    await windowOpen();
    expect(life.vault.isSigningIn()).toBe(true);
    world.spotify.finishWindow();
    await signingIn;
    expect(life.vault.isSigningIn()).toBe(false);
    expect(life.changes()).toBeGreaterThanOrEqual(2);
  });
});

const page =
  (text: string, status = 400) =>
  () =>
    new Response(text, { status });

describe('a sign-in that fails', () => {
  const failures: [string, string, () => void][] = [
    ['denied', 'oauth/denied', () => (world.spotify.answer = 'deny')],
    ['closed', 'oauth/cancelled', () => (world.spotify.answer = 'close')],
    [
      'with a client ID Spotify does not know',
      'oauth/wrong-client',
      () => (world.spotify.authorizePage = page('INVALID_CLIENT: Invalid client')),
    ],
    [
      'with a redirect URI that is not registered',
      'oauth/redirect-mismatch',
      () => (world.spotify.authorizePage = page('INVALID_CLIENT: Invalid redirect URI')),
    ],
    [
      'offline',
      'oauth/offline',
      () =>
        (world.spotify.authorizePage = () => {
          throw new TypeError('Failed to fetch');
        }),
    ],
    [
      "without the browser's permission to reach Spotify",
      'oauth/no-access',
      () => {
        world.hostAccess = false;
        world.spotify.authorizePage = () => {
          throw new TypeError('Failed to fetch');
        };
      },
    ],
    ['in an outage', 'oauth/unavailable', () => (world.spotify.authorizePage = page('', 503))],
    [
      'with a wrong clock',
      'oauth/clock-skew',
      () => {
        const headers = dated({ now: world.clock.now + HOUR });
        world.spotify.authorizePage = () => new Response('Sign in', { headers });
      },
    ],
    [
      'for somebody who is not on the list of users',
      'oauth/not-allowed',
      () =>
        (world.spotify.me = () => {
          throw new AppError('api/forbidden');
        }),
    ],
    [
      'with no room for the key that seals tokens',
      'oauth/not-stored',
      () => (world.disk.full = true),
    ],
    [
      'when nobody can say who it is',
      'oauth/unavailable',
      () =>
        (world.spotify.me = () => {
          throw new AppError('api/unavailable');
        }),
    ],
    [
      'when the network goes just before the name is known',
      'oauth/offline',
      () =>
        (world.spotify.me = () => {
          throw new AppError('api/offline');
        }),
    ],
  ];

  it.each(failures)('(%s) is %s, and leaves nothing half done', async (_, code, arrange) => {
    arrange();
    await expect(start()).rejects.toMatchObject({ code });
    await expectNothingHalfDone();
  });

  const exchanges: [string, string, () => Response][] = [
    ['offline', 'oauth/offline', throwing(new TypeError('Failed to fetch'))],
    ['too slow', 'oauth/unavailable', throwing(new DOMException('', 'TimeoutError'))],
    ['an outage', 'oauth/unavailable', () => json({}, 503)],
    ['a rate limit', 'oauth/rate-limited', () => json({}, 429)],
    ['a wrong client', 'oauth/wrong-client', () => json({ error: 'invalid_client' }, 400)],
    ['a bad code', 'oauth/invalid-response', () => json({ error: 'invalid_grant' }, 400)],
    [
      'no refresh token',
      'oauth/invalid-response',
      () => json({ access_token: 'a', token_type: 'Bearer', expires_in: 3600 }),
    ],
    [
      'a wrong clock',
      'oauth/clock-skew',
      () => json({}, 200, dated({ now: world.clock.now - DAY })),
    ],
  ];

  it.each(exchanges)('at the exchange (%s) is %s', async (_, code, answer) => {
    const { fetch } = world.spotify;
    world.spotify.fetch = async (url, init) =>
      url.includes('/api/token') ? answer() : fetch(url, init);
    await expect(start()).rejects.toMatchObject({ code });
    await expectNothingHalfDone();
  });

  it('finds out after the window closed what was on its page', async () => {
    world.spotify.answer = 'close';
    let looks = 0;
    world.spotify.authorizePage = () => {
      looks += 1;
      return looks === 1 ? new Response('Sign in') : page('INVALID_CLIENT: Invalid client')();
    };
    await expect(start()).rejects.toMatchObject({ code: 'oauth/wrong-client' });
  });

  it('refuses a forged redirect', async () => {
    const { launch } = world.spotify;
    world.spotify.launch = async (url, interactive) => {
      const redirect = new URL(await launch(url, interactive));
      redirect.searchParams.set('state', 'forged');
      return redirect.href;
    };
    await expect(start()).rejects.toMatchObject({ code: 'oauth/invalid-response' });
    await expectNothingHalfDone();
    expect(world.spotify.exchanges).toBe(0);
  });

  it('refuses a second one while one is open, which goes on undisturbed', async () => {
    world.spotify.answer = 'wait';
    const first = start();
    await windowOpen();
    await expect(start()).rejects.toMatchObject({ code: 'oauth/in-progress' });
    world.spotify.finishWindow();
    expect(await first).toBe(MIRA);
  });

  it('knows when the browser says that another flow is open', async () => {
    world.spotify.launch = () =>
      Promise.reject(new Error('Only one web auth flow is allowed at a time'));
    await expect(start()).rejects.toMatchObject({ code: 'oauth/in-progress' });
  });

  it('can be cancelled from the page, and started again', async () => {
    world.spotify.answer = 'wait';
    const signingIn = start();
    await windowOpen();
    await life.vault.cancelSignIn();
    await expect(signingIn).rejects.toMatchObject({ code: 'oauth/cancelled' });
    expect([...world.windows]).toEqual([]);
    await expectNothingHalfDone();
    world.spotify.answer = 'agree';
    expect(await start()).toBe(MIRA);
  });

  it.each(['session.remove vault.sign-in', 'session.get vault.sign-in'])(
    'does not stand in the way of the next one when storage fails ("%s")',
    async (step) => {
      world.broken = (name) => name === step;
      await start().catch(() => undefined);
      expect(life.vault.isSigningIn()).toBe(false);
      world.broken = () => false;
      expect(await start()).toBe(MIRA);
    },
  );

  it('succeeds all the same when its note cannot be taken away', async () => {
    world.broken = (step) => step === 'session.remove vault.sign-in';
    expect(await start()).toBe(MIRA);
  });

  it('has nothing to cancel when none is open', async () => {
    await expect(life.vault.cancelSignIn()).resolves.toBeUndefined();
  });
});

function throwing(error: Error): () => never {
  return () => {
    throw error;
  };
}
