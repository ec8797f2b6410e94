/**
 * `npm run soak:browser [-- --browser chromium --days 60 --minutes 10 --only kills]`: simulated days through the
 * extension in a real browser, with faults, kills and restarts, and then of one background that is never
 * stopped. Prints a line of JSON for each part; each of the two begins no part after its minutes.
 */
import { parseArgs } from 'node:util';
import { startStandin } from '../standin/index.ts';
import type { BrowserName } from '../support/driver.ts';
import { launchExtension } from '../support/extension-browser.ts';
import { measureProcesses } from '../support/process-memory.ts';
import { createBrowserWorld, type BrowserWorld } from './browser-world.ts';
import { buildSoakable } from './build-soakable.ts';
import { compare, faultsOfComparison } from './compare.ts';
import { createDays, type Days } from './days.ts';
import { faultsOfGrowth, type Growth } from './growth.ts';
import { createSoakClock } from './soak-clock.ts';

const STRETCHES = ['kills', 'long life'] as const;
type Stretch = (typeof STRETCHES)[number];

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium,firefox' },
    days: { type: 'string', default: '60' },
    minutes: { type: 'string', default: 'Infinity' },
    only: { type: 'string', default: STRETCHES.join(',') },
  },
});
const DAYS = Number(values.days);
const MS = 60_000 * Number(values.minutes);
const PARTS = 6;
/** Background and quiet page hold little; Firefox tells of the whole process. */
const HEAP_SLACK = 3e6;
/** Of all rings, those after which the background is stopped: to start it again takes the most time. */
const SHARE_OF_KILLS = 0.15;
const wanted = values.only.split(',');
const stretches = STRETCHES.filter((stretch) => wanted.includes(stretch));
if (!(DAYS >= PARTS) || !(MS > 0) || stretches.length === 0) {
  console.error(`At least ${PARTS} days, of ${STRETCHES.join(' or ')}.`);
  process.exit(1);
}

/** Gives what went wrong. */
async function soak(browser: BrowserName, stretch: Stretch): Promise<string[]> {
  const clock = createSoakClock();
  const standin = await startStandin({ live: [], now: () => clock.now() });
  const extensionDir = await buildSoakable({
    browser,
    outDir: `.output/soak/${process.pid}`,
    endpoints: {
      WXT_SPOTIFY_ACCOUNTS_URL: standin.accountsUrl,
      WXT_SPOTIFY_API_URL: standin.apiUrl,
    },
  });
  const extension = await launchExtension({ browser, extensionDir });
  const kills = stretch === 'kills';
  const faults: string[] = [];
  try {
    const world = await createBrowserWorld({ extension, standin, clock, seed: stretch, kills });
    await world.signIn();
    const since = clock.now();
    const days = createDays(world, { seed: stretch, kills: kills ? SHARE_OF_KILLS : 0 });
    const growth: Growth[] = [];
    const started = Date.now();
    for (let part = 1; part <= PARTS && Date.now() - started < MS; part += 1) {
      while (days.counts.days < (DAYS * part) / PARTS) await days.pass();
      await standin.control.clearRequests();
      const { line, grown, wrong } = await lookAround(world, since);
      growth.push(grown);
      faults.push(...wrong);
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(JSON.stringify({ browser, stretch, seconds, ...countsOf(days, world), ...line }));
    }
    if (!kills && world.counts.lives > 1)
      faults.push(`the background began ${world.counts.lives} times`);
    faults.push(...faultsOfGrowth(kills ? growth.map(withoutMemory) : growth, HEAP_SLACK));
  } catch (error) {
    faults.push(String(error));
    console.error(browser, stretch, error, extension.log().slice(-2000));
  } finally {
    await extension.close();
    await standin.close();
  }
  return faults;

  async function lookAround(world: BrowserWorld, since: number) {
    const { accountId } = world;
    await world.ask('sync.now', { accountId });
    const found = await compare(await world.readListening(), standin.control, since);
    const { status, lastError } = await world.ask('token.state', { accountId });
    const { opened, silent } = await world.readWindows();
    const { usage, stores, ...stored } = await world.measureStored();
    const grown: Growth = {
      streams: found.kept,
      heapBytes: await world.measureBackground(),
      processBytes: measureProcesses(extension.processId()),
      usage,
      ...stored,
    };
    const wrong = [
      ...faultsOfComparison(found),
      ...(status === 'connected' ? [] : [`${status}: ${JSON.stringify(lastError)}`]),
      ...(opened === 1 ? [] : [`${opened} sign-in windows`]),
    ];
    const line = { ...found, status, opened, silent, ...grown, stores };
    return { line, grown, wrong };
  }
}

/** A background that is stopped again and again, or a browser that is, has no memory to grow. */
function withoutMemory(part: Growth): Growth {
  return { ...part, heapBytes: 0, processBytes: null };
}

function countsOf(days: Days, world: BrowserWorld) {
  return { ...days.counts, ...world.counts };
}

const browsers = values.browser.split(',') as BrowserName[];
const reports = await Promise.all(
  browsers.map(async (browser) => {
    const faults: string[] = [];
    for (const stretch of stretches) {
      const found = await soak(browser, stretch);
      faults.push(...found.map((fault) => `${browser}, ${stretch}: ${fault}`));
    }
    return faults;
  }),
);
const faults = reports.flat();
console.log(faults.length === 0 ? 'All as promised.' : faults.join('\n'));
process.exitCode = faults.length > 0 ? 1 : 0;
