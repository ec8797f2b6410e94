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

/** The zip's directory says the first file is this long. */
export function lieAboutLength(zip: Bytes, bytes: number): Bytes {
  const lie = zip.slice();
  const view = new DataView(lie.buffer);
  for (let at = lie.length - 4; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + 24, bytes, true);
    return lie;
  }
  throw new Error('no directory found');
}

/** A zip within a zip, `depth` times over. */
export async function nestZip(zip: Bytes, depth: number): Promise<Bytes> {
  let nested = zip;
  for (let level = 0; level < depth; level++) {
    nested = await writeZip([{ path: `my_spotify_data_${level}.zip`, bytes: nested }]);
  }
  return nested;
}
