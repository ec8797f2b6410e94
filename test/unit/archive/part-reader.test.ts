import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FilePart } from '../../../lib/archive/export-file.ts';
import { listArchive } from '../../../lib/archive/list-archive.ts';
import { createPartReader, type HelpedPartReader } from '../../../lib/archive/part-reader.ts';
import { readPart } from '../../../lib/archive/read-part.ts';
import { servePartReader } from '../../../lib/archive/remote-part-reader.ts';
import { asInput } from '../../support/exports/archive-inputs.ts';
import { writeExportZip } from '../../support/exports/write-export.ts';

let parts: FilePart[] = [];
let channel: MessageChannel;
let asked: number;
let reader: HelpedPartReader;

beforeEach(async () => {
  const { files } = await listArchive([asInput('a.zip', await writeExportZip(4, 20_000))]);
  parts = files.map(({ part }) => part);
  channel = new MessageChannel();
  asked = 0;
  channel.port2.addEventListener('message', ({ data }) => {
    if (data.type === 'read') asked++;
  });
  channel.port2.start();
  reader = createPartReader();
  reader.connect(channel.port1);
  channel.port1.start();
});
afterEach(() => channel.port1.close());

/** Resolves when the reader has heard what the helper said so far. */
function heard(): Promise<unknown> {
  return new Promise((resolve) => {
    channel.port1.addEventListener('message', resolve, { once: true });
  });
}

/** Reads a part, and gives what came of it and the progress told. */
async function read(part: FilePart): Promise<{ bytes: Uint8Array; told: number }> {
  let told = 0;
  const bytes = await reader.read(part, { onBytes: (packed) => (told += packed) });
  return { bytes, told };
}

async function expectWhole(part: FilePart): Promise<void> {
  const { bytes, told } = await read(part);
  expect(told).toBe(part.blob.size);
  expect(Buffer.compare(bytes, await readPart(part))).toBe(0);
}

describe('reading with a helper', () => {
  it('reads by itself until the helper has started, and then has the helper do it', async () => {
    await expectWhole(parts[0]!);
    expect(asked).toBe(0);
    servePartReader(channel.port2);
    await heard();
    await expectWhole(parts[1]!);
    expect(asked).toBe(1);
  });

  it('reads a file anew, and all others, when the helper falls silent in the middle', async () => {
    const { port1, port2 } = channel;
    reader = createPartReader(50);
    reader.connect(port1);
    port2.addEventListener('message', ({ data }) => {
      if (data.type === 'read')
        port2.postMessage({ type: 'progress', id: data.id, packedBytes: 9 });
    });
    port2.postMessage({ type: 'ready', id: 0 });
    await heard();
    await expectWhole(parts[0]!);
    await expectWhole(parts[1]!);
    expect(asked).toBe(1);
  });

  it('stops when it is told to, and does not take that for silence', async () => {
    servePartReader(channel.port2);
    await heard();
    const stop = new AbortController();
    const reading = reader.read(parts[0]!, { signal: stop.signal, onBytes: () => stop.abort() });
    await expect(reading).rejects.toMatchObject({ code: 'archive/cancelled' });
    await expectWhole(parts[1]!);
    expect(asked).toBe(2);
  });

  it('says what is wrong with a file as it would by itself', async () => {
    servePartReader(channel.port2);
    await heard();
    const damaged = { ...parts[0]!, crc32: 7 };
    await expect(reader.read(damaged)).rejects.toMatchObject({ code: 'archive/unreadable-file' });
  });
});
