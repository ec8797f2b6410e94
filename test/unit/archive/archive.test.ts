import { describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../lib/domain/app-error.ts';
import type { ArchiveInput } from '../../../lib/archive/export-file.ts';
import { listArchive } from '../../../lib/archive/list-archive.ts';
import { MAX_FILE_BYTES, NESTED_STEP_BYTES } from '../../../lib/archive/limits.ts';
import { type FileContent, readArchive } from '../../../lib/archive/read-archive.ts';
import { readPart } from '../../../lib/archive/read-part.ts';
import { createAccountFiles, TRIPWIRE } from '../../support/exports/account-files.ts';
import { asFolderInput, asInput } from '../../support/exports/archive-inputs.ts';
import {
  damageFirstFile,
  lieAboutChecksum,
  lieAboutLength,
  nestZip,
  putInFront,
  repeatFirstFile,
  shiftFirstFile,
  truncate,
  writeBomb,
} from '../../support/exports/broken.ts';
import {
  generateExportFiles,
  ROWS_PER_FILE,
  writeExportZip,
  writeZip,
} from '../../support/exports/write-export.ts';

async function collect(reading: AsyncIterable<FileContent>): Promise<FileContent[]> {
  const contents: FileContent[] = [];
  for await (const content of reading) contents.push(content);
  return contents;
}

async function readAll(inputs: ArchiveInput[]): Promise<FileContent[]> {
  const { files } = await listArchive(inputs);
  return collect(readArchive(files));
}

const countRows = (contents: FileContent[]) =>
  contents.reduce((sum, item) => sum + (item.type === 'streams' ? item.batch.rowsRead : 0), 0);

const failing = (code: string) => expect.objectContaining({ code });

/** The code of the refusal; `used` without one. */
async function reason(name: string, bytes: string | Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    await listArchive([asInput(name, bytes)]);
    return 'used';
  } catch (thrown) {
    return (thrown as AppError).code;
  }
}

/** What became of a zip's first file. */
async function outcome(zip: Uint8Array<ArrayBuffer>): Promise<string> {
  const [content] = await readAll([asInput('a.zip', zip)]);
  return content!.type === 'failure' ? content!.error.code : content!.type;
}

/** From now on, the sizes of what is given to be unpacked. */
function watchUnpacking(): number[] {
  const sizes: number[] = [];
  const Unpacking = DecompressionStream;
  vi.stubGlobal('DecompressionStream', function watched(format: CompressionFormat) {
    const { readable, writable } = new TransformStream<BufferSource, BufferSource>({
      transform(step, controller) {
        sizes.push(step.byteLength);
        controller.enqueue(step);
      },
    });
    return { writable, readable: readable.pipeThrough(new Unpacking(format)) };
  });
  return sizes;
}

describe('reading an export', () => {
  it('finds every row of a zip, file by file', async () => {
    const contents = await readAll([
      asInput('my_spotify_data.zip', await writeExportZip(2, 40_000)),
    ]);
    expect(contents.map((item) => item.type === 'streams' && item.batch.rowsRead)).toEqual([
      ROWS_PER_FILE,
      ROWS_PER_FILE,
      40_000 - 2 * ROWS_PER_FILE,
    ]);
    expect(contents[0]!.path).toMatch(/^my_spotify_data\.zip\/Spotify Extended.*_0\.json$/);
  });

  it('takes both zips, loose files and a folder in one go', async () => {
    const [loose] = [...generateExportFiles(5, 10)];
    const contents = await readAll([
      asInput('extended.zip', await writeExportZip(3, 20)),
      asInput('account.zip', await writeZip(createAccountFiles())),
      asInput('endsong_0 (1).JSON', loose!.text),
      ...createAccountFiles().map(({ path, text }) => asFolderInput(`Export/${path}`, text)),
    ]);
    expect(countRows(contents)).toBe(20 + 4 + 10 + 4);
    expect(contents.map(({ type }) => type).toSorted()).toEqual([
      'library',
      'library',
      'playlists',
      'playlists',
      ...Array.from({ length: 8 }, () => 'streams'),
    ]);
    expect(JSON.stringify(contents)).not.toContain(TRIPWIRE);
  });

  it('never reads a private file, not even from the disk', async () => {
    const blob = new Blob([TRIPWIRE]);
    blob.slice = () => expect.unreachable('read');
    blob.arrayBuffer = () => expect.unreachable('read');
    const secret = { name: 'Userdata.json', path: 'MyData/Userdata.json', blob };
    expect(await readAll([secret, asInput('endsong.json', '[]')])).toHaveLength(1);
  });

  it('looks into a zip within a zip, and no deeper', async () => {
    const zip = await writeExportZip(1, 30);
    expect(countRows(await readAll([asInput('a.zip', await nestZip(zip, 1))]))).toBe(30);
    await expect(listArchive([asInput('a.zip', await nestZip(zip, 2))])).rejects.toEqual(
      failing('archive/unreadable-file'),
    );
  });

  it('reads stored files and zips that lost their name', async () => {
    const zip = await writeZip(generateExportFiles(1, 30), { level: 0 });
    expect(countRows(await readAll([asInput('download', zip)]))).toBe(30);
  });

  it('reads a zip behind something else, as long as its directory is right', async () => {
    const zip = await writeExportZip(1, 30);
    for (const junk of ['MZ: a program that unpacks itself', '\n', 'PK but no header']) {
      for (const isCounted of [true, false]) {
        const shifted = putInFront(zip, new TextEncoder().encode(junk), isCounted);
        expect(countRows(await readAll([asInput('a.zip', shifted)]))).toBe(30);
        expect(countRows(await readAll([asInput('download', shifted)]))).toBe(30);
        expect(await reason('a.zip', truncate(shifted))).toBe('archive/not-a-zip');
      }
    }
  });

  it('says plainly what is wrong when nothing can be used', async () => {
    const zip = await writeExportZip(1, 300);
    const locked = await writeZip(generateExportFiles(1, 30), { password: 'secret' });
    expect(await reason('a.zip', truncate(zip))).toBe('archive/truncated');
    expect(await reason('a.zip', truncate(zip, 0.999))).toBe('archive/truncated');
    expect(await reason('a.zip', zip.slice(0, 10))).toBe('archive/truncated');
    expect(await reason('a.zip', locked)).toBe('archive/encrypted');
    expect(await reason('a.zip', 'Rar!')).toBe('archive/not-a-zip');
    expect(await reason('photo.jpg', 'JFIF')).toBe('archive/not-a-zip');
    expect(await reason('a.zip', '')).toBe('archive/not-a-zip');
    expect(await reason('package.json', '{}')).toBe('archive/nothing-found');
    expect(await reason('a.zip', await writeZip([{ path: 'cat.txt', text: 'x' }]))).toBe(
      'archive/nothing-found',
    );
    await expect(listArchive([])).rejects.toEqual(failing('archive/nothing-found'));
  });

  it('goes on with the other files when one is damaged', async () => {
    const zip = await writeZip([
      ...generateExportFiles(1, 100),
      { path: 'endsong_9.json', text: '[{"ts": "2020' },
      { path: 'Playlist1.json', text: '[]' },
      { path: 'YourLibrary.json', text: 'null' },
      ...createAccountFiles(),
    ]);
    const [damaged, ...others] = await readAll([asInput('a.zip', damageFirstFile(zip))]);
    expect(damaged).toMatchObject({ type: 'failure', error: { code: 'archive/unreadable-file' } });
    expect(others.filter(({ type }) => type === 'failure')).toHaveLength(3);
    expect(countRows(others)).toBe(4);
    const { files, failures } = await listArchive([
      asInput('cut.zip', truncate(zip)),
      asInput('whole.zip', zip),
    ]);
    expect(failures).toMatchObject([{ path: 'cut.zip', error: { code: 'archive/truncated' } }]);
    expect(files).toHaveLength(9);
  });

  it('takes no file whose checksum is another, deflated or stored', async () => {
    for (const level of [6, 0]) {
      const zip = await writeZip(generateExportFiles(1, 30), { level });
      expect(await outcome(zip)).toBe('streams');
      expect(await outcome(lieAboutChecksum(zip))).toBe('archive/unreadable-file');
      expect(await outcome(damageFirstFile(zip))).toBe('archive/unreadable-file');
    }
  });

  it('unpacks no bomb, whatever the directory says of its length', async () => {
    const bomb = await writeBomb(5);
    expect(await outcome(bomb)).toBe('archive/too-large');
    expect(await outcome(lieAboutLength(bomb, 900_000))).toBe('archive/unreadable-file');
    expect(await outcome(lieAboutLength(bomb, MAX_FILE_BYTES + 1))).toBe('archive/too-large');
    const many = Array.from({ length: 10 }, () =>
      asInput('a.zip', lieAboutLength(bomb, MAX_FILE_BYTES)),
    );
    await expect(listArchive(many)).rejects.toEqual(failing('archive/too-large'));
  });

  it('lists no further than it would read', async () => {
    const bomb = lieAboutLength(await writeBomb(5), MAX_FILE_BYTES);
    const beyond = asInput('beyond.zip', bomb);
    beyond.blob.slice = () => expect.unreachable('looked at');
    const many = Array.from({ length: 9 }, () => asInput('a.zip', bomb));
    await expect(listArchive([...many, beyond])).rejects.toEqual(failing('archive/too-large'));
  });

  it('unpacks a zip within a zip in steps of which none can grow large', async () => {
    const inner = await writeExportZip(1, 2000);
    const outer = await writeZip([{ path: 'a.zip', bytes: inner }]);
    const steps = watchUnpacking();
    const { files } = await listArchive([asInput('o.zip', outer)]);
    expect(files).toHaveLength(1);
    expect(inner.length).toBeGreaterThan(3 * NESTED_STEP_BYTES);
    expect(Math.max(...steps)).toBe(NESTED_STEP_BYTES);
    expect(steps.filter((size) => size === NESTED_STEP_BYTES).length).toBeGreaterThan(2);
  });

  it('takes no bytes of a zip for two files', async () => {
    const inner = await writeExportZip(1, 30);
    const twice = await writeZip([
      { path: 'a.zip', bytes: inner },
      { path: 'b.zip', bytes: inner },
    ]);
    expect(await reason('a.zip', twice)).toBe('used');
    expect(await reason('a.zip', repeatFirstFile(twice))).toBe('archive/too-large');
    const { files, failures } = await listArchive([asInput('c.zip', shiftFirstFile(twice, 200))]);
    expect(failures).toMatchObject([{ path: 'c.zip/a.zip', error: { code: 'archive/too-large' } }]);
    expect(files).toHaveLength(1);
  });

  it('counts zips within a zip before it unpacks them, and leaves stored ones where they lie', async () => {
    const inner = await writeExportZip(1, 300);
    const nested = [
      { path: 'a.zip', bytes: inner },
      { path: 'b.zip', bytes: inner },
      { path: 'c.zip', bytes: inner },
    ];
    const list = async (level: number, maxNestedBytes: number) =>
      listArchive([asInput('o.zip', await writeZip(nested, { level }))], { maxNestedBytes });
    const { files, failures } = await list(6, 2 * inner.length);
    expect(files).toHaveLength(2);
    expect(failures).toMatchObject([{ path: 'o.zip/c.zip', error: { code: 'archive/too-large' } }]);
    await expect(list(6, inner.length - 1)).rejects.toEqual(failing('archive/too-large'));
    expect((await list(0, 0)).files).toHaveLength(3);
  });

  it('tells progress in packed bytes up to the total, and in rows', async () => {
    const input = asInput('a.zip', await writeExportZip(2, 40_000));
    const { files, packedBytes } = await listArchive([input]);
    const seen: [number, number][] = [];
    const onProgress = (progress: { packedBytes: number; rows: number }) =>
      seen.push([progress.packedBytes, progress.rows]);
    await collect(readArchive(files, { onProgress }));
    expect(seen).toEqual(seen.toSorted(([a, b], [c, d]) => a - c || b - d));
    expect(seen.at(-1)).toEqual([packedBytes, 40_000]);
  });

  it('stops when it is told to, between files and within one', async () => {
    const input = asInput('a.zip', await writeExportZip(2, 40_000));
    const { files } = await listArchive([input]);
    const stop = new AbortController();
    const seen: FileContent[] = [];
    const reading = (async () => {
      for await (const content of readArchive(files, { signal: stop.signal })) {
        seen.push(content);
        stop.abort();
      }
    })();
    await expect(reading).rejects.toEqual(failing('archive/cancelled'));
    expect(seen).toHaveLength(1);

    const signal = AbortSignal.abort();
    await expect(listArchive([input], { signal })).rejects.toEqual(failing('archive/cancelled'));
    const stopped = collect(readArchive(files, { signal }));
    await expect(stopped).rejects.toEqual(failing('archive/cancelled'));
  });

  it('reads no further when the consumer leaves', async () => {
    const { files } = await listArchive([asInput('a.zip', await writeExportZip(2, 40_000))]);
    let read = 0;
    for await (const _ of readArchive(files, {
      onProgress: ({ packedBytes }) => (read = packedBytes),
    })) {
      break;
    }
    // As long as reading the second file to its end would have taken.
    await readPart(files[1]!.part);
    expect(read).toBeLessThan(files[0]!.part.blob.size + files[1]!.part.blob.size);
  });
});
