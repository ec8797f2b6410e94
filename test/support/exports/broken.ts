/** Damaged and hostile archives, made from whole ones. */
import { writeZip } from './write-export.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** As a download that stopped. */
export function truncate(bytes: Bytes, keep = 0.5): Bytes {
  return bytes.slice(0, Math.floor(bytes.length * keep));
}

/** A good directory over a file whose packed bytes have changed. */
export function damageFirstFile(zip: Bytes): Bytes {
  const view = new DataView(zip.buffer);
  const start = 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const damaged = zip.slice();
  for (let at = start + 40; at < start + 60; at++) damaged[at]! ^= 0x55;
  return damaged;
}

/** Many megabytes of white space in a few kilobytes, under a name of ours. */
export function writeBomb(megabytes: number): Promise<Bytes> {
  return writeZip([{ path: 'endsong_0.json', text: `[${' '.repeat(megabytes * 1_000_000)}]` }]);
}

/** The zip's directory says the last file is this long. */
export function lieAboutLength(zip: Bytes, bytes: number): Bytes {
  return changeDirectory(zip, (view, entry) => view.setUint32(entry + 24, bytes, true));
}

/** The zip's directory has another CRC-32 for the last file; the file itself is whole. */
export function lieAboutChecksum(zip: Bytes): Bytes {
  return changeDirectory(zip, (view, entry) =>
    view.setUint32(entry + 16, view.getUint32(entry + 16, true) ^ 1, true),
  );
}

/** The zip's last file is where its first one is: the same bytes under two names. */
export function repeatFirstFile(zip: Bytes): Bytes {
  return changeDirectory(zip, (view, entry) => view.setUint32(entry + 42, 0, true));
}

/** The first file begins so late that it runs into the next: its own header says so alone. */
export function shiftFirstFile(zip: Bytes, bytes: number): Bytes {
  const shifted = zip.slice();
  new DataView(shifted.buffer).setUint16(28, bytes, true);
  return shifted;
}

/** @param change told where the directory's entry of the last file begins. */
function changeDirectory(zip: Bytes, change: (view: DataView, entry: number) => void): Bytes {
  const lie = zip.slice();
  const view = new DataView(lie.buffer);
  for (let at = lie.length - 4; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    change(view, at);
    return lie;
  }
  throw new Error('no directory found');
}

/** Something before the first file: a directory that is right all the same, or one that knows nothing of it. */
export function putInFront(zip: Bytes, junk: Bytes, isCounted: boolean): Bytes {
  const shifted = new Uint8Array(new ArrayBuffer(junk.length + zip.length));
  shifted.set(junk);
  shifted.set(zip, junk.length);
  if (!isCounted) return shifted;
  const view = new DataView(shifted.buffer);
  const add = (at: number) => view.setUint32(at, view.getUint32(at, true) + junk.length, true);
  for (let at = junk.length; at < shifted.length - 4; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) add(at + 42);
    if (signature === 0x06054b50) add(at + 16);
  }
  return shifted;
}

/** A zip within a zip, `depth` times over. */
export async function nestZip(zip: Bytes, depth: number): Promise<Bytes> {
  let nested = zip;
  for (let level = 0; level < depth; level++) {
    nested = await writeZip([{ path: `my_spotify_data_${level}.zip`, bytes: nested }]);
  }
  return nested;
}
