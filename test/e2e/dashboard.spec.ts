/** Every view of the dashboard over years of listening: its figures, its keyboard, its calm. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDate, formatDuration, formatNumber } from '../../lib/ui/format.ts';
import { NAVIGATION } from '../../lib/ui/dashboard/page-keys.ts';
import { formatDay, isoDay } from '../../lib/ui/dashboard/range-words.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import type { ExtensionBrowser } from '../support/extension-browser.ts';
import { writeZip } from '../support/exports/write-export.ts';
import { speakEnglish } from '../unit/ui/english.ts';
import { expect, test } from './fixtures.ts';
import { createGolden, type Golden } from './golden.ts';

let folder = '';
let golden: Golden;
test.beforeAll(async ({ standin }) => {
  speakEnglish('en-US');
  folder = mkdtempSync(join(tmpdir(), 'ostinato-golden-'));
  golden = await createGolden(standin);
});
test.afterAll(() => {
  golden.close();
  rmSync(folder, { recursive: true, force: true });
});

async function importGolden(extension: ExtensionBrowser): Promise<void> {
  const zip = join(folder, 'my_spotify_data.zip');
  writeFileSync(zip, await writeZip(golden.files, { level: 1 }));
  const options = await extension.open('options.html');
  await options.chooseFile('.import-files', zip);
  await options.waitForText(/rows read/i, 60_000);
  await options.close();
}

/** Opens a place in the dashboard, and waits until it is drawn. */
async function go(page: DrivenPage, hash: string): Promise<string> {
  await page.page.evaluate(async (wanted) => {
    if (location.hash === wanted) return;
    const changed = new Promise((resolve) => {
      window.addEventListener('hashchange', () => requestAnimationFrame(resolve), { once: true });
    });
    location.hash = wanted;
    await changed;
  }, hash);
  await page.waitForFirst('.dash__main[aria-busy="false"] .panels');
  return page.text();
}

/** One row of SQL. */
async function one(sql: string): Promise<Record<string, unknown>> {
  const [row] = await golden.query(sql);
  return row ?? {};
}

async function numberOf(sql: string): Promise<number> {
  return Number(Object.values(await one(sql))[0]);
}

test('shows in every view what SQL finds in the same rows', async ({ extension }) => {
  await importGolden(extension);
  const page = await extension.open('dashboard.html');
  const artist = await one(`SELECT artist_name AS name, count(*) FILTER (is_play) AS plays
    FROM streams JOIN artist_names USING (artist_key) WHERE is_music
    GROUP BY ALL ORDER BY plays DESC LIMIT 1`);
  const name = String(artist['name']);
  const plays = Number(artist['plays']);

  await test.step('overview', async () => {
    const text = await go(page, '#page=overview');
    expect(text).toContain(
      formatDuration(await numberOf('SELECT sum(played_ms) FROM streams WHERE is_music')),
    );
    expect(text).toContain(
      formatNumber(await numberOf('SELECT count(*) FROM streams WHERE is_play')),
    );
    expect(text).toContain(name);
  });

  await test.step('top', async () => {
    const text = await go(page, '#page=top&list=artists&by=plays');
    expect(text.indexOf(name)).toBeGreaterThan(0);
    expect(text).toContain(formatNumber(plays));
    const second = await go(page, '#page=top&list=artists&by=plays&range=2021');
    const inYear = await one(`SELECT artist_name AS name, count(*) FILTER (is_play) AS plays
      FROM streams JOIN artist_names USING (artist_key)
      WHERE is_music AND year(make_date(day::INT)) = 2021
      GROUP BY ALL ORDER BY plays DESC LIMIT 1`);
    expect(second).toContain(String(inYear['name']));
    expect(second).toContain(formatNumber(Number(inYear['plays'])));
  });

  await test.step('timeline', async () => {
    const { day, ms } = await one(`SELECT day, sum(played_ms) AS ms FROM streams WHERE is_music
      GROUP BY day ORDER BY ms DESC, day LIMIT 1`);
    const text = await go(page, '#page=timeline');
    expect(text).toContain(formatDay(Number(day), 'day'));
    expect(text).toContain(formatDuration(Number(ms)));
    // By keyboard to the first day of all, and into it.
    await page.page.focus('.linked-calendar input');
    await page.page.keyboard.press('Home');
    await page.press('Enter');
    const first = isoDay(await numberOf('SELECT min(day) FROM streams'));
    await expect.poll(() => page.url()).toContain(`page=overview&range=${first}`);
  });

  await test.step('habits', async () => {
    const sessions = await numberOf(`SELECT count(*) FROM (
      SELECT ended_at - played_ms - lag(ended_at) OVER (ORDER BY ended_at, played_ms) AS pause
      FROM streams WHERE is_music) WHERE pause IS NULL OR pause > 1200000`);
    expect(await go(page, '#page=habits&part=sessions')).toContain(formatNumber(sessions));
    const streak = await numberOf(`SELECT max(length) FROM (
      SELECT count(*) AS length FROM (
        SELECT day - row_number() OVER (ORDER BY day) AS run
        FROM (SELECT DISTINCT day FROM streams WHERE is_play)) GROUP BY run)`);
    expect(await go(page, '#page=habits&part=streaks')).toContain(formatNumber(streak));
    const thousandth = await one(`SELECT title, ended_at FROM streams WHERE is_play
      ORDER BY ended_at LIMIT 1 OFFSET 999`);
    const milestones = await go(page, '#page=habits&part=milestones');
    expect(milestones).toContain(String(thousandth['title']));
    expect(milestones).toContain(formatDate(Number(thousandth['ended_at']), 'date'));
  });

  await test.step('taste', async () => {
    const text = await go(page, '#page=taste&part=discoveries');
    const discovered = await numberOf(
      'SELECT count(DISTINCT artist_key) FROM streams WHERE is_play',
    );
    expect(text).toContain(formatNumber(discovered));
  });

  await test.step('year in review', async () => {
    const text = await go(page, '#page=year&year=2021');
    const ms = await numberOf(`SELECT sum(played_ms) FROM streams
      WHERE is_music AND year(make_date(day::INT)) = 2021`);
    expect(text).toContain(formatDuration(ms));
  });

  await test.step('history', async () => {
    const first = await numberOf('SELECT min(ended_at) FROM streams');
    expect(await go(page, '#page=history')).toContain(formatDate(first, 'date'));
  });

  await test.step('an artist', async () => {
    const text = await go(page, `#page=artist&name=${encodeURIComponent(name)}`);
    expect(text).toContain(name);
    expect(text).toContain(formatNumber(plays));
    const first = await numberOf(`SELECT min(ended_at) FROM streams JOIN artist_names
      USING (artist_key) WHERE is_play AND artist_name = '${name.replaceAll("'", "''")}'`);
    expect(text).toContain(formatDate(first, 'date'));
  });
});

// Only Chromium tells of layout shifts, and axe asks the same of both.
test('is calm and open to everybody on every page', { tag: '@chromium' }, async ({ extension }) => {
  await importGolden(extension);
  for (const key of NAVIGATION) {
    await test.step(key, async () => {
      const page = await extension.open(`dashboard.html#page=${key}`);
      await page.waitForFirst('.dash__main[aria-busy="false"] .panels');
      await page.waitForStillness();
      expect.soft(await measureShift(page), `layout shift of ${key}`).toBeLessThan(0.1);
      expect.soft(await page.findFaultsInBothThemes(), key).toEqual([]);
      await page.close();
    });
  }
  await test.step('each part of a page', async () => {
    const page = await extension.open('dashboard.html');
    const parts: string[] = [];
    for (const key of ['taste', 'habits']) {
      await go(page, `#page=${key}`);
      const links = await page.page.$$eval('.parts__link', (all) =>
        all.map((link) => link.getAttribute('href') ?? ''),
      );
      parts.push(...links);
    }
    expect(parts.length).toBeGreaterThan(10);
    for (const hash of parts) {
      await go(page, hash);
      expect.soft(await page.findFaultsInBothThemes(), hash).toEqual([]);
    }
  });
});

/** The sum of all layout shifts since the page was loaded: web.dev calls up to 0.1 good. */
async function measureShift(page: DrivenPage): Promise<number> {
  return page.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as Shift).value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));

        interface Shift {
          value: number;
        }
      }),
  );
}
