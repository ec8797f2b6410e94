/** A background that nobody wakes but its own alarm. */
import { connect } from '../support/sign-in.ts';
import { expect, test } from './fixtures.ts';

test('refreshes by its alarm in time', { tag: '@waits' }, async ({ extension, standin }) => {
  // A token that lives for a minute is renewed after half of it, which is the soonest alarm there is.
  await standin.control.set({ accessTokenLifetimeSeconds: 60 });
  const options = await extension.open('options.html');
  await connect(options, { extension, standin, as: 'mira' });
  await options.waitForText('synced just now');
  // No page is left that could wake the background: only the alarm does.
  await extension.open('icons/16.png');
  await options.close();
  await extension.stopBackground();
  await standin.control.clearRequests();

  await expect
    .poll(() => standin.control.count({ grantType: 'refresh_token', status: 200 }), {
      timeout: 90_000,
    })
    .toBeGreaterThan(0);
  const again = await extension.open('options.html');
  await again.waitForText(/Connected · /);
  expect(await standin.control.count({ grantType: 'authorization_code' })).toBe(0);
});
