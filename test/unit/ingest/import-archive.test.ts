/** An import from the files handed in to the receipt: all of it or nothing. */
// oxlint-disable-next-line import/no-unassigned-import -- it works by being loaded
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArchiveInput } from '../../../lib/archive/export-file.ts';
import { listArchive } from '../../../lib/archive/list-archive.ts';
import { readArchive } from '../../../lib/archive/read-archive.ts';
import { gatherBatches, type StreamBatch } from '../../../lib/dataset/gather-batches.ts';
import { mergeExports } from '../../../lib/dataset/merge-exports.ts';
import { IMPORTED_ACCOUNT_ID } from '../../../lib/domain/account-ids.ts';
import type { Receipt } from '../../../lib/domain/receipt.ts';
import type { History } from '../../../lib/history/history.ts';
import { importArchive, type ImportProgress } from '../../../lib/ingest/import-archive.ts';
import { createAccountFiles } from '../../support/exports/account-files.ts';
import { asInput } from '../../support/exports/archive-inputs.ts';
import { truncate } from '../../support/exports/broken.ts';
import {
  formatRows,
  generateExportFiles,
  writeExportZip,
  writeZip,
} from '../../support/exports/write-export.ts';
import { beforeEachPut, newHistory, rowsOf } from '../history/rig.ts';

const NOW = Date.UTC(2026, 10, 21);

let history: History;

beforeEach(() => {
  ({ history } = newHistory());
});

function start(inputs: ArchiveInput[], change: { signal?: AbortSignal; history?: History } = {}) {
  const seen: ImportProgress[] = [];
  const receipt = importArchive({
    inputs,
    accountId: IMPORTED_ACCOUNT_ID,
    history,
    locks: navigator.locks,
    now: () => NOW,
    timeZone: 'Europe/Berlin',
    onProgress: (progress) => seen.push({ ...progress }),
    ...change,
  });
  return { receipt, seen };
}

const importFiles = (...inputs: ArchiveInput[]) => start(inputs).receipt;

function rowAt(day: string) {
  return { ts: `${day}T12:00:00Z`, ms_played: 1000, spotify_track_uri: 'spotify:track:one' };
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function sumOf({ added, known, upgraded, notMusic, unnamed, unreadable }: Receipt): number {
  return added + known + upgraded + notMusic + unnamed + unreadable;
}

describe('an import', () => {
  it('brings every row, and accounts for each', async () => {
    const zip = asInput('extended.zip', await writeExportZip(7, 20_000));
    const account = asInput('account.zip', await writeZip(createAccountFiles()));
    const receipt = await importFiles(zip, account);
    expect(receipt).toMatchObject({ importedAt: NOW, rows: 20_004, upgraded: 0, unreadable: 0 });
    expect(sumOf(receipt)).toBe(20_004);
    const { streams } = await history.extent(IMPORTED_ACCOUNT_ID);
    expect(receipt.added + receipt.notMusic + receipt.unnamed).toBe(streams);
    expect(receipt.years.reduce((sum, year) => sum + year.streams, 0)).toBe(streams);
    expect(await history.receipts(IMPORTED_ACCOUNT_ID)).toEqual([receipt]);
    const { playlists, library } = await history.saved(IMPORTED_ACCOUNT_ID);
    expect(playlists.map(({ name }) => name)).toEqual(['Evenings', '7']);
    expect(library?.saved).toHaveLength(5);
  });

  it('holds what the terminal holds', async () => {
    const inputs = [asInput('a.zip', await writeExportZip(7, 20_000))];
    await importFiles(...inputs);
    const batches: StreamBatch[] = [];
    for await (const content of readArchive((await listArchive(inputs)).files)) {
      if (content.type === 'streams') batches.push(content.batch);
    }
    const { dataset } = mergeExports(gatherBatches(batches));
    expect(rowsOf(await history.load(IMPORTED_ACCOUNT_ID))).toEqual(rowsOf(dataset));
  });

  it('covers the time from the first to the last row of the extended history', async () => {
    const { text } = [...generateExportFiles(1, 300)][0]!;
    const receipt = await importFiles(
      asInput('endsong_0.json', text),
      ...createAccountFiles().map((file) => asInput(file.path.split('/').at(-1)!, file.text)),
    );
    const { columns } = await history.load(IMPORTED_ACCOUNT_ID);
    const first = columns.endedAt[0]!;
    const last = (JSON.parse(text) as { ts: string }[])
      .map(({ ts }) => ts)
      .toSorted()
      .at(-1)!;
    expect(receipt.covered).toEqual([{ from: first, to: Date.parse(last) }]);
    expect(receipt.lastAt).toBeGreaterThan(Date.parse(last));
    expect(await history.coverage(IMPORTED_ACCOUNT_ID)).toEqual(receipt.covered);
  });

  it('counts by the years of the clock where the person is', async () => {
    const rows = ['2018-12-31T22:59:59Z', '2018-12-31T23:00:00Z', '2019-06-01T00:00:00Z'];
    const text = formatRows(rows.map((ts) => ({ ...rowAt('2018-12-31'), ts })));
    const { years } = await importFiles(asInput('endsong.json', text));
    expect(years).toEqual([
      { year: 2018, streams: 1 },
      { year: 2019, streams: 2 },
    ]);
  });

  it('leaves the time of a file that it cannot read uncovered', async () => {
    const streams = (from: string, to: string) => formatRows([rowAt(from), rowAt(to)]);
    const years = {
      'Streaming_History_Audio_2018_0.json': streams('2018-01-01', '2018-12-30'),
      'Streaming_History_Audio_2019_1.json': streams('2019-01-02', '2019-12-30'),
      'Streaming_History_Audio_2020_2.json': streams('2020-01-02', '2020-12-30'),
      'Streaming_History_Audio_2021_3.json': streams('2021-01-02', '2021-12-30'),
    };
    const coveredBy = async (files: Record<string, string>) => {
      const fresh = newHistory().history;
      const inputs = Object.entries(files).map(([name, text]) => asInput(name, text));
      await start(inputs, { history: fresh }).receipt;
      const ranges = await fresh.coverage(IMPORTED_ACCOUNT_ID);
      return ranges.map(({ from, to }) => [dayOf(from), dayOf(to)].join(' '));
    };

    expect(await coveredBy(years)).toEqual(['2018-01-01 2021-12-30']);
    const damaged = { ...years, 'Streaming_History_Audio_2020_2.json': '[{"ts"' };
    const apart = ['2018-01-01 2018-12-30', '2019-01-02 2019-12-30', '2021-01-02 2021-12-30'];
    expect(await coveredBy(damaged)).toEqual(apart);
    // Which files a zip would have brought, nobody knows.
    const { 'Streaming_History_Audio_2020_2.json': _, ...some } = years;
    expect(await coveredBy({ ...some, 'cut.zip': 'PK\u0003\u0004' })).toEqual(apart);
    expect(await coveredBy({ ...years, 'Playlist1.json': '[' })).toEqual(['2018-01-01 2021-12-30']);
    const overlap = { 'endsong.json': streams('2018-06-01', '2019-06-01'), ...damaged };
    expect(await coveredBy(overlap)).toEqual(['2018-01-01 2019-12-30', apart[2]]);

    const video = { 'Streaming_History_Video_2010-2024.json': streams('2010-01-01', '2024-01-01') };
    expect(await coveredBy(video)).toEqual([]);
    expect(await coveredBy({ ...years, ...video })).toEqual(['2018-01-01 2021-12-30']);
  });

  it('names the unreadable rows and the unusable files, and keeps all else', async () => {
    const [file] = [...generateExportFiles(2, 200)];
    const rows = JSON.parse(file!.text) as object[];
    const broken = rows.map((row, i) => (i % 100 === 50 ? { ...row, ts: 'yesterday' } : row));
    const receipt = await importFiles(
      asInput('endsong_0.json', formatRows(broken)),
      asInput('endsong_1.json', file!.text.slice(0, -400)),
      asInput('cut.zip', truncate(await writeExportZip(1, 300))),
    );
    expect(receipt).toMatchObject({
      rows: 200,
      unreadable: 2,
      unreadableRows: [
        { path: 'endsong_0.json', row: 50, problem: 'time' },
        { path: 'endsong_0.json', row: 150, problem: 'time' },
      ],
      failures: [
        { path: 'cut.zip', error: { code: 'archive/truncated' } },
        { path: 'endsong_1.json', error: { code: 'archive/unreadable-file' } },
      ],
    });
    expect(sumOf(receipt)).toBe(200);
  });

  it('names a hundred unreadable rows, and counts the others', async () => {
    const nonsense = Array.from({ length: 90 }, () => ({ ts: 1, ms_played: 1 }));
    const files = ['endsong_0.json', 'endsong_1.json'].map((name) =>
      asInput(name, formatRows(nonsense)),
    );
    const receipt = await importFiles(...files);
    expect(receipt).toMatchObject({ rows: 180, unreadable: 180 });
    expect(receipt.unreadableRows).toHaveLength(100);
  });

  it('says why when no file at all can be used', async () => {
    const cut = asInput('endsong_0.json', '[{"ts"');
    await expect(importFiles(cut)).rejects.toMatchObject({ code: 'archive/unreadable-file' });
    expect(await history.receipts(IMPORTED_ACCOUNT_ID)).toEqual([]);
  });

  it('tells its progress up to the end', async () => {
    const input = asInput('a.zip', await writeExportZip(2, 40_000));
    const { receipt, seen } = start([input]);
    await receipt;
    const last = seen.at(-1)!;
    expect(last).toMatchObject({ stage: 'writing', files: 3, totalFiles: 3, rows: 40_000 });
    expect(last.packedBytes).toBe(last.totalBytes);
    expect(seen.length).toBeGreaterThan(5);
  });
});

describe('an import that does not come to its end', () => {
  it('leaves nothing when it is stopped, at any moment', async () => {
    const input = asInput('a.zip', await writeExportZip(2, 40_000));
    for (const stopAt of ['first', 'last']) {
      const stop = new AbortController();
      const importing = importArchive({
        inputs: [input],
        accountId: IMPORTED_ACCOUNT_ID,
        history,
        locks: navigator.locks,
        now: () => NOW,
        timeZone: 'Europe/Berlin',
        signal: stop.signal,
        onProgress: ({ stage }) => {
          if (stopAt === 'first' || stage === 'writing') stop.abort();
        },
      });
      await expect(importing).rejects.toMatchObject({ code: 'archive/cancelled' });
    }
    expect(await history.extent(IMPORTED_ACCOUNT_ID)).toMatchObject({ streams: 0 });
    await importFiles(input);
    expect(await history.extent(IMPORTED_ACCOUNT_ID)).toMatchObject({ streams: 40_000 });
  });

  it('leaves nothing when the disk is full', async () => {
    beforeEachPut(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const input = asInput('a.zip', await writeExportZip(2, 100));
    await expect(importFiles(input)).rejects.toMatchObject({ code: 'history/quota' });
    vi.restoreAllMocks();
    expect(await history.extent(IMPORTED_ACCOUNT_ID)).toMatchObject({ streams: 0 });
  });

  it('refuses a second one meanwhile, and not after', async () => {
    const input = asInput('a.zip', await writeExportZip(2, 100));
    const first = importFiles(input);
    await expect(importFiles(input)).rejects.toMatchObject({ code: 'archive/in-progress' });
    await first;
    expect(await importFiles(input)).toMatchObject({ known: 100 });
  });
});
