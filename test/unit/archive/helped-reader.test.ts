import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportFile } from '../../../lib/archive/export-file.ts';
import {
  createFileReader,
  type ExportFileReader,
  type FileContent,
} from '../../../lib/archive/file-reader.ts';
import { createHelpedReader, type HelpedReader } from '../../../lib/archive/helped-reader.ts';
import { listArchive } from '../../../lib/archive/list-archive.ts';
import { createStreamParser } from '../../../lib/archive/parse-streams.ts';
import { serveReader } from '../../../lib/archive/remote-reader.ts';
import { asInput } from '../../support/exports/archive-inputs.ts';
import { writeExportZip } from '../../support/exports/write-export.ts';

let files: ExportFile[] = [];
let channel: MessageChannel;
let asked: number;
let helped: HelpedReader;
let read: ExportFileReader;

beforeEach(async () => {
  ({ files } = await listArchive([asInput('a.zip', await writeExportZip(4, 20_000))]));
  channel = new MessageChannel();
  asked = 0;
  channel.port2.addEventListener('message', ({ data }) => {
    if (data.type === 'read') asked++;
  });
  channel.port2.start();
  channel.port1.start();
  connect();
});
afterEach(() => channel.port1.close());

function connect(longestSilenceMs?: number): void {
  helped = createHelpedReader(longestSilenceMs);
  helped.connect(channel.port1);
  read = helped.assist(createOwn());
}

const createOwn = () => createFileReader(createStreamParser());

/** Resolves when the reader has heard what the helper said so far. */
function heard(): Promise<unknown> {
  return new Promise((resolve) => {
    channel.port1.addEventListener('message', resolve, { once: true });
  });
}

/** Reads a file, and looks at what came of it and the progress told. */
async function expectWhole(file: ExportFile): Promise<void> {
  let told = 0;
  const content = await read(file, { onBytes: (packed: number) => (told += packed) });
  expect(told).toBe(file.part.blob.size);
  expect(content).toEqual(await createOwn()(file));
  expect(content.type).toBe('streams');
}

describe('reading with a helper', () => {
  it('reads by itself until the helper has started, and then has the helper do it', async () => {
    await expectWhole(files[0]!);
    expect(asked).toBe(0);
    serveReader(channel.port2);
    await heard();
    await expectWhole(files[1]!);
    expect(asked).toBe(1);
  });

  it('reads a file anew, and all others, when the helper falls silent in the middle', async () => {
    const { port2 } = channel;
    connect(50);
    port2.addEventListener('message', ({ data }) => {
      if (data.type === 'read')
        port2.postMessage({ type: 'progress', id: data.id, packedBytes: 9 });
    });
    port2.postMessage({ type: 'ready', id: 0 });
    await heard();
    await expectWhole(files[0]!);
    await expectWhole(files[1]!);
    expect(asked).toBe(1);
  });

  it('stops when it is told to, and does not take that for silence', async () => {
    serveReader(channel.port2);
    await heard();
    const stop = new AbortController();
    const reading = read(files[0]!, { signal: stop.signal, onBytes: () => stop.abort() });
    await expect(reading).rejects.toMatchObject({ code: 'archive/cancelled' });
    read = helped.assist(createOwn());
    await expectWhole(files[1]!);
    expect(asked).toBe(2);
  });

  it('says what is wrong with a file as it would by itself', async () => {
    serveReader(channel.port2);
    await heard();
    const damaged = { ...files[0]!, part: { ...files[0]!.part, crc32: 7 } };
    expect(await read(damaged)).toMatchObject({
      type: 'failure',
      path: damaged.path,
      error: { code: 'archive/unreadable-file' },
    });
  });

  it('gives tracks that files share as the same objects, and begins anew with each import', async () => {
    serveReader(channel.port2);
    await heard();
    for (let imports = 0; imports < 2; imports++) {
      const [first, second] = [await read(files[0]!), await read(files[1]!)].map(tracksOf);
      const shared = second!.filter((track) => first!.includes(track));
      expect(shared.length).toBeGreaterThan(10);
      const known = new Set(first!.map((track) => JSON.stringify(track)));
      const equal = second!.filter((track) => known.has(JSON.stringify(track)));
      expect(shared).toEqual(equal);
      read = helped.assist(createOwn());
    }
    expect(asked).toBe(4);
  });
});

function tracksOf(content: FileContent) {
  return content.type === 'streams' ? content.batch.tracks : [];
}
