/** What a full history costs to keep, and to append to. */
import { median } from '../median.ts';
import { lineOf } from '../report.ts';
import { ACCOUNT, type Site } from '../site.ts';
import { nameOf, type SizeReport } from './size-report.ts';

/** With everything that stands beside the rows: dictionaries, receipt, rollup. */
export async function measureStored(site: Site): Promise<SizeReport> {
  const { streams } = site;
  const { page } = await site.filledPage();
  const bytes = (await page.ask('history', 'bytesStored')) / streams;
  const limit = { most: streams < 1_000_000 ? 12 : 9 };
  return {
    lines: [lineOf(nameOf('stored', streams), bytes, 'bytes a stream', limit)],
    costs: { stored: bytes * streams },
  };
}

const POLLS = 15;
const PLAYS = 50;

/** The rollup is out of date afterwards: comes last. */
export async function measureAppend(site: Site): Promise<SizeReport> {
  const { page } = await site.filledPage();
  const ms = median(await page.ask('history', 'appendLive', ACCOUNT, POLLS, PLAYS));
  const name = nameOf(`append ${PLAYS} live streams`, site.streams);
  return { lines: [lineOf(name, ms, 'ms', { most: 10 })], costs: { append: ms } };
}
