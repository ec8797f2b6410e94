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

    await test.step('shows what Spotify’s own list tells of what was not heard yet', async () => {
      await view.page.evaluate(() => {
        location.hash = '#page=top&list=albums';
      });
      await view.waitForText('What Spotify says you hear most');
      const text = await view.text();
      expect(text).not.toContain('By time');
      expect(await view.page.$('[aria-label="Compare with"]')).toBeNull();
      const links = await view.page.$$eval('.top-name > .name-link .name-link__name a', (all) =>
        all.map((link) => link.getAttribute('href') ?? ''),
      );
      const found: string[] = [];
      for (const link of links) {
        await view.page.evaluate((hash) => {
          location.hash = hash;
        }, link);
        await view.waitForFirst(`${DRAWN} .detail-head`);
        if ((await view.text()).includes('This album is not in your history')) found.push(link);
      }
      expect(found).not.toEqual([]);
      expect(await view.text()).not.toContain('was undone');
      await view.page.evaluate(() => {
        location.hash = '#page=playlists';
      });
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
