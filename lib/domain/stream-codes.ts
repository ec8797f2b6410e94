/** How a stream's small fields stand in columns: the numbers archives, dataset and history share. */
import type { Kind, Quality, Stream } from './stream.ts';

/** A kind's code is its place here. Append-only: the codes are stored. */
export const KINDS: readonly Kind[] = ['music', 'podcast', 'audiobook', 'unknown'];

/** A quality's code is its place here. Append-only. */
export const QUALITIES: readonly Quality[] = ['measured', 'minute', 'estimated'];

/**
 * The reasons seen in real exports, for a start and for an end; a reason's code is its place here.
 * Append-only. Any other string is possible: whoever keeps columns appends it behind these.
 */
export const REASONS: readonly (string | null)[] = [
  null,
  '',
  'trackdone',
  'fwdbtn',
  'backbtn',
  'clickrow',
  'playbtn',
  'remote',
  'appload',
  'endplay',
  'logout',
  'trackerror',
  'unexpected-exit',
  'unexpected-exit-while-paused',
  'unknown',
];

/** Two bits a flag, in this order from the lowest: 0 is null, 1 is false, 2 is true. */
export const FLAGS = ['shuffle', 'skipped', 'offline', 'incognito'] as const;
export type Flag = (typeof FLAGS)[number];
export type StreamFlags = Pick<Stream, Flag>;

/** The two bits of one flag, at its place; add up the four. */
export function flagBits(flag: Flag, value: boolean | null): number {
  return value === null ? 0 : (value ? 2 : 1) << (2 * FLAGS.indexOf(flag));
}

/** One byte for the four flags. */
export function packFlags(flags: StreamFlags): number {
  return FLAGS.reduce((bits, flag) => bits | flagBits(flag, flags[flag]), 0);
}

/** The reverse of `packFlags`. */
export function unpackFlags(bits: number): StreamFlags {
  const read = (place: number) => [null, false, true][(bits >> (2 * place)) & 3] ?? null;
  return { shuffle: read(0), skipped: read(1), offline: read(2), incognito: read(3) };
}
