/** A rate limit or a spent quota, at each step of a sign-in: never mistaken for an outage. */
import { beforeEach, expect, it } from 'vitest';
import { AppError } from '../../../lib/domain/app-error.ts';
import { json } from './fake-spotify.ts';
import { setUpSignIn } from './sign-in-rig.ts';
import { MINUTE } from './world.ts';

let { world, start } = setUpSignIn();

beforeEach(() => {
  ({ world, start } = setUpSignIn());
});

const TWO_MINUTES = { 'retry-after': '120' };
const limits: [string, () => void][] = [
  [
    'before the window opens',
    () => (world.spotify.authorizePage = () => json({}, 429, TWO_MINUTES)),
  ],
  [
    'at the exchange',
    () => {
      const { fetch } = world.spotify;
      world.spotify.fetch = async (url, init) =>
        url.includes('/api/token') ? json({}, 429, TWO_MINUTES) : fetch(url, init);
    },
  ],
  ...(['api/rate-limited', 'api/quota-exceeded'] as const).map((code): [string, () => void] => [
    `as ${code} when the name is asked for`,
    () =>
      (world.spotify.me = () => {
        throw new AppError(code, { retryAt: world.clock.now + 2 * MINUTE });
      }),
  ]),
];

it.each(limits)(
  'a sign-in refused for lack of requests (%s) says when to come back',
  async (_, arrange) => {
    arrange();
    await expect(start()).rejects.toMatchObject({
      code: 'oauth/rate-limited',
      data: { retryAt: world.clock.now + 2 * MINUTE },
    });
    expect([...world.session.keys(), ...world.alarms.keys()]).toEqual([]);
    expect(await world.disk.rows.all()).toEqual([]);
  },
);
