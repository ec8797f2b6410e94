/** A sample in the history: apart from everything else, and gone without a trace. */
import { expect, it } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { MUSIC } from '../../../lib/dataset/columns.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../lib/domain/account-ids.ts';
import { addSample } from '../../../lib/ingest/add-sample.ts';
import { exportBackup } from '../../../lib/ingest/export-backup.ts';
import { aStream } from '../dataset/streams.ts';
import { NINE } from '../history/any-listening.ts';
import { anImport, ME, newHistory, seenIn } from '../history/rig.ts';

it('puts a sample beside what is kept: imports, gaps, playlists and all', async () => {
  const { history } = newHistory();
  await history.addImport(ME, anImport([aStream({ endedAt: NINE })], 'one'));
  const before = await seenIn(history);
  await addSample(history, NINE, 'UTC');

  const { streams } = await history.extent(SAMPLE_ACCOUNT_ID);
  const receipts = await history.receipts(SAMPLE_ACCOUNT_ID);
  expect(receipts).toHaveLength(3);
  expect(receipts.reduce((sum, { rows }) => sum + rows, 0)).toBe(streams);
  for (const { rows, added, notMusic, years } of receipts) {
    expect(added + notMusic).toBe(rows);
    expect(years.reduce((sum, year) => sum + year.streams, 0)).toBe(rows);
  }
  expect(await history.coverage(SAMPLE_ACCOUNT_ID)).toEqual(receipts.map(({ covered }) => covered));
  const { playlists, library } = await history.saved(SAMPLE_ACCOUNT_ID);
  expect(playlists.length).toBeGreaterThan(5);
  expect(library?.saved.length).toBeGreaterThan(100);
  const { dictionary, metadata } = await history.load(SAMPLE_ACCOUNT_ID);
  const { album, kind } = dictionary.tracks;
  const records = new Set(album.filter((_, track) => kind[track] === MUSIC));
  expect(records.size).toBeGreaterThan(300);
  expect(new Set(metadata.releaseDates.keys())).toEqual(records);
  expect(await seenIn(history)).toEqual(before);

  // Once is enough, whenever it is asked for again.
  const revision = await history.revision(SAMPLE_ACCOUNT_ID);
  await addSample(history, NINE + 1, 'UTC');
  expect(await history.revision(SAMPLE_ACCOUNT_ID)).toBe(revision);
});

it('is in no backup, and is gone when it is deleted', async () => {
  const { history } = newHistory();
  await history.addImport(ME, anImport([aStream({ endedAt: NINE })], 'one'));
  await addSample(history, NINE, 'UTC');
  const bytes = exportBackup({ history, settings: null, now: () => NINE });
  const backup = gunzipSync(await new Response(bytes).arrayBuffer()).toString();
  expect(backup).toContain(ME);
  expect(backup).not.toContain(SAMPLE_ACCOUNT_ID);

  await history.deleteAccount(SAMPLE_ACCOUNT_ID);
  expect(await history.accounts()).toEqual([ME]);
  expect(await history.receipts(SAMPLE_ACCOUNT_ID)).toEqual([]);
});

it('counts the years of the receipts where the person is', async () => {
  const zone = 'Pacific/Kiritimati';
  const { history } = newHistory();
  await addSample(history, NINE, zone);
  const { columns } = await history.load(SAMPLE_ACCOUNT_ID);
  const yearThere = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' });
  const naive: Record<string, number> = {};
  for (const at of columns.endedAt) {
    const year = yearThere.format(at);
    naive[year] = (naive[year] ?? 0) + 1;
  }
  const told: Record<string, number> = {};
  for (const { year, streams } of (await history.receipts(SAMPLE_ACCOUNT_ID)).flatMap(
    ({ years }) => years,
  )) {
    told[year] = (told[year] ?? 0) + streams;
  }
  expect(told).toEqual(naive);
});
