/** Statistics from the terminal: a real process, from the files of an export to one document. */
import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from '../../lib/domain/schema.ts';
import { StatisticsDocument } from '../../lib/stats/statistics-schema.ts';
import { formatRows, generateExportFiles, writeZip } from '../support/exports/write-export.ts';
import { generateExtendedRows } from '../support/exports/extended-rows.ts';

const ROWS = 3000;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ostinato-terminal-'));
  await writeFile(
    join(folder, 'my_spotify_data.zip'),
    await writeZip(generateExportFiles(5, ROWS)),
  );
  const rows = [...generateExtendedRows(5, ROWS)];
  await write('loose/late/endsong_1.json', formatRows(rows.slice(1000)));
  await write('loose/endsong_0.json', formatRows(rows.slice(0, 1200)));
  await write('broken/endsong_0.json', '[{"ts":"2024-01-01T10:00:00Z","ms_played":31000,');
  await write('odd/endsong_0.json', formatRows([rows[0]!, { ts: 'soon', ms_played: 1 }, rows[0]!]));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** As a person in `folder` would call it. */
function run(...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, INIT_CWD: folder }, maxBuffer: 2 ** 27 };
    const command = ['lib/cli/stats.ts', ...args];
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}

async function ask(...args: string[]): Promise<StatisticsDocument> {
  const { stdout, stderr } = await run('--time-zone', 'Europe/Berlin', ...args);
  expect(stderr).toBe('');
  return z.parse(StatisticsDocument, JSON.parse(stdout));
}

describe('npm run stats', () => {
  it('prints the same for the zip, for its files in a folder, and for both', async () => {
    const [zip, loose, both] = await Promise.all([
      ask('my_spotify_data.zip'),
      ask('loose'),
      ask('loose/late/endsong_1.json', 'my_spotify_data.zip', 'loose'),
    ]);
    expect(zip.totals.streams).toBeGreaterThan(2500);
    const receipts = [zip, loose, both].map(({ receipt }) => receipt);
    expect(receipts.map((receipt) => receipt?.rowsRead)).toEqual([3000, 3200, 8200]);
    for (const receipt of receipts) {
      const { rowsRead, alreadyKnown, notMusic, withoutName, unreadable } = receipt!;
      expect(receipt!.new + alreadyKnown + notMusic + withoutName + unreadable).toBe(rowsRead);
    }
    expect({ ...loose, receipt: null }).toEqual({ ...zip, receipt: null });
    expect({ ...both, receipt: null }).toEqual({ ...zip, receipt: null });
  });

  it('takes a range, a number of entries and an order', async () => {
    const document = await ask('loose', '--range', '2012-03', '--top', '2', '--by', 'time');
    expect(document.range).toMatchObject({ from: '2012-03-01', to: '2012-03-31' });
    expect(document.byMonth.map(({ month }) => month)).toEqual(['2012-03']);
    expect(document.top.by).toBe('time');
    const [first, second] = document.top.songs;
    expect(document.top.songs).toHaveLength(2);
    expect(first!.msPlayed).toBeGreaterThanOrEqual(second!.msPlayed);
  });

  it('names the rows it cannot read, and reads the others', async () => {
    const { receipt, totals } = await ask('odd');
    expect(receipt).toMatchObject({ rowsRead: 3, alreadyKnown: 1, unreadable: 1 });
    expect(receipt?.unreadableRows).toEqual([
      { file: 'odd/endsong_0.json', row: 1, reason: 'time' },
    ]);
    expect(totals.streams + totals.podcasts.streams).toBe(1);
  });

  it('names the files it cannot read', async () => {
    const { receipt } = await ask('broken', 'my_spotify_data.zip');
    expect(receipt?.unusableFiles).toEqual([
      { file: 'broken/endsong_0.json', code: 'archive/unreadable-file' },
    ]);
  });

  it('counts every file it read: histories, playlists and the library', async () => {
    await write('mixed/endsong_0.json', '[]');
    await write('mixed/Playlist1.json', '{"playlists":[]}');
    await write('mixed/YourLibrary.json', '{"tracks":[]}');
    await write('mixed/Playlist2.json', 'null');
    const { receipt } = await ask('mixed');
    expect(receipt).toMatchObject({ files: 4, unusableFiles: [{ file: 'mixed/Playlist2.json' }] });
  });

  it('says why when it can read no history at all, and prints nothing', async () => {
    await write('playlists/Playlist1.json', '{"playlists":[]}');
    const results = await Promise.all([
      run('broken'),
      run('broken', 'playlists'),
      run('playlists'),
    ]);
    expect(results.map(({ code, stdout }) => ({ code, stdout }))).toEqual(
      results.map(() => ({ code: 1, stdout: '' })),
    );
    const [damaged, other, none] = results.map(({ stderr }) => stderr);
    expect(damaged).toContain('A file is damaged, or not what its name says.');
    expect(other).toBe(damaged);
    expect(none).toContain('There is no listening history in it.');
  });

  it('says what is wrong, and prints nothing', async () => {
    const wrong = await Promise.all([
      run(),
      run('loose', '--range', '2024-13'),
      run('loose', '--time-zone', 'Mars/Base'),
      run('loose', '--colour'),
      run('nowhere.zip'),
      run('loose', '--top', '-1'),
    ]);
    expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2, 2, 1, 2]);
    expect(wrong.map(({ stdout }) => stdout).join('')).toBe('');
    expect(wrong.every(({ stderr }) => stderr.length > 10)).toBe(true);
  });
});
