/** Files that were there when they were handed in, and are not any more. */
import { expect, it } from 'vitest';
import type { ArchiveInput } from '../../../lib/archive/export-file.ts';
import { listArchive } from '../../../lib/archive/list-archive.ts';
import { readPart } from '../../../lib/archive/read-part.ts';
import { asInput } from '../../support/exports/archive-inputs.ts';
import { writeExportZip } from '../../support/exports/write-export.ts';

/** As browsers refuse a file that has changed on the disk. */
function gone<T extends { blob: Blob }>(file: T): T {
  const refused = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  file.blob.arrayBuffer = refused;
  file.blob.slice = () => Object.assign(new Blob(), { arrayBuffer: refused });
  return file;
}

const failing = expect.objectContaining({ code: 'archive/gone' });

it('says so of a zip, and goes on with the others', async () => {
  const inputs: ArchiveInput[] = [
    gone(asInput('a.zip', await writeExportZip(1, 30))),
    asInput('endsong_0.json', '[]'),
  ];
  const { files, failures } = await listArchive(inputs);
  expect(failures).toEqual([{ path: 'a.zip', error: failing }]);
  expect(files).toHaveLength(1);
});

it('says so of a zip that goes when its directory is known, and of a loose file', async () => {
  const inputs = [asInput('a.zip', await writeExportZip(1, 30)), asInput('endsong_0.json', '[]')];
  const { files } = await listArchive(inputs);
  for (const { part } of files) await expect(readPart(gone(part))).rejects.toEqual(failing);
});
