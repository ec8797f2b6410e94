/** What Spotify keeps for a listener, on the pages that show it: read, read again, refused. */
import { expect, test } from './fixtures.ts';
import { connect } from '../support/sign-in.ts';

const DRAWN = '.dash__main[aria-busy="false"] .panels';

test(
  'reads playlists and liked songs with the first sync and when asked, and says how to mend it where Spotify refuses',
  { tag: ['@chromium', '@waits'] },
  async ({ extension, standin }) => {
    const options = await extension.open('options.html');
    await connect(options, { extension, standin, as: 'mira' });
    const view = await extension.open('dashboard.html#page=playlists');
    await view.waitForFirst(DRAWN);

    await test.step('reads them by itself, and shows them', async () => {
      await view.waitForText(/\d+ playlists, read at .+ liked songs, read at/, 30_000);
      await view.waitForText('Most heard:');
    });

    await test.step('says what to do when that is not allowed, and forgets it when it is', async () => {
      await standin.control.fault({ kind: 'forbidden', on: '/v1/me/playlists' });
      await view.clickButton('Read again');
      await view.waitForText('Renew the sign-in to let Ostinato see your playlists');
      expect(await view.findAccessibilityFaults()).toEqual([]);
      await standin.control.clearFaults();
      await view.clickButton('Read again');
      await expect.poll(() => view.text(), { timeout: 15_000 }).not.toContain('Renew the sign-in');
    });

    await test.step('counts by the clock that is chosen, at once', async () => {
      await view.page.evaluate(() => {
        location.hash = 'page=overview&range=today';
      });
      await view.waitForFirst(DRAWN);
      await options.page.select('#display-timeZone', 'Pacific/Kiritimati');
      await view.page.evaluate(() => {
        location.hash = 'page=history';
      });
      const day = new Intl.DateTimeFormat('en-US', {
        timeZone: 'Pacific/Kiritimati',
        day: 'numeric',
      });
      await view.waitForText(new RegExp(`to \\w+ ${day.format(Date.now())}, \\d{4}`));
    });
  },
);
