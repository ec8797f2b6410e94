/** Ten callers at once, again and again: one request for each expiry, never two on their way. */
import type { Reply } from '../../lib/messages/request.ts';
import type { LoggedRequest } from '../standin/request-log.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import { waitUntil } from '../support/wait-until.ts';
import type { Rig } from './rig.ts';

export interface BurstReport {
  bursts: number;
  /** Bursts in which the alarm really rang, which another call's refresh may have moved before. */
  rings: number;
  /** Bursts that found the background stopped. */
  coldStarts: number;
  requests: number;
  /** The most requests that were on their way at a time. */
  mostInFlight: number;
  faults: string[];
}

const CALLS_PER_PAGE = 3;
const SOME_BURSTS_FIND_NO_BACKGROUND = 5;
/** So that two requests would be seen side by side. */
const ANSWER_DELAY_MS = 15;

/** Popup, options and dashboard ask three times each, and the alarm rings: ten callers a burst. */
export async function runBursts(rig: Rig, count: number): Promise<BurstReport> {
  const { control, accountId } = rig;
  const pages = [rig.page(), await rig.open('options.html'), await rig.open('dashboard.html')];
  const [quiet] = pages as [DrivenPage, ...DrivenPage[]];
  await quiet.page.evaluate(countRings, accountId);
  await control.fault({ kind: 'slow', delayMs: ANSWER_DELAY_MS, on: 'token' });
  const report: BurstReport = {
    bursts: 0,
    rings: 0,
    coldStarts: 0,
    requests: 0,
    mostInFlight: 0,
    faults: [],
  };

  for (let burst = 0; burst < count; burst += 1) {
    await quiet.page.evaluate(expireToken, accountId);
    if (burst % SOME_BURSTS_FIND_NO_BACKGROUND === 1) {
      await rig.killBackground();
      report.coldStarts += 1;
    }
    await control.clearRequests();
    const ringing = quiet.page.evaluate(ringNow, accountId);
    const asked = pages.map((page) => page.page.evaluate(askAtOnce, accountId, CALLS_PER_PAGE));
    const tokens = (await Promise.all(asked)).flat();
    await ringing;
    await waitUntil('the alarm to be set for later', () =>
      quiet.page.evaluate(isAlarmLater, accountId),
    );
    const requests = await control.requests({ grantType: 'refresh_token' });
    report.bursts += 1;
    report.requests += requests.length;
    report.mostInFlight = Math.max(report.mostInFlight, countInFlight(requests));
    if (requests.length !== 1) report.faults.push(`${requests.length} requests for one expiry`);
    const different = new Set(tokens).size;
    if (different !== 1) report.faults.push(`${different} different answers`);
    if (tokens.some((token) => !token.startsWith('BQ'))) report.faults.push('a call failed');
  }
  report.rings = await quiet.page.evaluate(() => Number(document.documentElement.dataset['rings']));
  await control.clearFaults();
  for (const page of pages.slice(1)) await page.close();
  return report;
}

/** The most requests that were on their way at the same moment. */
export function countInFlight(requests: readonly Pick<LoggedRequest, 'at' | 'endedAt'>[]): number {
  const atBeginnings = requests.map(
    ({ at }) =>
      requests.filter((other) => other.at <= at && (other.endedAt ?? Infinity) > at).length,
  );
  // One that began and ended within a millisecond was on its way, too.
  return Math.max(0, ...atBeginnings, requests.length > 0 ? 1 : 0);
}

/** Runs in a page: the access token held runs out this moment. */
async function expireToken(accountId: string): Promise<void> {
  const key = `vault.access:${accountId}`;
  const { [key]: held } = await chrome.storage.session.get(key);
  await chrome.storage.session.set({ [key]: { ...(held as object), expiresAt: Date.now() } });
}

/** Runs in a page: so many calls in one go; answers with tokens, or with what a call failed with. */
async function askAtOnce(accountId: string, calls: number): Promise<string[]> {
  const message = { type: 'ostinato/request', name: 'token.get', request: { accountId } };
  const replies = await Promise.all(
    Array.from({ length: calls }, () => chrome.runtime.sendMessage<unknown, Reply>(message)),
  );
  return replies.map((reply) =>
    reply?.ok ? (reply.value as { accessToken: string }).accessToken : JSON.stringify(reply),
  );
}

/** Runs in a page: pages hear alarms as the background does. */
function countRings(accountId: string): void {
  const { dataset } = document.documentElement;
  dataset['rings'] = '0';
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === `vault.refresh:${accountId}`) dataset['rings'] = `${Number(dataset['rings']) + 1}`;
  });
}

/** Runs in a page: an unpacked extension's alarms may ring at once. */
async function ringNow(accountId: string): Promise<void> {
  await chrome.alarms.create(`vault.refresh:${accountId}`, { when: Date.now() });
}

/** Runs in a page: the background has handled the ring, or a refresh has set the alarm anew. */
async function isAlarmLater(accountId: string): Promise<boolean> {
  const alarm = await chrome.alarms.get(`vault.refresh:${accountId}`);
  return alarm !== undefined && alarm.scheduledTime > Date.now() + 60_000;
}
