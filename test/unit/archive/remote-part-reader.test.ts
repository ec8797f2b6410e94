import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listArchive } from '../../../lib/archive/list-archive.ts';
import { type FileContent, readArchive } from '../../../lib/archive/read-archive.ts';
import { connectPartReader, servePartReader } from '../../../lib/archive/remote-part-reader.ts';
import { asInput } from '../../support/exports/archive-inputs.ts';
import { damageFirstFile } from '../../support/exports/broken.ts';
import { writeExportZip } from '../../support/exports/write-export.ts';

let channel: MessageChannel;
beforeEach(() => {
  channel = new MessageChannel();
  channel.port1.start();
  channel.port2.start();
  servePartReader(channel.port2);
});
afterEach(() => {
  channel.port1.close();
});

/** Errors by their code: the cause of one stays on its side. */
async function outcomes(reading: AsyncIterable<FileContent>): Promise<unknown[]> {
  const contents: unknown[] = [];
  for await (const content of reading) {
    contents.push(content.type === 'failure' ? [content.path, content.error.code] : content);
  }
  return contents;
}

describe('unpacking on the other side of a port', () => {
  it('brings the very same contents and progress', async () => {
    const zip = damageFirstFile(await writeExportZip(2, 40_000));
    const { files, packedBytes } = await listArchive([asInput('a.zip', zip)]);
    const seen: number[] = [];
    const remote = readArchive(files, {
      readPart: connectPartReader(channel.port1),
      onProgress: (progress) => seen.push(progress.packedBytes),
    });
    expect(await outcomes(remote)).toEqual(await outcomes(readArchive(files)));
    expect(seen.at(-1)).toBe(packedBytes);
  });

  it('stops when it is told to', async () => {
    const { files } = await listArchive([asInput('a.zip', await writeExportZip(2, 40_000))]);
    const readPart = connectPartReader(channel.port1);
    const stop = new AbortController();
    const reading = readPart(files[0]!.part, { signal: stop.signal, onBytes: () => stop.abort() });
    const cancelled = expect.objectContaining({ code: 'archive/cancelled' });
    await expect(reading).rejects.toEqual(cancelled);
    await expect(readPart(files[0]!.part, { signal: stop.signal })).rejects.toEqual(cancelled);
    expect(await readPart(files[1]!.part)).toHaveLength(files[1]!.part.bytes);
  });
});
